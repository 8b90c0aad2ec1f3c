//! Strings.

use serde_json::Value;

use super::merged::Merged;
use crate::schema::words::TEXTS;
use crate::{Dice, Literals};

/// A string that may fit: of a length in question, or said somewhere.
pub(super) fn string(merged: &Merged<'_>, literals: &Literals, dice: &mut Dice) -> String {
    let bounds: Vec<usize> = ["minLength", "maxLength"]
        .into_iter()
        .flat_map(|name| merged.all(name))
        .filter_map(|bound| usize::try_from(bound.as_u64()?).ok())
        .collect();
    if !bounds.is_empty() && dice.one_in(2) {
        let length = (*dice.pick(&bounds))
            .saturating_add(dice.below(3))
            .saturating_sub(1)
            .min(300);
        let letter = *dice.pick(&["a", "é", "😀"]);
        return letter.repeat(length);
    }
    if dice.one_in(3) && !literals.texts.is_empty() {
        return dice.pick(&literals.texts).clone();
    }
    let pattern = merged.all("pattern").find_map(Value::as_str);
    match pattern {
        Some(pattern) if dice.one_in(2) => from_pattern(pattern, dice),
        _ => dice.word(TEXTS),
    }
}

/// The letters of a pattern without its signs: near what it matches.
fn from_pattern(pattern: &str, dice: &mut Dice) -> String {
    let mut text = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('d') => {
                    text.push(char::from(b'0' + u8::try_from(dice.below(10)).unwrap_or(0)))
                }
                Some('w') => text.push('w'),
                Some('s') => text.push(' '),
                Some('.' | '-' | '/') => text.push('.'),
                _ => {}
            },
            '^' | '$' | '(' | ')' | '?' | '*' | '+' | '|' | '[' | ']' | '{' | '}' => {}
            '.' => text.push('x'),
            c => text.push(c),
        }
    }
    text
}
