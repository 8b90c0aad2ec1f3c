//! Texts on which programs stumble: all of them strings like others.

use super::spot::{Candidate, Spot};

const TEXTS: [(&str, &str); 18] = [
    ("", "empty"),
    (" ", "a space"),
    ("\0", "NUL alone"),
    ("a\0b", "NUL inside"),
    ("\u{2028}\u{2029}", "line and paragraph separators"),
    ("\u{feff}a", "a byte order mark inside"),
    ("\u{202e}abc", "a right-to-left override"),
    (
        "\u{1F469}\u{200D}\u{1F680}",
        "an emoji of three code points",
    ),
    ("e\u{301}", "a decomposed letter"),
    ("\u{10ffff}", "the last code point"),
    ("\u{ffff}", "a noncharacter"),
    ("\u{7f}\u{80}\u{9f}", "controls beyond ASCII"),
    ("line\r\nline\ttab", "controls"),
    ("\"\\/'`", "quotes and slashes"),
    ("'; DROP TABLE hits; --", "SQL"),
    ("%00%s%n${7*7}{{7*7}}", "templates"),
    ("<script>alert(1)</script>&amp;", "markup"),
    ("null", "the word null"),
];

/// Texts on which programs stumble.
pub fn texts(spot: &Spot<'_>) -> Vec<Candidate> {
    TEXTS
        .iter()
        .map(|(text, what)| spot.text(text, format!("text: {what}")))
        .collect()
}
