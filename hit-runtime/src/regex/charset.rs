//! Whether a character is in a set, for the matchers of this crate.

use regex::Regex;

use super::error::PatternError;
use super::syntax::{Item, Set};
use super::translate::set_expression;

/// A set ready to be asked.
#[derive(Debug)]
pub(super) struct CharSet {
    /// One bit for each ASCII character.
    ascii: u128,
    rest: Rest,
}

#[derive(Debug)]
enum Rest {
    Items(Set),
    /// Unicode properties and case folding live in the `regex` crate.
    Regex(Regex),
}

impl CharSet {
    pub(super) fn new(set: &Set) -> Result<Self, PatternError> {
        let property = |item: &Item| matches!(item, Item::Property { .. });
        let rest = if set.ignore_case || set.items.iter().any(property) {
            let expression = format!(r"\A{}\z", set_expression(set));
            let regex = Regex::new(&expression);
            Rest::Regex(regex.map_err(|error| PatternError::new(0, error.to_string()))?)
        } else {
            Rest::Items(set.clone())
        };
        let ascii = (0..128_u8)
            .filter(|byte| rest.contains((*byte).into()))
            .fold(0, |bits, byte| bits | 1_u128 << byte);
        Ok(Self { ascii, rest })
    }

    pub(super) fn contains(&self, c: char) -> bool {
        let code = u32::from(c);
        if code < 128 {
            self.ascii >> code & 1 == 1
        } else {
            self.rest.contains(c)
        }
    }
}

impl Rest {
    fn contains(&self, c: char) -> bool {
        match self {
            Self::Items(set) => set.items.iter().any(|item| holds(item, c.into())) != set.negated,
            Self::Regex(regex) => regex.is_match(c.encode_utf8(&mut [0; 4])),
        }
    }
}

fn holds(item: &Item, code: u32) -> bool {
    let within = |&(first, last): &(u32, u32)| (first..=last).contains(&code);
    match item {
        Item::Range(first, last) => within(&(*first, *last)),
        Item::Named { name, negated } => name.ranges().iter().any(within) != *negated,
        // Sets with properties are asked through `Rest::Regex`.
        Item::Property { .. } => false,
    }
}

/// Whether `\b` takes a character for part of a word.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Whether `^` and `$` with the flag `m` take a character for a line's end.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// What holds between two characters.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// `^`.
    Start { multiline: bool },
    /// `$`.
    End { multiline: bool },
    /// `\b` or `\B`.
    Boundary { negated: bool },
}

impl Place {
    /// Whether it holds before the character at `at`.
    pub(super) fn holds(self, text: &[char], at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| text.get(at)).copied();
        let after = text.get(at).copied();
        match self {
            Self::Start { multiline } => before.is_none_or(|c| multiline && is_line_end(c)),
            Self::End { multiline } => after.is_none_or(|c| multiline && is_line_end(c)),
            Self::Boundary { negated } => {
                (before.is_some_and(is_word) != after.is_some_and(is_word)) != negated
            }
        }
    }
}
