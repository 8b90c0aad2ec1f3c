//! Schemas of all drafts: read, resolved, compiled.

mod bundle;
mod diagnostics;
mod dialects;
mod files;
mod normal_form;
mod robust;
mod schemastore;
mod suite;
