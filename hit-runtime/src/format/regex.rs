//! `regex`.

use crate::regex::is_ecma_regex;

/// Whether a text is a regular expression of ECMA-262 with the flag `u`.
pub fn is_regex(text: &str) -> bool {
    is_ecma_regex(text)
}
