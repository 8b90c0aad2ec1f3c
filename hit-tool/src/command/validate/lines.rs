//! JSON Lines, read with bounded memory.

use std::io::{self, BufRead, Read};

/// The longest line that is checked, in bytes.
pub const LONGEST: usize = 64 << 20;

/// A line of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// From 1.
    pub number: u32,
    /// Byte offset of its first byte in the file.
    pub offset: usize,
    /// Whether it is longer than [`LONGEST`]; the rest was skipped.
    pub cut: bool,
}

/// Reads lines one by one into the same memory.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    longest: usize,
    number: u32,
    offset: usize,
}

impl<R: BufRead> Lines<R> {
    /// The lines of `input`, each up to `longest` bytes.
    pub fn new(input: R, longest: usize) -> Self {
        Self {
            input,
            longest,
            number: 0,
            offset: 0,
        }
    }

    /// How many bytes were read.
    pub fn bytes(&self) -> u64 {
        self.offset as u64
    }

    /// The next line that is not blank goes to `text`, without its line feed.
    ///
    /// # Errors
    /// When the input cannot be read.
    pub fn next(&mut self, text: &mut Vec<u8>) -> io::Result<Option<Line>> {
        loop {
            let Some(line) = self.read(text)? else {
                return Ok(None);
            };
            if line.cut || !text.iter().all(u8::is_ascii_whitespace) {
                return Ok(Some(line));
            }
        }
    }

    fn read(&mut self, text: &mut Vec<u8>) -> io::Result<Option<Line>> {
        text.clear();
        let limit = self.longest as u64 + 1;
        let mut length = self.input.by_ref().take(limit).read_until(b'\n', text)?;
        if length == 0 {
            return Ok(None);
        }
        self.number = self.number.saturating_add(1);
        let offset = self.offset;
        let ended = text.last() == Some(&b'\n');
        if ended {
            text.pop();
        }
        let cut = text.len() > self.longest;
        if cut && !ended {
            length += self.input.skip_until(b'\n')?;
        }
        self.offset = self.offset.saturating_add(length);
        Ok(Some(Line {
            number: self.number,
            offset,
            cut,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Lines};

    fn all(input: &[u8], longest: usize) -> Vec<(Line, String)> {
        let mut lines = Lines::new(input, longest);
        let mut text = Vec::new();
        let mut all = Vec::new();
        while let Some(line) = lines.next(&mut text).expect("memory is readable") {
            all.push((line, String::from_utf8_lossy(&text).into_owned()));
        }
        assert_eq!(lines.bytes(), input.len() as u64);
        all
    }

    fn line(number: u32, offset: usize, cut: bool, text: &str) -> (Line, String) {
        (
            Line {
                number,
                offset,
                cut,
            },
            text.to_owned(),
        )
    }

    #[test]
    fn blank_lines_count_and_are_passed_over() {
        let expected = [
            line(1, 0, false, "1\r"),
            line(4, 6, false, "22"),
            line(5, 9, false, "3"),
        ];
        assert_eq!(all(b"1\r\n\n \t\n22\n3".as_slice(), 10).len(), 3);
        assert_eq!(all(b"1\r\n\n \n22\n3", 10), expected);
    }

    #[test]
    fn long_lines_are_cut_and_what_follows_is_read() {
        let expected = [
            line(1, 0, false, "123"),
            line(2, 4, true, "1234"),
            line(3, 11, false, "12"),
        ];
        assert_eq!(all(b"123\n123456\n12\n", 3), expected);
        assert_eq!(all(b"1234", 3), [line(1, 0, true, "1234")]);
        assert_eq!(all(b"", 3), []);
    }
}
