//! URLs, IP addresses and networks, named formats.

use std::net::IpAddr;

use super::text::Text;
use crate::rules::{self, Cidr, Tried, Url};

/// An IP address that a rule made of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ip(pub(super) IpAddr);

/// The URL that a text is.
///
/// # Errors
/// When it is none.
#[inline]
pub fn url(text: Text<'_>) -> Tried<Url> {
    rules::url(&text)
}

macro_rules! functions {
    ($($doc:literal $name:ident $(<$life:lifetime>)? ($($argument:ident: $ty:ty),*) -> $out:ty: $made:expr;)*) => {
        $(
            #[doc = $doc]
            ///
            /// # Errors
            /// When a text is not what it is taken for.
            pub fn $name$(<$life>)?($($argument: $ty),*) -> Tried<$out> {
                $made
            }
        )*
    };
}

functions! {
    "Whether a text is a URL." is_url<'o>(text: Text<'o>) -> bool: Ok(rules::is_url(&text));
    "The scheme." url_scheme<'o>(url: Url) -> Text<'o>: Ok(url.scheme().to_owned().into());
    "The host with its port." url_host<'o>(url: Url) -> Text<'o>: Ok(url.host().to_owned().into());
    "The host." url_hostname<'o>(url: Url) -> Text<'o>: Ok(url.hostname().to_owned().into());
    "The port." url_port<'o>(url: Url) -> Text<'o>: Ok(url.port().to_owned().into());
    "The path." url_path<'o>(url: Url) -> Text<'o>: Ok(url.escaped_path().into());
    "Whether a text is an IP address." is_ip<'o>(text: Text<'o>) -> bool: Ok(rules::is_ip(&text));
    "The IP address that a text is." to_ip<'o>(text: Text<'o>) -> Ip: rules::ip(&text).map(Ip);
    "Whether it is written as usual." is_canonical_ip<'o>(text: Text<'o>) -> bool: rules::is_canonical_ip(&text);
    "4 or 6." ip_family(address: Ip) -> i64: Ok(rules::family(address.0));
    "Whether it is the machine itself." ip_is_loopback(address: Ip) -> bool: Ok(address.0.is_loopback());
    "Whether it is no address." ip_is_unspecified(address: Ip) -> bool: Ok(address.0.is_unspecified());
    "Whether it may be routed globally." ip_is_global_unicast(address: Ip) -> bool: Ok(rules::is_global_unicast(address.0));
    "Whether a text is an IP network." is_cidr<'o>(text: Text<'o>) -> bool: Ok(rules::is_cidr(&text));
    "The IP network that a text is." to_cidr<'o>(text: Text<'o>) -> Cidr: rules::cidr(&text);
    "The address of a network." cidr_ip(network: Cidr) -> Ip: Ok(Ip(network.address));
    "The network without the bits of hosts." cidr_masked(network: Cidr) -> Cidr: Ok(network.masked());
    "The bits of the network." cidr_prefix_length(network: Cidr) -> i64: Ok(i64::from(network.prefix));
}

/// Whether a text has one of Kubernetes' named formats.
///
/// # Errors
/// None.
#[cfg(feature = "formats")]
#[inline]
pub fn has_format(format: &'static str, text: Text<'_>) -> Tried<bool> {
    Ok(rules::has_format(format, &text))
}

/// Whether an address, or the one that a text is, is in a network.
///
/// # Errors
/// When a text is no address.
#[inline]
pub fn cidr_contains_ip<A: IntoIp>(network: Cidr, address: A) -> Tried<bool> {
    address
        .into_ip()
        .map(|address| network.contains(&address.0))
}

/// Whether a network, or the one that a text is, is in a network.
///
/// # Errors
/// When a text is no network.
#[inline]
pub fn cidr_contains_cidr<N: IntoCidr>(network: Cidr, other: N) -> Tried<bool> {
    other.into_cidr().map(|other| network.contains_cidr(&other))
}

/// An address, or a text of one.
#[diagnostic::on_unimplemented(message = "a `{Self}` is no IP address", label = "no IP address")]
pub trait IntoIp {
    /// The address.
    ///
    /// # Errors
    /// When a text is none.
    fn into_ip(self) -> Tried<Ip>;
}

impl IntoIp for Ip {
    #[inline]
    fn into_ip(self) -> Tried<Ip> {
        Ok(self)
    }
}

impl IntoIp for Text<'_> {
    #[inline]
    fn into_ip(self) -> Tried<Ip> {
        to_ip(self)
    }
}

/// A network, or a text of one.
#[diagnostic::on_unimplemented(message = "a `{Self}` is no IP network", label = "no IP network")]
pub trait IntoCidr {
    /// The network.
    ///
    /// # Errors
    /// When a text is none.
    fn into_cidr(self) -> Tried<Cidr>;
}

impl IntoCidr for Cidr {
    #[inline]
    fn into_cidr(self) -> Tried<Cidr> {
        Ok(self)
    }
}

impl IntoCidr for Text<'_> {
    #[inline]
    fn into_cidr(self) -> Tried<Cidr> {
        to_cidr(self)
    }
}
