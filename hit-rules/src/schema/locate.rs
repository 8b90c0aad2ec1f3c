//! From a place in a rule to the place in the schema's text.

use hit_runtime::json::Node;
use hit_runtime::{Pointer, Span};
use hit_schema::{Compiled, Origin};

/// The place of a stretch of a text that stands in a document, or of all of
/// it. `stretch` is two byte offsets in the text without its escapes;
/// `pointer` leads to the text below `origin`. What cannot be found is answered
/// with the closest value around it.
pub fn locate(
    compiled: &Compiled,
    origin: &Origin,
    pointer: &str,
    stretch: Option<(usize, usize)>,
) -> Origin {
    let Some((node, found)) = closest(compiled, origin, pointer) else {
        return origin.clone();
    };
    let whole = Origin {
        source: origin.source,
        pointer: found,
        span: node.span,
    };
    let text = compiled
        .sources
        .get(origin.source)
        .and_then(|source| source.text.get(node.span.start..node.span.end));
    let (Some(text), Some(_), Some((start, end))) = (text, node.as_str(), stretch) else {
        return whole;
    };
    let raw = |offset: usize| raw_offset(text, offset);
    let (from, to) = (raw(start), raw(end));
    let before = text.get(..from).unwrap_or_default().chars().count();
    Origin {
        span: Span {
            start: node.span.start + from,
            end: node.span.start + to.max(from + 1),
            line: node.span.line,
            column: node
                .span
                .column
                .saturating_add(u32::try_from(before).unwrap_or(u32::MAX)),
        },
        ..whole
    }
}

/// The value a pointer leads to, or the last one on the way.
fn closest<'c>(
    compiled: &'c Compiled,
    origin: &Origin,
    pointer: &str,
) -> Option<(&'c Node, Pointer)> {
    let mut at = origin.pointer.clone();
    let mut node = compiled.sources.tree(origin.source)?.pointer(&at)?;
    for token in Pointer::from_escaped(pointer).tokens() {
        let Some(below) = node.child(&token) else {
            break;
        };
        node = below;
        at.push(&token);
    }
    Some((node, at))
}

/// The offset in a JSON string, quotes included, of a byte of the text it stands for.
///
/// ```
/// # use hit_rules::schema::raw_offset;
/// assert_eq!(raw_offset(r#""a\n\u00e9b""#, 4), 10);
/// ```
pub fn raw_offset(json: &str, offset: usize) -> usize {
    let (mut raw, mut decoded) = (1, 0);
    while decoded < offset {
        let Some(rest) = json.get(raw..) else { break };
        let (length, bytes) = unit(rest);
        if length == 0 {
            break;
        }
        raw += length;
        decoded += bytes;
    }
    raw.min(json.len())
}

/// The length of the first character of a JSON string as it is written, and of what it stands for.
fn unit(rest: &str) -> (usize, usize) {
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (None, _) => (0, 0),
        (Some('\\'), Some('u')) => {
            let half = |at: usize| {
                rest.get(at..at + 4)
                    .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            };
            match half(2) {
                Some(0xd800..=0xdbff) => (12, 4),
                Some(code) => (6, char::from_u32(code).map_or(3, char::len_utf8)),
                None => (0, 0),
            }
        }
        (Some('\\'), Some(_)) => (2, 1),
        (Some(c), _) => (c.len_utf8(), c.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::raw_offset;

    #[test]
    fn offsets_go_through_escapes() {
        // Decoded: a " é 😀 \n b
        let json = r#""a\"\u00e9\ud83d\ude00\nb""#;
        for (decoded, raw) in [(0, 1), (1, 2), (2, 4), (4, 10), (8, 22), (9, 24), (10, 25)] {
            assert_eq!(raw_offset(json, decoded), raw, "{decoded}");
        }
        assert_eq!(raw_offset(r#""é""#, 2), 3);
        assert_eq!(raw_offset(r#""a"#, 40), 2, "a text that ends early");
    }
}
