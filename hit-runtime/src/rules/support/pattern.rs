//! Regular expressions of RE2's meaning.

pub use regex::Regex;

/// The compiled pattern.
///
/// # Panics
/// When it is none: patterns are compiled once when their rule is checked.
#[inline]
pub fn pattern(text: &str) -> Regex {
    crate::rules::re2::compile(text).expect("the pattern was compiled when the rule was checked")
}

/// Whether a text has a match.
#[inline]
pub fn is_match(pattern: &Regex, text: &str) -> bool {
    pattern.is_match(text)
}

/// The first match, or the empty text.
#[inline]
pub fn find<'t>(pattern: &Regex, text: &'t str) -> &'t str {
    pattern.find(text).map_or("", |found| found.as_str())
}

/// All matches.
#[inline]
pub fn find_all<'t>(pattern: &Regex, text: &'t str) -> Vec<&'t str> {
    pattern
        .find_iter(text)
        .map(|found| found.as_str())
        .collect()
}
