//! What code written by `#[derive(Validate)]` calls. Not for use by hand: names
//! and meanings change with the derive.
//!
//! A derive sees one struct and not the types of its fields. What an operator of
//! a rule does is chosen by the traits here, which are implemented for the values of rules:
//! `bool`, `i64`, `u64`, `f64`, [`Text`], lists, maps, objects.

mod arithmetic;
mod at;
mod check;
mod constraint;
mod convert;
mod elements;
mod inputs;
mod items;
mod lists;
mod macros;
mod network;
mod number;
mod object;
mod optional;
mod order;
#[cfg(feature = "patterns")]
mod pattern;
mod place;
mod read;
mod rules;
mod same;
mod show;
mod size;
mod sorted;
mod steps;
mod strings;
mod text;
mod within;

pub use arithmetic::{add, divide, multiply, negate, not, remainder, subtract, truth};
pub use at::{at, at_if_any};
pub use check::check;
#[cfg(feature = "formats")]
pub use constraint::check_format;
#[cfg(feature = "patterns")]
pub use constraint::check_pattern;
pub use constraint::{check_contains, check_length, check_range, check_required};
pub use convert::{to_double, to_duration, to_int, to_text, to_timestamp};
pub use elements::elements;
pub use inputs::inputs_are_valid;
pub use items::{Items, elements_of, items, list, pairs};
pub use lists::{
    contains_all, contains_any, equivalent, greatest, is_sorted, join, join_with, least, sum,
};
pub use macros::{all, and, blamed, exists, exists_one, filter, map, map_some, or};
#[cfg(feature = "formats")]
pub use network::has_format;
pub use network::{
    cidr_contains_cidr, cidr_contains_ip, cidr_ip, cidr_masked, cidr_prefix_length, ip_family,
    ip_is_global_unicast, ip_is_loopback, ip_is_unspecified, is_canonical_ip, is_cidr, is_ip,
    is_url, to_cidr, to_ip, url, url_host, url_hostname, url_path, url_port, url_scheme,
};
pub use number::{Limit, Number, count, number};
pub use object::{Object, members};
pub use optional::{
    Optional, has_optional, has_value, none_of, of_optional, optional, optional_none, optional_of,
    optional_reference, optional_value,
};
pub use order::{greater, greater_or_same, less, less_or_same};
#[cfg(feature = "patterns")]
pub use pattern::{EcmaPattern, Pattern, find, find_all, matches};
pub use place::{AlwaysPresent, FieldPlace, Of, OptionPresent, PlainMembers};
pub use read::{Lack, Read, Word, known, read};
pub use rules::{RuleText, Rules};
pub use same::same;
pub use show::{show, show_optional};
pub use size::size;
pub use sorted::sorted;
pub use steps::{begin, held};
pub use strings::{
    char_at, contains, ends_with, index_of, last_index_of, lower_ascii, replace, replace_some,
    split, split_some, starts_with, substring, substring_from, trim, upper_ascii,
};
pub use text::{Text, text};
pub use within::within;

pub use crate::rules::{Fault, Tried};
pub use std::option::Option::{None, Some};
pub use std::result::Result::{Err, Ok};
pub use std::string::{String, ToString};
