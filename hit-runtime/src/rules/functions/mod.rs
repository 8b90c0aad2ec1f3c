//! The functions a rule may call, one family a file.

mod arithmetic;
mod call;
mod cidr;
mod comparison;
mod conversion;
mod encoders;
mod format_number;
mod format_string;
mod formats;
mod ip;
mod list_order;
mod lists;
mod math;
mod math_bits;
mod math_extremes;
mod optionals;
mod quantity;
mod regexes;
mod registry;
mod semver;
mod sets;
mod size;
mod string_search;
mod strings;
mod time;
mod types;
mod url;

pub use call::{Call, Dialect, Overload, Run};
pub use format_string::text as display;
pub use list_order::sort_by_key;

pub use crate::rules::re2::{Regex, compile};
pub use registry::{Declared, accepts, function, is_namespace, names};
