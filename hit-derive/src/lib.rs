//! `#[derive(Validate)]`: rules across members and constraints of members, on
//! hand-written structs and enums.
//!
//! Use it as `hit_runtime::Validate`, with the feature `derive` of
//! `hit-runtime`, whose documentation says what the attributes mean. This crate
//! is the macro alone: a driver (`expand`) with a line a phase, below it what
//! reads attributes (`attr`), CEL (`cel`), what makes Rust of CEL (`lower`), and
//! what writes the impls (`emit`). Every phase puts what is wrong into one bag,
//! so that all mistakes of a type are told at once.

mod ast;
mod attr;
mod cel;
mod check;
mod emit;
mod errors;
mod expand;
mod lower;

/// Rules and constraints of a struct or an enum; see the crate `hit-runtime`.
#[proc_macro_derive(Validate, attributes(rules, rule, serde, schemars, validate, garde))]
pub fn derive_validate(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(input.into()).into()
}
