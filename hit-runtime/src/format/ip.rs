//! `ipv4` and `ipv6`.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether a text is a `dotted-quad` of RFC 2673, section 3.2, in decimal
/// without leading zeros.
pub fn is_ipv4(text: &str) -> bool {
    text.parse::<Ipv4Addr>().is_ok()
}

/// Whether a text is an IPv6 address of RFC 4291, section 2.2, without a zone.
pub fn is_ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok()
}
