//! Typed decoding: what the machine part of generated code is made of.
//!
//! A [`Codec`] reads one value from any serde deserializer, enforcing its
//! checks on the way. Codecs compose as expressions
//! (`seq(text(|s| min_length(s, 1)), |n| min_items(n, 1))`), so generated code
//! stays a few lines a type. Everything goes through `deserialize_any`: a
//! value is judged by what it is in the document, not by what was asked for.

mod adapters;
mod buffer;
mod by_kind;
mod checks;
mod codec;
mod constants;
mod default;
mod fault;
mod foreign;
mod integer;
mod key;
mod map;
mod nullable;
mod number;
mod object;
mod pattern;
mod present;
mod ruled;
mod scalar;
mod select;
mod seq;
mod tagged;
mod tuple;
mod writer;

#[doc(hidden)]
pub use crate::{
    by_kind, by_tag, constants, first_match, from_arms, known_format, newtype, object, regex,
    scalars, tuple, words,
};
pub use adapters::{
    by_kind, by_tag, fields, first_match, never, places, read_boolean, read_null, wrapped,
};
pub use buffer::{any, checked, discard};
pub use by_kind::ByKind;
pub use checks::{
    Amount, Bound, LazyFormat, dependent, exclusive_maximum, exclusive_minimum, format, max_items,
    max_length, max_properties, maximum, min_items, min_length, min_properties, minimum,
    multiple_of,
};
pub use codec::{Codec, Ctx, Decode, MAX_DEPTH, boxed, of};
pub use constants::{Constants, LazyValues, constants};
pub use default::{OrDefault, or_default};
pub use fault::{Fault, Limit, Outcome, hold, unexpected};
pub use foreign::{foreign, foreign_text};
pub use integer::{Int, integer, literal_integer};
pub use key::{Key, key};
pub use map::{Dict, Map, dict, map};
pub use nullable::{maybe, nullable};
pub use number::{double, number};
pub use object::{Object, Seen, constant, keep, missing, put, unknown};
pub use pattern::{LazyPattern, matches, pattern};
pub use ruled::ruled;
pub use scalar::{Scalar, boolean, null, scalars, string, text, words};
pub use select::{JsonError, Ordered, no_arm};
pub use seq::{list, seq, unique_seq};
pub use tagged::{Tagged, unknown_tag};
pub use tuple::{Elements, next, no_more, remaining};
pub use writer::Writer;
