//! `phone` of draft 3.

/// Whether a text is a phone number in the manner of E.123: digits, with
/// spaces, hyphens, dots, slashes and one level of parentheses between them,
/// and `+` at most in front.
pub fn is_phone(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let mut open = false;
    let mut digits = 0;
    for byte in rest.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b' ' | b'-' | b'.' | b'/' => {}
            b'(' if !open => open = true,
            b')' if open => open = false,
            _ => return false,
        }
    }
    digits > 0 && !open
}
