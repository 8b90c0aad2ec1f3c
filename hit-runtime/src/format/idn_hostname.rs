//! `idn-hostname`.

use super::idna::{is_a_label, is_bidi_name, is_u_label, to_ascii_length};
use super::ldh_hostname::is_ldh_label;

/// Whether a text is an internationalized host name of RFC 5890, section
/// 2.3.2.3: every label an LDH label, an A-label or a U-label.
///
/// The ideographic and the full- and half-width full stops separate labels too
/// (RFC 3490, section 3.1).
pub fn is_idn_hostname(text: &str) -> bool {
    let labels: Vec<&str> = text
        .split(['.', '\u{3002}', '\u{FF0E}', '\u{FF61}'])
        .collect();
    let lengths = labels.iter().map(|label| to_ascii_length(label));
    let Some(total) = lengths.sum::<Option<usize>>() else {
        return false;
    };
    total + labels.len() - 1 <= 253
        && labels.iter().all(|label| is_label(label))
        && is_bidi_name(&labels)
}

fn is_label(label: &str) -> bool {
    if !label.is_ascii() {
        return is_u_label(label);
    }
    let ace = label
        .get(..4)
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--"));
    is_ldh_label(label) && (!ace || is_a_label(label))
}
