//! IP addresses.

use std::net::IpAddr;

/// Reads an address. Refused, as in Kubernetes: zones, and IPv4 written as IPv6 (`::ffff:1.2.3.4`).
///
/// # Errors
/// What is wrong with the text.
#[inline]
pub fn parse_ip(text: &str) -> Result<IpAddr, String> {
    let address: IpAddr = text
        .parse()
        .map_err(|_| format!("IP Address {text:?} parse error during conversion from string"))?;
    match address {
        IpAddr::V6(v6) if v6.to_ipv4_mapped().is_some() => {
            Err(format!("IPv4-mapped IPv6 address {text:?} is not allowed"))
        }
        _ => Ok(address),
    }
}

/// Whether an address is valid on its link only.
#[inline]
pub fn is_link_local_unicast(address: &IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_link_local(),
        IpAddr::V6(v6) => v6.is_unicast_link_local(),
    }
}

/// Whether an address is that of one host beyond its link, as Go says it.
#[inline]
pub fn is_global_unicast(address: &IpAddr) -> bool {
    let broadcast = matches!(address, IpAddr::V4(v4) if v4.is_broadcast());
    let special = address.is_unspecified() || address.is_loopback() || address.is_multicast();
    !broadcast && !special && !is_link_local_unicast(address)
}
