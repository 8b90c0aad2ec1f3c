//! RE2's regular expressions by the `regex` crate: ASCII classes, linear time.
//!
//! The two languages differ in spelling, not in power. What RE2 reads
//! differently is rewritten, and what only `regex` reads is refused.

pub use regex::Regex;

/// Compiles an RE2 pattern.
///
/// # Errors
/// What is wrong with the pattern.
///
/// ```
/// assert!(!hit_runtime::rules::re2::compile(r"^\d$").unwrap().is_match("٣"));
/// assert!(hit_runtime::rules::re2::compile("x++").is_err());
/// ```
pub fn compile(pattern: &str) -> Result<Regex, String> {
    regex::RegexBuilder::new(&hit_cel::re2(pattern)?)
        .size_limit(1 << 22)
        .build()
        .map_err(|error| {
            let message = error.to_string();
            message
                .lines()
                .last()
                .unwrap_or("invalid pattern")
                .trim_start_matches("error: ")
                .to_string()
        })
}

#[cfg(test)]
mod tests {
    use super::compile;

    fn matches(pattern: &str, text: &str) -> bool {
        compile(pattern).expect(pattern).is_match(text)
    }

    #[test]
    fn classes_are_ascii() {
        assert!(!matches(r"^\d$", "٣"));
        assert!(!matches(r"^\w$", "é"));
        assert!(matches(r"^\W$", "é"));
        assert!(matches(r"^[\d_]+$", "1_2"));
        assert!(matches(r"^[\D]$", "é"));
        assert!(!matches(r"^\s$", "\u{a0}"));
        assert!(matches(r"\bé", "aé"));
        assert!(matches(r"^[[:alpha:]]+$", "abc"));
    }

    #[test]
    fn re2_spelling() {
        assert!(matches("a{,2}", "a{,2}"));
        assert!(matches("^{$", "{"));
        assert!(matches("[[&&~]", "["));
        assert!(matches(r"^\Qa.b\E$", "a.b"));
        assert!(matches(r"\<x\>", "<x>"));
        assert!(matches(r"\101", "A"));
        assert!(matches("(?i)straße", "STRAßE"));
    }

    #[test]
    fn what_re2_refuses() {
        for pattern in [
            "x++", "x**", "x{2}{3}", ")", "(", "[a", r"\8", "(?=a)", "(?<!a)b", "(?x) a",
            "a{1001}", r"\y",
        ] {
            assert!(compile(pattern).is_err(), "{pattern}");
        }
    }
}
