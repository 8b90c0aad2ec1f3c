//! Message templates: `played {self.duration} s`.

use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text as it is.
    Text(String),
    /// An expression in braces.
    Expression {
        /// The expression.
        text: String,
        /// Where it starts in the template, in bytes.
        start: usize,
    },
}

/// The parts of a template. `{{` and `}}` stand for braces.
///
/// # Errors
/// A brace that is not closed, or closes nothing.
///
/// ```
/// use hit_cel::{Part, template};
/// let parts = template("{{{self.a}}}").unwrap();
/// assert_eq!(parts[0], Part::Text("{".into()));
/// assert_eq!(parts[1], Part::Expression { text: "self.a".into(), start: 3 });
/// ```
pub fn template(text: &str) -> Result<Vec<Part>, Diagnostic> {
    let (mut parts, mut plain, mut at) = (Vec::new(), String::new(), 0);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or("");
        if rest.starts_with("{{") || rest.starts_with("}}") {
            plain.push(c);
            at += 2;
        } else if c == '{' {
            let inner = rest.get(1..).unwrap_or("");
            let wrong = || {
                Diagnostic::new(
                    "the brace is not closed; write {{ for a brace",
                    Span::new(at, at + 1),
                    at,
                )
            };
            let len = closing(inner).ok_or_else(wrong)?;
            if !plain.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut plain)));
            }
            parts.push(Part::Expression {
                text: inner.get(..len).unwrap_or("").to_string(),
                start: at + 1,
            });
            at += len + 2;
        } else if c == '}' {
            return Err(Diagnostic::new(
                "the brace closes nothing; write }} for a brace",
                Span::new(at, at + 1),
                at,
            ));
        } else {
            plain.push(c);
            at += c.len_utf8();
        }
    }
    if !plain.is_empty() {
        parts.push(Part::Text(plain));
    }
    Ok(parts)
}

/// The length of an expression up to its closing brace. Braces of map
/// literals are counted, those in strings are not.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut quote, mut escaped) = (0usize, None, false);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some(_), '\\') => escaped = true,
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => depth += 1,
            (None, '}') if depth == 0 => return Some(at),
            (None, '}') => depth -= 1,
            (None, _) => {}
        }
    }
    None
}
