//! `style` of draft 3.

/// Whether a text is a list of CSS declarations: `color: red; width: 3px`.
///
/// Checks the outline (CSS 2.1, section 4.1.8): names, colons, balanced
/// brackets and strings; not which properties and values exist.
pub fn is_style(text: &str) -> bool {
    let Some(declarations) = split(text) else {
        return false;
    };
    declarations.iter().all(|declaration| {
        let declaration = declaration.trim();
        declaration.is_empty()
            || declaration
                .split_once(':')
                .is_some_and(|(name, value)| is_name(name.trim_end()) && !value.trim().is_empty())
    })
}

fn is_name(name: &str) -> bool {
    let name = name.strip_prefix('-').unwrap_or(name);
    let start = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
    name.starts_with(start)
        && name
            .chars()
            .all(|c| start(c) || c.is_ascii_digit() || c == '-')
}

/// The parts between semicolons outside strings and brackets; `None` where
/// these are not balanced.
fn split(text: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let mut closers = Vec::new();
    let mut quote = None;
    let mut start = 0;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match (quote, c) {
            (_, '\\') => {
                chars.next()?;
            }
            (Some(open), c) if c == open => quote = None,
            (Some(_), '\n') => return None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(c),
            (None, '(') => closers.push(')'),
            (None, '[') => closers.push(']'),
            (None, '{') => closers.push('}'),
            (None, ')' | ']' | '}') if closers.pop() != Some(c) => return None,
            (None, ';') if closers.is_empty() => {
                parts.push(text.get(start..at)?);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text.get(start..)?);
    (closers.is_empty() && quote.is_none()).then_some(parts)
}
