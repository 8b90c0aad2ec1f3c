//! The tables that generated code consists of: one macro an item kind. Each
//! line of a table says how one member is called in JSON and how it is read;
//! reading and writing are made from it.

mod by_kind;
mod by_tag;
mod first_match;
mod model;
mod newtype;
mod object;
#[cfg(feature = "schemars")]
mod schemas;
mod tuple;
mod words;
