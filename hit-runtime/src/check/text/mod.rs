//! A program as text: one JSON value a line, the first for the program as a
//! whole, the rest for the nodes in order.
//!
//! ```text
//! {"hit":1,"sources":["name.schema.json"],"resources":[[]]}
//! {"at":"0#","is":[{"type":["object"]},{"properties":[["name",1]]}]}
//! {"at":"0#/properties/name","is":[{"minLength":3},{"allOf":[4,5],"as":"extends"}]}
//! ```
//!
//! `at` is the source's index, `#` and the pointer; `in` the resource where it
//! is not the first; `is` the checks. A check's first member is its kind; `as`
//! is the keyword where the schema spells it otherwise. Numbers keep their form:
//! `1` and `1.0` stay apart.

mod decode;
mod encode;
mod error;
mod reader;
mod spelling;

#[cfg(test)]
mod tests;

pub use error::DecodeError;

pub(super) use decode::from_text;
