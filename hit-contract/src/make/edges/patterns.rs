//! `pattern`: what matches in all its ways, and what nearly matches.

use super::spot::{Candidate, Spot};
use crate::make::pattern::examples;

/// Characters that are replaced one by one.
const REPLACED: usize = 40;

/// Matches of all kinds, and near misses of the value that is there.
pub fn patterns(spot: &Spot<'_>, pattern: &str, rng: &mut fastrand::Rng) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = examples(pattern, rng)
        .iter()
        .map(|text| spot.text(text, "pattern: a text that matches"))
        .collect();
    let Some(text) = spot.value.as_str() else {
        return out;
    };
    let swapped: String = text.chars().map(swap_case).collect();
    let arabic: String = text.chars().map(|c| digit(c, '\u{660}')).collect();
    let wide: String = text.chars().map(|c| digit(c, '\u{ff10}')).collect();
    for (text, what) in [
        (format!("{text}\n"), "a line end after it"),
        (format!("\n{text}"), "a line end before it"),
        (format!("x\n{text}"), "a line before it"),
        (format!("{text}\nx"), "a line after it"),
        (format!(" {text}"), "a space before it"),
        (format!("{text} "), "a space after it"),
        (format!("{text}x"), "a letter after it"),
        (format!("x{text}"), "a letter before it"),
        (format!("{text}{text}"), "twice"),
        (format!("{text}\0"), "NUL after it"),
        (swapped, "the other case"),
        (arabic, "Arabic digits"),
        (wide, "wide digits"),
        (String::new(), "empty"),
    ] {
        out.push(spot.text(&text, format!("pattern: {what}")));
    }
    let count = text.chars().count();
    for at in 0..count.min(REPLACED) {
        let without: String = text
            .chars()
            .enumerate()
            .filter(|(it, _)| *it != at)
            .map(|(_, c)| c)
            .collect();
        out.push(spot.text(&without, "pattern: a character less"));
        for other in ['9', 'Z'] {
            let replaced = |(it, c)| if it == at { other } else { c };
            let text: String = text.chars().enumerate().map(replaced).collect();
            out.push(spot.text(&text, "pattern: another character"));
        }
    }
    out
}

fn swap_case(c: char) -> char {
    match c.is_ascii_lowercase() {
        true => c.to_ascii_uppercase(),
        false => c.to_ascii_lowercase(),
    }
}

fn digit(c: char, zero: char) -> char {
    let value = c.to_digit(10);
    value
        .and_then(|value| char::from_u32(u32::from(zero) + value))
        .unwrap_or(c)
}
