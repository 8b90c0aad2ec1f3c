//! The normal form: what a value may be.
//!
//! A [`Key`] names a conjunction of subschemas that judge the same value; its
//! [`Shape`] says per JSON type what they demand together. `allOf` and `$ref`
//! are gone, unions are listed, and what no facet can say is *residual*: still
//! a check of the program, to be run on the whole value.

mod arrays;
mod conjuncts;
mod dynamic;
mod facets;
mod key;
mod names;
mod objects;
mod patterns;
mod scalars;
mod shaper;
mod unevaluated;
mod values;

pub use dynamic::dynamic_nodes;
pub use facets::{
    Arrays, Bound, Member, Numbers, Objects, Residual, Shape, Strings, Union, UnionKind,
};
pub use key::Key;
pub use shaper::Shaper;
