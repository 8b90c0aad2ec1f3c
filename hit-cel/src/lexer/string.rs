//! String and byte literals: prefixes, quotes, escapes.

use crate::diagnostic::Diagnostic;
use crate::lexer::token::TokenKind;
use crate::span::Span;

/// The literal that starts here and its length in bytes; `None` when none does.
pub fn string(rest: &str, at: usize) -> Result<Option<(TokenKind, usize)>, Diagnostic> {
    let mut body = rest;
    let is_bytes = body.starts_with(['b', 'B']);
    if is_bytes {
        body = &body[1..];
    }
    let is_raw = body.starts_with(['r', 'R']);
    if is_raw {
        body = &body[1..];
    }
    let Some(quote) = ["\"\"\"", "'''", "\"", "'"]
        .into_iter()
        .find(|quote| body.starts_with(quote))
    else {
        return Ok(None);
    };
    let prefix = rest.len() - body.len() + quote.len();
    let mut literal = Literal {
        text: &rest[prefix..],
        quote,
        is_raw,
        is_bytes,
        out: Vec::new(),
        used: 0,
    };
    let token = literal.read().map_err(|message| {
        let place = at + prefix + literal.used;
        Diagnostic::new(message, Span::new(at, place), at)
    })?;
    Ok(Some((token, prefix + literal.used)))
}

struct Literal<'a> {
    text: &'a str,
    quote: &'a str,
    is_raw: bool,
    is_bytes: bool,
    out: Vec<u8>,
    used: usize,
}

impl Literal<'_> {
    fn read(&mut self) -> Result<TokenKind, &'static str> {
        loop {
            let rest = self.text.get(self.used..).unwrap_or("");
            if rest.starts_with(self.quote) {
                self.used += self.quote.len();
                return self.finish();
            }
            let Some(c) = rest.chars().next() else {
                return Err("syntax error: the string is not closed");
            };
            if self.quote.len() == 1 && (c == '\n' || c == '\r') {
                return Err("syntax error: the string is not closed on its line");
            }
            self.used += c.len_utf8();
            if c == '\\' && !self.is_raw {
                self.escape()?
            } else {
                self.push(c)
            }
        }
    }

    fn finish(&mut self) -> Result<TokenKind, &'static str> {
        let out = std::mem::take(&mut self.out);
        if self.is_bytes {
            return Ok(TokenKind::Bytes(out.into()));
        }
        let text = String::from_utf8(out).map_err(|_| "the string is not valid Unicode")?;
        Ok(TokenKind::String(text.into()))
    }

    fn push(&mut self, c: char) {
        self.out
            .extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }

    fn escape(&mut self) -> Result<(), &'static str> {
        let Some(c) = self.text.get(self.used..).unwrap_or("").chars().next() else {
            return Err("syntax error: the string is not closed");
        };
        self.used += c.len_utf8();
        match c {
            'a' => self.push('\u{7}'),
            'b' => self.push('\u{8}'),
            'f' => self.push('\u{c}'),
            'n' => self.push('\n'),
            'r' => self.push('\r'),
            't' => self.push('\t'),
            'v' => self.push('\u{b}'),
            '\\' | '?' | '"' | '\'' | '`' => self.push(c),
            'x' | 'X' => self.code(2, 16)?,
            'u' => self.code(4, 16)?,
            'U' => self.code(8, 16)?,
            '0'..='3' => {
                self.used -= 1;
                self.code(3, 8)?;
            }
            _ => return Err("unknown escape in the string"),
        }
        Ok(())
    }

    fn code(&mut self, digits: usize, radix: u32) -> Result<(), &'static str> {
        let wrong = "an escape in the string has too few digits";
        let text = self.text.get(self.used..self.used + digits).ok_or(wrong)?;
        if !text.chars().all(|c| c.is_digit(radix)) {
            return Err(wrong);
        }
        let code = u32::from_str_radix(text, radix).map_err(|_| wrong)?;
        self.used += digits;
        let is_byte = self.is_bytes && digits <= 3;
        if is_byte {
            self.out
                .push(u8::try_from(code).map_err(|_| "an escape is more than one byte")?);
        } else if self.is_bytes {
            return Err("\\u and \\U are not escapes of a byte string");
        } else {
            self.push(char::from_u32(code).ok_or("an escape is no Unicode character")?);
        }
        Ok(())
    }
}
