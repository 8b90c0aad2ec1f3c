//! One document of many (JSON Schema 2020-12 core, section 9.3).

mod document;
mod print;

pub use document::{bundle, bundled_as};
