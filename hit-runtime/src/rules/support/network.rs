//! URLs, IP addresses and networks, named formats.

pub use std::net::IpAddr;

pub use crate::rules::net::{Cidr, Url};

use crate::rules::net::{is_global_unicast as global, parse_ip};
use crate::rules::support::fault::{Fault, Tried};

/// The URL that a text is.
///
/// # Errors
/// When it is none.
#[inline]
pub fn url(text: &str) -> Tried<Url> {
    Url::parse(text).map_err(Fault::made)
}

/// Whether a text is a URL.
#[inline]
pub fn is_url(text: &str) -> bool {
    Url::parse(text).is_ok()
}

/// The IP address that a text is.
///
/// # Errors
/// When it is none.
#[inline]
pub fn ip(text: &str) -> Tried<IpAddr> {
    parse_ip(text).map_err(Fault::made)
}

/// Whether a text is an IP address.
#[inline]
pub fn is_ip(text: &str) -> bool {
    parse_ip(text).is_ok()
}

/// Whether a text is an IP address as it is usually written.
///
/// # Errors
/// When it is no address.
#[inline]
pub fn is_canonical_ip(text: &str) -> Tried<bool> {
    ip(text).map(|address| address.to_string() == text)
}

/// 4 or 6.
#[inline]
pub fn family(address: IpAddr) -> i64 {
    if address.is_ipv4() { 4 } else { 6 }
}

/// Whether an address may be routed globally.
#[inline]
pub fn is_global_unicast(address: IpAddr) -> bool {
    global(&address)
}

/// The IP network that a text is.
///
/// # Errors
/// When it is none.
#[inline]
pub fn cidr(text: &str) -> Tried<Cidr> {
    Cidr::parse(text).map_err(Fault::made)
}

/// Whether a text is an IP network.
#[inline]
pub fn is_cidr(text: &str) -> bool {
    Cidr::parse(text).is_ok()
}

/// Whether a text has one of Kubernetes' named formats.
#[cfg(feature = "formats")]
#[inline]
pub fn has_format(format: &str, text: &str) -> bool {
    crate::rules::named_format::violations(format, text).is_empty()
}
