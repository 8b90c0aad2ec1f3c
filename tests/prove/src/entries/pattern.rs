//! Patterns.

use hit_runtime::regex::CompiledPattern;

use super::parts::two;

/// A pattern and a text, separated by a line feed: compiled or refused, and
/// matched or given up, in bounded time; compiled lazily it says the same.
pub fn pattern(bytes: &[u8]) {
    let Some((Ok(pattern), Ok(text))) =
        two(bytes).map(|(pattern, text)| (std::str::from_utf8(pattern), std::str::from_utf8(text)))
    else {
        return;
    };
    match CompiledPattern::new(pattern) {
        Ok(compiled) => {
            let found = compiled.try_match(text).ok();
            let lazy =
                CompiledPattern::lazy(pattern).expect("what compiles at once compiles later");
            assert_eq!(lazy.try_match(text).ok(), found);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
