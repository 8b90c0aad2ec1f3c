//! IP addresses.

use std::net::IpAddr;

/// Reads an address. Refused, as in Kubernetes: zones, and IPv4 written as IPv6 (`::ffff:1.2.3.4`).
///
/// # Errors
/// What is wrong with the text.
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
