//! `idn-email`.

use super::email::is_mailbox;

/// Whether a text is a mailbox of RFC 6531, section 3.3: as RFC 5321, with
/// characters beyond ASCII.
pub fn is_idn_email(text: &str) -> bool {
    is_mailbox(text, |c| !c.is_ascii())
}
