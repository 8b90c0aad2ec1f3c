//! Lengths of texts, in code points: what counts otherwise is found out.

use super::spot::{Candidate, Spot};
use crate::make::strings::{ASTRAL, repeated};

/// Characters of which texts of a length are made: each is one code point.
const KINDS: [(char, &str); 3] = [
    ('a', "ASCII"),
    ('\u{e9}', "two bytes each"),
    (ASTRAL, "two UTF-16 units each"),
];

/// Texts around the least length.
pub fn least(spot: &Spot<'_>, length: u64) -> Vec<Candidate> {
    let mut out = around(spot, "minLength", length, length.checked_sub(1));
    if length > 0 {
        out.push(spot.text("", "minLength: empty"));
        // One code point, two units: long enough for who counts units.
        let short = repeated(ASTRAL, length.div_ceil(2).min(length - 1));
        out.push(spot.text(&short, "minLength: long enough in UTF-16 units only"));
        let spaces = repeated(' ', length);
        out.push(spot.text(&spaces, "minLength: all of it spaces"));
    }
    out
}

/// Texts around the greatest length.
pub fn most(spot: &Spot<'_>, length: u64) -> Vec<Candidate> {
    let mut out = around(spot, "maxLength", length, length.checked_add(1));
    if length > 1 {
        let combining: String = "e\u{301}"
            .chars()
            .cycle()
            .take(usize::try_from(length).unwrap_or(0))
            .collect();
        out.push(spot.text(&combining, "maxLength: combining characters"));
        let longer = format!("{} ", repeated('a', length));
        out.push(spot.text(&longer, "maxLength: a space too many"));
    }
    out.push(spot.text(
        &repeated('a', length.saturating_mul(2).saturating_add(2)),
        "maxLength: twice and more",
    ));
    out
}

fn around(spot: &Spot<'_>, keyword: &str, edge: u64, beyond: Option<u64>) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (c, what) in KINDS {
        let text = repeated(c, edge);
        out.push(spot.text(&text, format!("{keyword}: the limit, {what}")));
        if let Some(beyond) = beyond {
            let text = repeated(c, beyond);
            out.push(spot.text(&text, format!("{keyword}: one beyond, {what}")));
        }
    }
    out
}
