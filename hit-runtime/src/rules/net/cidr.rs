//! IP networks.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::rules::net::ip::parse_ip;

/// An IP network: an address and the length of its prefix in bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cidr {
    /// The address as written, host bits included.
    pub address: IpAddr,
    /// The length of the prefix.
    pub prefix: u8,
}

impl Cidr {
    /// Reads `192.168.0.0/24`.
    ///
    /// # Errors
    /// What is wrong with the text.
    #[inline]
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("network address parse error during conversion from string: {text:?}");
        let (address, prefix) = text.split_once('/').ok_or_else(wrong)?;
        let address = parse_ip(address).map_err(|_| wrong())?;
        let plain = !prefix.is_empty() && prefix.bytes().all(|byte| byte.is_ascii_digit());
        let leading_zero = prefix.len() > 1 && prefix.starts_with('0');
        let prefix: u8 = prefix
            .parse()
            .ok()
            .filter(|_| plain && !leading_zero)
            .ok_or_else(wrong)?;
        if prefix > bits(&address) {
            Err(wrong())
        } else {
            Ok(Self { address, prefix })
        }
    }

    /// The network with its host bits zero.
    #[must_use]
    #[inline]
    pub fn masked(self) -> Self {
        Self {
            address: mask(&self.address, self.prefix),
            prefix: self.prefix,
        }
    }

    /// Whether an address belongs to the network.
    #[inline]
    pub fn contains(&self, address: &IpAddr) -> bool {
        address.is_ipv4() == self.address.is_ipv4()
            && mask(address, self.prefix) == mask(&self.address, self.prefix)
    }

    /// Whether another network is part of this one.
    #[inline]
    pub fn contains_cidr(&self, other: &Cidr) -> bool {
        self.contains(&other.address) && other.prefix >= self.prefix
    }
}

#[inline]
fn bits(address: &IpAddr) -> u8 {
    if address.is_ipv4() { 32 } else { 128 }
}

#[inline]
fn mask(address: &IpAddr, prefix: u8) -> IpAddr {
    match address {
        IpAddr::V4(v4) => {
            let mask = u32::MAX
                .checked_shl(32 - u32::from(prefix.min(32)))
                .unwrap_or(0);
            IpAddr::V4(Ipv4Addr::from_bits(v4.to_bits() & mask))
        }
        IpAddr::V6(v6) => {
            let mask = u128::MAX
                .checked_shl(128 - u32::from(prefix.min(128)))
                .unwrap_or(0);
            IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & mask))
        }
    }
}

impl fmt::Display for Cidr {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.address, self.prefix)
    }
}
