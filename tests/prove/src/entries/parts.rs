//! Inputs of several parts.

/// The two parts of an input, separated by the first line feed.
pub(super) fn two(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((&bytes[..at], &bytes[at + 1..]))
}
