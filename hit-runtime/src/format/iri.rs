//! `iri` and `iri-reference`.

use super::uri::{Chars, is_identifier, is_identifier_reference};

const CHARS: Chars = Chars {
    anywhere: is_ucschar,
    query: |c| is_ucschar(c) || is_private(c),
};

/// Whether a text is an `IRI` of RFC 3987: with a scheme.
pub fn is_iri(text: &str) -> bool {
    is_identifier(text, CHARS)
}

/// Whether a text is an `IRI-reference` of RFC 3987.
pub fn is_iri_reference(text: &str) -> bool {
    is_identifier_reference(text, CHARS)
}

/// `ucschar` of RFC 3987, section 2.2.
pub(super) fn is_ucschar(c: char) -> bool {
    match u32::from(c) {
        0xA0..=0xD7FF | 0xF900..=0xFDCF | 0xFDF0..=0xFFEF => true,
        code @ 0x1_0000..=0xD_FFFF => code & 0xFFFF <= 0xFFFD,
        0xE_1000..=0xE_FFFD => true,
        _ => false,
    }
}

/// `iprivate` of RFC 3987, section 2.2.
pub(super) fn is_private(c: char) -> bool {
    matches!(u32::from(c), 0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD)
}
