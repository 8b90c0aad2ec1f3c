//! `contentEncoding` and `contentMediaType` (JSON Schema 2020-12 validation, section 8).

mod base16;
mod base32;
mod base64;
mod json;
mod quoted_printable;

#[cfg(test)]
mod tests;

pub use base16::decode_base16;
pub use base32::{decode_base32, decode_base32hex};
pub use base64::{decode_base64, decode_base64url};
pub use json::is_json;
pub use quoted_printable::decode_quoted_printable;

/// Undoes an encoding; `None` where the text is not in it.
pub type Decoder = fn(&str) -> Option<Vec<u8>>;

/// Whether bytes are of a media type.
pub type MediaCheck = fn(&[u8]) -> bool;

/// The decoder of a `contentEncoding`, whatever its case (RFC 2045, section 6.1;
/// RFC 4648). `None` where the encoding is unknown.
pub fn decoder(name: &str) -> Option<Decoder> {
    let identity: Decoder = |text| Some(text.as_bytes().to_vec());
    let seven_bit: Decoder = |text| text.is_ascii().then(|| text.as_bytes().to_vec());
    Some(match name.to_ascii_lowercase().as_str() {
        "base64" => decode_base64,
        "base64url" => decode_base64url,
        "base32" => decode_base32,
        "base32hex" => decode_base32hex,
        "base16" => decode_base16,
        "quoted-printable" => decode_quoted_printable,
        "7bit" => seven_bit,
        "8bit" | "binary" => identity,
        _ => return None,
    })
}

/// The check of a `contentMediaType`; parameters are ignored. `None` where the
/// type is unknown. Text types hold for every text.
pub fn media_check(name: &str) -> Option<MediaCheck> {
    let essence = name
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    match essence.as_str() {
        "application/json" | "text/json" => Some(is_json),
        json if json.ends_with("+json") => Some(is_json),
        "text/plain" => Some(|bytes| std::str::from_utf8(bytes).is_ok()),
        _ => None,
    }
}
