//! `hostname` of drafts 4 and 6, `host-name` of draft 3.

/// Whether a text is a host name of RFC 1034, section 3.5, as amended by RFC
/// 1123, section 2.1: labels of letters, digits and inner hyphens.
pub fn is_ldh_hostname(text: &str) -> bool {
    text.len() <= 253 && text.split('.').all(is_ldh_label)
}

/// Whether a text is one such label.
pub(super) fn is_ldh_label(label: &str) -> bool {
    let bytes = label.as_bytes();
    matches!(bytes.len(), 1..=63)
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
        && !label.starts_with('-')
        && !label.ends_with('-')
}
