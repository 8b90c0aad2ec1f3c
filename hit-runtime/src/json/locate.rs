//! Lines and columns, counted once from front to back.

use crate::Span;

/// Turns byte offsets into lines and columns. Offsets have to come in rising
/// order, so that a text is walked only once however long its lines are.
pub(super) struct Locator<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> Locator<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            line: 1,
            column: 1,
        }
    }

    /// The span from `start` to `end`; `start` not before the one asked last.
    pub(super) fn span(&mut self, start: usize, end: usize) -> Span {
        let passed = self.bytes.get(self.at..start).unwrap_or_default();
        for &byte in passed {
            if byte == b'\n' {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else if !is_continuation(byte) {
                self.column = self.column.saturating_add(1);
            }
        }
        self.at = self.at.max(start);
        Span {
            start,
            end,
            line: self.line,
            column: self.column,
        }
    }
}

/// Whether a byte continues a UTF-8 code point.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}
