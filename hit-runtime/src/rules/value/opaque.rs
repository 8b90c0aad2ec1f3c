//! Values that only functions can look into.

use std::net::IpAddr;

use crate::rules::net::{Cidr, Url};
use crate::rules::quantity::Quantity;
use crate::rules::semver::Semver;
use crate::rules::types::Opaque;

/// A value that only functions can look into.
#[derive(Clone, Debug, PartialEq)]
pub enum OpaqueValue {
    /// A parsed URL.
    Url(Url),
    /// An IP address.
    Ip(IpAddr),
    /// An IP network.
    Cidr(Cidr),
    /// A Kubernetes quantity.
    Quantity(Quantity),
    /// A named format, by its name.
    Format(&'static str),
    /// A semantic version.
    Semver(Semver),
}

impl OpaqueValue {
    /// Its type.
    pub fn kind(&self) -> Opaque {
        match self {
            OpaqueValue::Url(_) => Opaque::Url,
            OpaqueValue::Ip(_) => Opaque::Ip,
            OpaqueValue::Cidr(_) => Opaque::Cidr,
            OpaqueValue::Quantity(_) => Opaque::Quantity,
            OpaqueValue::Format(_) => Opaque::Format,
            OpaqueValue::Semver(_) => Opaque::Semver,
        }
    }
}
