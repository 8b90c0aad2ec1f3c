//! What rules lowered to Rust call: small functions on plain Rust types.
//!
//! Nothing here knows syntax trees, types of the checker, or JSON values.

mod fault;
mod logic;
mod network;
mod number;
mod optional;
#[cfg(feature = "patterns")]
mod pattern;
mod read;
mod scalars;
mod sequence;
mod steps;
mod text;
mod time;

pub use fault::{Fault, Tried};
pub use logic::{all, and, exists, exists_one, filter, keep, map, or};
#[cfg(feature = "formats")]
pub use network::has_format;
pub use network::{
    Cidr, IpAddr, Url, cidr, family, ip, is_canonical_ip, is_cidr, is_global_unicast, is_ip,
    is_url, url,
};
pub use number::{
    add, add_uint, divide, divide_uint, double_of_text, double_text, int_of_double, int_of_text,
    int_of_uint, multiply, multiply_uint, negate, remainder, remainder_uint, subtract,
    subtract_uint,
};
pub use optional::{known, known_value, present, value};
#[cfg(feature = "patterns")]
pub use pattern::{Regex, find, find_all, is_match, pattern};
#[cfg(feature = "model")]
pub use read::integer;
pub use read::{
    ReadBool, ReadDouble, ReadInt, ReadText, ReadUint, boolean, double, int, text, uint,
};
pub use scalars::{
    chain, choose, contains_all, contains_any, equivalent, greatest, is_sorted, last_position,
    least, position, sum,
};
pub use sequence::{at, entry, get, get_entry, length};
pub use steps::{MOST_STEPS, Steps};
pub use text::{
    bytes_text, char_at, code_points, index_of, join, replace, split, substring, substring_from,
};
pub use time::{Duration, Timestamp, duration, duration_constant, timestamp, timestamp_constant};
