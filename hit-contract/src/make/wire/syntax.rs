//! Texts that are not JSON (RFC 8259), however nearly.

use super::tools::Wire;
use crate::text::Edit;

/// Values that are none, in the place of one that is.
const VALUES: [(&str, &str); 20] = [
    ("NaN", "NaN"),
    ("Infinity", "Infinity"),
    ("-Infinity", "minus Infinity"),
    ("undefined", "undefined"),
    ("True", "True"),
    ("None", "None"),
    ("0x1F", "a hexadecimal number"),
    ("01", "a leading zero"),
    ("-01", "a leading zero after the sign"),
    ("+1", "a plus sign"),
    (".5", "no digit before the point"),
    ("1.", "no digit after the point"),
    ("1e", "an exponent without digits"),
    ("--1", "two signs"),
    ("1_000", "an underscore in a number"),
    ("'text'", "single quotes"),
    ("\"\\x41\"", "an escape that is none"),
    ("\"\\u00g0\"", "a digit that is none in an escape"),
    ("\"a\nb\"", "a line end inside a string"),
    ("\"a\u{0}b\"", "NUL inside a string"),
];

/// Texts that no parser should read.
pub fn syntax(wire: &mut Wire<'_, '_>) {
    let text = wire.text().to_owned();
    for (raw, what) in VALUES {
        if let Some(changed) = with_value(wire, raw) {
            wire.malformed(changed, what);
        }
    }
    let end = text.trim_end().len();
    let start = text.find(['{', '[']).unwrap_or(0);
    let cut = |length: usize| text.as_bytes().get(..length).unwrap_or_default().to_vec();
    wire.malformed(cut(end.saturating_sub(1)), "the last byte is missing");
    wire.malformed(cut(text.len() / 2), "half of it is missing");
    wire.malformed(cut(start + 1), "all but the first byte is missing");
    for (tail, what) in [
        ("x", "a letter after it"),
        ("}", "a brace after it"),
        (",", "a comma after it"),
        ("\0", "NUL after it"),
        (" {}", "a second document after it"),
        ("//", "the beginning of a comment after it"),
    ] {
        wire.malformed(format!("{text}{tail}"), what);
    }
    wire.malformed(format!("{text}\n{text}"), "the document twice, by line");
    wire.malformed(text.replacen(['{', '['], "{/* c */", 1), "a comment");
    wire.malformed(format!("// c\n{text}"), "a comment of a line");
    if let Some(last) = text.rfind('}') {
        let (before, after) = text.split_at(last);
        wire.malformed(format!("{before},{after}"), "a comma after the last member");
    }
    wire.malformed(text.replacen(',', ",,", 1), "two commas");
    wire.malformed(text.replacen(':', "=", 1), "an equals sign for a colon");
    wire.malformed("", "nothing");
    wire.malformed(" \n", "white space alone");
    wire.malformed("{", "a brace alone");
    wire.malformed(format!("({text})"), "parentheses around it");
    wire.malformed(format!(")]}}',\n{text}"), "a prefix against inclusion");
}

/// The valid text with another value in the place of its last member; `None`
/// where it is no object with members.
pub fn with_value(wire: &Wire<'_, '_>, raw: &str) -> Option<String> {
    let text = &wire.base.text;
    let last = text.tree.as_object()?.last()?;
    let at = hit_runtime::Pointer::root().join(&last.name);
    text.edited(&Edit::Replace {
        at,
        raw: raw.to_owned(),
    })
}
