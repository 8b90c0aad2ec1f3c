//! The scanner.

use crate::diagnostic::Diagnostic;
use crate::lexer::string::string;
use crate::lexer::token::{Token, TokenKind};
use crate::span::Span;

/// Longest first, so that the first match is the right one.
const PUNCTS: &[&str] = &[
    "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "?", ":", "+", "-", "*", "/", "%", "(", ")",
    "[", "]", "{", "}", ".", ",",
];

/// All tokens of a text, the end included; or the first place that is none.
pub fn lex(text: &str) -> Result<Vec<Token>, Diagnostic> {
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        at = skip_blank(text, at);
        let rest = text.get(at..).unwrap_or("");
        let Some(first) = rest.chars().next() else {
            break;
        };
        let (kind, len) = token(rest, first, at)?;
        tokens.push(Token {
            kind,
            span: Span::new(at, at + len),
        });
        at += len;
    }
    tokens.push(Token {
        kind: TokenKind::End,
        span: Span::new(text.len(), text.len()),
    });
    Ok(tokens)
}

fn skip_blank(text: &str, mut at: usize) -> usize {
    loop {
        let rest = text.get(at..).unwrap_or("");
        let blank = rest.len()
            - rest
                .trim_start_matches([' ', '\t', '\n', '\r', '\u{c}'])
                .len();
        at += blank;
        let rest = text.get(at..).unwrap_or("");
        if rest.starts_with("//") {
            at += rest.find('\n').unwrap_or(rest.len());
        } else if blank == 0 {
            return at;
        }
    }
}

fn token(rest: &str, first: char, at: usize) -> Result<(TokenKind, usize), Diagnostic> {
    if let Some(found) = string(rest, at)? {
        return Ok(found);
    }
    if first.is_ascii_alphabetic() || first == '_' {
        return Ok(word(rest));
    }
    if first == '`' {
        return quoted(rest, at);
    }
    let second_is_digit = rest.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    if first.is_ascii_digit() || (first == '.' && second_is_digit) {
        return number(rest, at);
    }
    for punct in PUNCTS {
        if rest.starts_with(punct) {
            return Ok((TokenKind::Punct(punct), punct.len()));
        }
    }
    Err(Diagnostic::new(
        format!("syntax error: unexpected character {first:?}"),
        Span::new(at, at + first.len_utf8()),
        at,
    ))
}

fn word(rest: &str) -> (TokenKind, usize) {
    let len = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .unwrap_or(rest.len());
    let name = &rest[..len];
    let kind = match name {
        "true" => TokenKind::Keyword("true"),
        "false" => TokenKind::Keyword("false"),
        "null" => TokenKind::Keyword("null"),
        "in" => TokenKind::Keyword("in"),
        _ => TokenKind::Ident(name.into()),
    };
    (kind, len)
}

fn quoted(rest: &str, at: usize) -> Result<(TokenKind, usize), Diagnostic> {
    let inner = &rest[1..];
    let allowed = |c: char| c.is_ascii_alphanumeric() || "_.-/ ".contains(c);
    match inner.find(|c: char| !allowed(c)) {
        Some(len) if len > 0 && inner[len..].starts_with('`') => {
            Ok((TokenKind::Quoted(inner[..len].into()), len + 2))
        }
        _ => Err(Diagnostic::new(
            "syntax error: a field in back-quotes holds letters, digits, and _ . - / or space",
            Span::new(at, at + 1),
            at,
        )),
    }
}

fn number(rest: &str, at: usize) -> Result<(TokenKind, usize), Diagnostic> {
    let digits = |from: usize, hex: bool| {
        let tail = rest.get(from..).unwrap_or("");
        tail.find(|c: char| {
            if hex {
                !c.is_ascii_hexdigit()
            } else {
                !c.is_ascii_digit()
            }
        })
        .unwrap_or(tail.len())
    };
    if (rest.starts_with("0x") || rest.starts_with("0X")) && digits(2, true) > 0 {
        let len = 2 + digits(2, true);
        return integer(&rest[2..len], 16, rest, len, at);
    }
    let whole = digits(0, false);
    let mut len = whole;
    let mut is_double = false;
    if rest[len..].starts_with('.') && digits(len + 1, false) > 0 {
        len += 1 + digits(len + 1, false);
        is_double = true;
    }
    if rest[len..].starts_with(['e', 'E']) {
        let sign = usize::from(rest[len + 1..].starts_with(['+', '-']));
        let exponent = digits(len + 1 + sign, false);
        if exponent > 0 {
            len += 1 + sign + exponent;
            is_double = true;
        }
    }
    if !is_double {
        return integer(&rest[..whole], 10, rest, whole, at);
    }
    match rest[..len].parse::<f64>() {
        Ok(value) if value.is_finite() => Ok((TokenKind::Double(value), len)),
        _ => Err(Diagnostic::new(
            "number is out of the range of a double",
            Span::new(at, at + len),
            at,
        )),
    }
}

fn integer(
    digits: &str,
    radix: u32,
    rest: &str,
    len: usize,
    at: usize,
) -> Result<(TokenKind, usize), Diagnostic> {
    let value = u64::from_str_radix(digits, radix)
        .map_err(|_| Diagnostic::new("integer is out of range", Span::new(at, at + len), at))?;
    if rest[len..].starts_with(['u', 'U']) {
        return Ok((TokenKind::UInt(value), len + 1));
    }
    Ok((TokenKind::Int(value), len))
}
