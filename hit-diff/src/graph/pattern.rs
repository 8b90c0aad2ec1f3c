//! Patterns that begin with look-ahead, as several without.

use hit_runtime::regex::regular_expression;

use super::head::Head;
use super::kinds::KindSet;
use super::raw::{Raw, RawAtom};

/// Adds the conditions of a pattern: `^(?!a)b` matches where `^b` does and
/// `^(?:a)` does not.
pub(super) fn atoms(raw: &mut Raw, pattern: &str, out: &mut Vec<RawAtom>) {
    let Some(parts) = split(pattern) else {
        out.push(RawAtom::leaf(Head::Pattern(pattern.to_owned())));
        return;
    };
    for (part, positive) in parts {
        let atom = RawAtom::leaf(Head::Pattern(part));
        if positive {
            out.push(atom);
            continue;
        }
        let matching = raw.add(vec![atom]);
        let not = raw.negated(matching);
        let kinds = Head::Kinds(KindSet::STRINGS.not());
        let other = raw.add(vec![RawAtom::leaf(kinds)]);
        out.push(RawAtom::with(Head::Any, vec![other, not]));
    }
}

/// The parts of a pattern with leading look-ahead, each with whether it has to
/// match; `None` where there is no such look-ahead, or more.
fn split(pattern: &str) -> Option<Vec<(String, bool)>> {
    let mut rest = pattern.strip_prefix('^')?;
    let mut parts = Vec::new();
    loop {
        let positive = match rest {
            _ if rest.starts_with("(?!") => false,
            _ if rest.starts_with("(?=") => true,
            _ => break,
        };
        let end = group_end(rest)?;
        let inner = rest.get(3..end)?;
        parts.push((format!("^(?:{inner})"), positive));
        rest = rest.get(end + 1..)?;
    }
    if parts.is_empty() || rest.starts_with(['*', '+', '?', '{']) || alternates(rest) {
        return None;
    }
    parts.push((format!("^{rest}"), true));
    let regular = |(part, _): &(String, bool)| regular_expression(part).is_some();
    parts.iter().all(regular).then_some(parts)
}

/// Depth of groups and whether a class is open, character by character.
fn scan(text: &str, mut visit: impl FnMut(usize, char, usize) -> bool) {
    let (mut depth, mut class, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        if std::mem::take(&mut escaped) {
            continue;
        }
        match c {
            '\\' => escaped = true,
            '[' => class = true,
            ']' => class = false,
            _ if class => {}
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if !class && !visit(at, c, depth) {
            return;
        }
    }
}

/// Where the group that a text begins with ends.
fn group_end(text: &str) -> Option<usize> {
    let mut end = None;
    scan(text, |at, c, depth| {
        if c == ')' && depth == 0 {
            end = Some(at);
        }
        end.is_none()
    });
    end
}

/// Whether a text has alternatives outside groups.
fn alternates(text: &str) -> bool {
    let mut found = false;
    scan(text, |_, c, depth| {
        found |= c == '|' && depth == 0;
        !found
    });
    found
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn takes_leading_look_ahead_apart() {
        let parts = split("^(?!(?:meta|local)$).*$").unwrap();
        let expected = [("^(?:(?:meta|local)$)", false), ("^.*$", true)];
        let expected = expected.map(|(part, positive)| (part.to_owned(), positive));
        assert_eq!(parts, expected);
        assert!(split("^a(?!b)").is_none());
        assert!(split("^(?!a)b|c").is_none());
        assert!(split("(?!a)b").is_none());
    }
}
