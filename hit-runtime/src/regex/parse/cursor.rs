//! What the parsers share: the text, the position, the flags.

use crate::regex::error::PatternError;

/// How much beyond unicode mode is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::regex) enum Mode {
    /// ECMA-262 with the `u` flag: what `format: regex` asks for.
    Strict,
    /// Also what schemas in the wild use; see the module's documentation.
    Lenient,
}

/// Flags in force at a place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flags {
    pub(super) ignore_case: bool,
    pub(super) multiline: bool,
    pub(super) dot_all: bool,
}

/// A position in a pattern.
pub(super) struct Cursor {
    pub(super) chars: Vec<char>,
    pub(super) at: usize,
    pub(super) mode: Mode,
    pub(super) flags: Flags,
    /// Names of all groups, by number from 1, known before parsing starts.
    pub(super) names: Vec<Option<String>>,
    /// Groups opened so far.
    pub(super) opened: usize,
    /// Groups open at this place.
    pub(super) depth: usize,
}

impl Cursor {
    pub(super) fn lenient(&self) -> bool {
        self.mode == Mode::Lenient
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    pub(super) fn eat(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        self.at += usize::from(found);
        found
    }

    /// Eats all of `text` or nothing.
    pub(super) fn eat_all(&mut self, text: &str) -> bool {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let count = text.chars().count();
        let found =
            rest.len() >= count && rest.iter().copied().zip(text.chars()).all(|(a, b)| a == b);
        self.at += if found { count } else { 0 };
        found
    }

    /// A decimal number, saturating; `None` without a digit.
    pub(super) fn number(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            number = Some(
                number
                    .unwrap_or(0_u32)
                    .saturating_mul(10)
                    .saturating_add(digit),
            );
        }
        number
    }

    /// Exactly `count` hexadecimal digits, or nothing.
    pub(super) fn hex(&mut self, count: usize) -> Option<u32> {
        let digits = self.chars.get(self.at..self.at + count)?;
        let number = digits
            .iter()
            .try_fold(0_u32, |sum, digit| Some(sum * 16 + digit.to_digit(16)?))?;
        self.at += count;
        Some(number)
    }

    pub(super) fn error(&self, reason: impl Into<String>) -> PatternError {
        PatternError::new(self.at, reason)
    }
}
