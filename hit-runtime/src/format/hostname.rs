//! `hostname`.

use super::idna::is_a_label;
use super::ldh_hostname::is_ldh_hostname;

/// Whether a text is a host name of RFC 1123, section 2.1, where labels that
/// begin with `xn--` are A-labels of RFC 5890.
pub fn is_hostname(text: &str) -> bool {
    is_ldh_hostname(text)
        && text.split('.').all(|label| {
            let ace = label
                .get(..4)
                .is_some_and(|prefix| prefix.eq_ignore_ascii_case("xn--"));
            !ace || is_a_label(label)
        })
}
