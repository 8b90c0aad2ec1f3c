use super::{Json, Limits, SyntaxErrorKind, parse, parse_bytes};
use crate::Pointer;

fn errors(text: &str) -> Vec<String> {
    let errors = parse(text, &Limits::default()).expect_err(text);
    errors.iter().map(ToString::to_string).collect()
}

#[test]
fn agrees_with_serde_json_on_good_texts() {
    for text in [
        "null",
        " [ ] ",
        "{}",
        "{\"a\":{\"b\":[1,-2,3.5,1e3,-0,0.0,18446744073709551615,-9223372036854775808]}}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\ude00é😀\"",
        "[18446744073709551616, 1e308, 5e-324, 1e-400, true, false]",
        "{\"\": 1, \"a b\": 2, \"\\u0000\": 3}",
    ] {
        let node = parse(text, &Limits::default()).expect(text);
        let value: serde_json::Value = serde_json::from_str(text).expect(text);
        assert_eq!(node.to_value(), value, "{text}");
    }
}

#[test]
fn says_what_is_wrong_and_where() {
    for (text, expected) in [
        ("", "1:1: expected a value, found the end of the text"),
        (
            "[1,]",
            "1:3: a comma after the last element (remove the comma)",
        ),
        (
            "{\"a\":1,\n}",
            "1:7: a comma after the last element (remove the comma)",
        ),
        (
            "{'a':1}",
            "1:2: expected a member name in double quotes, found `'` (JSON strings are written in straight double quotes)",
        ),
        (
            "{a:1}",
            "1:2: expected a member name in double quotes, found `a` (names and strings are written in double quotes)",
        ),
        (
            "{\"a\" 1}",
            "1:6: expected `:` after the member name, found `1`",
        ),
        ("[1 2]", "1:4: expected `,` or `]`, found `2`"),
        ("{\"a\":1]", "1:7: expected `,` or `}`, found `]`"),
        (
            "[1\n// x\n]",
            "2:1: expected `,` or `]`, found `/` (JSON has no comments)",
        ),
        (
            "NaN",
            "1:1: expected a value, found `NaN` (JSON has no such number)",
        ),
        (
            "-Infinity",
            "1:1: expected a digit (JSON has no such number)",
        ),
        ("True", "1:1: expected a value, found `True` (write `true`)"),
        (
            "truely",
            "1:1: expected a value, found `truely` (names and strings are written in double quotes)",
        ),
        (
            "\u{feff}{}",
            "1:1: expected a value, found a byte order mark (save the text as UTF-8 without a byte order mark)",
        ),
        ("01", "1:1: a number has no leading zero"),
        ("1.", "1:1: expected a digit after the decimal point"),
        ("1e", "1:1: expected a digit in the exponent"),
        (
            "1e999",
            "1:1: this number is beyond the range of 64-bit floats",
        ),
        (
            "\"é\n\"",
            "1:3: a control character in a string must be escaped",
        ),
        ("\"\\x\"", "1:2: unknown escape in a string"),
        ("\"\\ud800\"", "1:2: half a surrogate pair is no character"),
        (
            "\"\\ud800\\u0041\"",
            "1:2: half a surrogate pair is no character",
        ),
        (
            "\"\\u00g0\"",
            "1:2: expected four hexadecimal digits after `\\u`",
        ),
        ("\"abc", "1:1: this string has no closing quote"),
        (
            "{} x",
            "1:4: expected the end of the text, found `x` (names and strings are written in double quotes)",
        ),
        ("\"é\" 1", "1:5: expected the end of the text, found `1`"),
    ] {
        assert_eq!(errors(text), [expected], "{text}");
    }
}

#[test]
fn goes_on_after_what_it_can() {
    let text = "[{\"a\":1,\n\"a\":2}, 1e999, {\"b\":{\"c\":1,\"c\":1}}, ]";
    let errors = parse(text, &Limits::default()).expect_err("faulty");
    let found: Vec<_> = errors
        .iter()
        .map(|e| (e.kind, e.span.line, e.pointer.as_str()))
        .collect();
    assert_eq!(
        found,
        [
            (SyntaxErrorKind::DuplicateMember, 2, "/0/a"),
            (SyntaxErrorKind::NumberOutOfRange, 2, "/1"),
            (SyntaxErrorKind::DuplicateMember, 2, "/2/b/c"),
            (SyntaxErrorKind::Syntax, 2, "/3"),
        ]
    );
}

#[test]
fn counts_columns_in_code_points_and_offsets_in_bytes() {
    let text = "{\n  \"é😀\": [10, \"x\"]\n}";
    let tree = parse(text, &Limits::default()).expect("good");
    let member = tree.member("é😀").expect("there");
    assert_eq!((member.name_span.line, member.name_span.column), (2, 3));
    let item = tree
        .pointer(&Pointer::from_escaped("/é😀/1"))
        .expect("there");
    assert_eq!((item.span.line, item.span.column), (2, 14));
    assert_eq!(&text[item.span.start..item.span.end], "\"x\"");
    assert_eq!(&text[tree.span.start..tree.span.end], text);
}

#[test]
fn bounds_the_depth() {
    let deep = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(parse(&deep(128), &Limits::default()).is_ok());
    let refused = errors(&deep(129));
    assert_eq!(refused, ["1:129: nested deeper than 128 levels"]);
    let refused = parse(&deep(100_000), &Limits { depth: usize::MAX }).expect_err("deep");
    assert_eq!(refused[0].kind, SyntaxErrorKind::TooDeep);
    assert!(parse(&deep(1024), &Limits { depth: usize::MAX }).is_ok());
}

#[test]
fn locates_bytes_that_are_not_utf8() {
    let errors = parse_bytes(b"[1,\n \"\xc3\xa9\xff\"]", &Limits::default()).expect_err("bad");
    assert_eq!(
        errors[0].to_string(),
        "2:4: the text is not UTF-8 from here on (save it as UTF-8)"
    );
}

#[test]
fn pointers_take_only_canonical_indices() {
    let tree = parse("[0, 1]", &Limits::default()).expect("good");
    for pointer in ["/01", "/+1", "/-", "/2", "/0/0", "/"] {
        assert!(
            tree.pointer(&Pointer::from_escaped(pointer)).is_none(),
            "{pointer}"
        );
    }
    let found = tree.pointer(&Pointer::from_escaped("/1")).expect("there");
    assert!(matches!(&found.value, Json::Number(n) if n.as_u64() == Some(1)));
}
