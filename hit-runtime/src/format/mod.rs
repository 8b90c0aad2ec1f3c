//! The formats of JSON Schema, each exactly as its specification has it.
//!
//! `hostname` (of draft 7 on) and `idn-hostname` need Unicode tables and come
//! with the feature `idn`. Without it [`lookup`] does not find them, and a
//! program that asserts them is refused: they are never left unchecked.

mod color;
mod date;
mod date_time;
mod duration;
mod email;
#[cfg(feature = "idn")]
mod hostname;
mod idn_email;
#[cfg(feature = "idn")]
mod idn_hostname;
#[cfg(feature = "idn")]
mod idna;
mod ip;
mod iri;
mod json_pointer;
mod ldh_hostname;
mod lookup;
mod phone;
#[cfg(feature = "patterns")]
mod regex;
mod relative_json_pointer;
mod style;
mod time;
mod uri;
mod uri_template;
#[cfg(feature = "model")]
mod utc_millisec;
mod uuid;

#[cfg(test)]
mod tests;

pub use color::is_color;
pub use date::is_date;
pub use date_time::is_date_time;
pub use duration::is_duration;
pub use email::is_email;
#[cfg(feature = "idn")]
pub use hostname::is_hostname;
pub use idn_email::is_idn_email;
#[cfg(feature = "idn")]
pub use idn_hostname::is_idn_hostname;
pub use ip::{is_ipv4, is_ipv6};
pub use iri::{is_iri, is_iri_reference};
pub use json_pointer::is_json_pointer;
pub use ldh_hostname::is_ldh_hostname;
pub use lookup::{NAMES, example, is_known, lookup, refusal};
pub use phone::is_phone;
#[cfg(feature = "patterns")]
pub use regex::is_regex;
pub use relative_json_pointer::is_relative_json_pointer;
pub use style::is_style;
pub use time::{is_local_time, is_time};
pub use uri::{is_uri, is_uri_reference};
pub use uri_template::is_uri_template;
#[cfg(feature = "model")]
pub use utc_millisec::is_utc_millisec;
pub use uuid::is_uuid;
