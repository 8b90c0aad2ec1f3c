//! Names, texts, numbers and patterns that schemas and documents share, so that
//! they meet.

use serde_json::{Number, Value, json};

use crate::Dice;

/// Names of members.
pub const NAMES: &[&str] = &[
    "a", "b", "c", "kind", "foo", "", "x-y", "a/b", "t~n", "é", "$ref", "0",
];

/// Texts.
pub const TEXTS: &[&str] = &[
    "",
    "a",
    "b",
    "ab",
    "abc",
    "foo",
    "A",
    "1",
    "-1",
    "é",
    "e\u{301}",
    "😀",
    "a\n",
    "\n",
    "a b",
    "null",
    "x-y",
    "\u{0}",
    "ſ",
    "K",
    "aaaaaaaaaa",
    "2024-02-29",
    "::1",
];

/// Patterns of ECMA-262, look-around and back-references included.
pub const PATTERNS: &[&str] = &[
    "^a",
    "b$",
    "^$",
    ".",
    "^.$",
    "a|b",
    "^(a|foo)$",
    "[a-c]+",
    "[^a]",
    "^[^a-c]*$",
    "\\d",
    "^\\w+$",
    "\\s",
    "\\S",
    "^x-",
    "a{2,3}",
    "^a?b*$",
    "\\bfoo\\b",
    "\\u00e9",
    "\\p{L}",
    "^\\P{Lu}$",
    "(?=a)ab",
    "^(?!a)",
    "(?<=a)b",
    "(a)\\1",
    "^(?<x>a+)\\k<x>$",
    "^\\cJ$",
    "[\\s\\S]",
    "[]",
    "[^]",
    "\\x61",
    "^\\D*$",
    "\\/",
    "^[\\w-]+$",
    "é",
    "^\\u{1F600}$",
    "^(?:a|ab)(?:c|bc)$",
    "\\W",
    "^[\\d.]+$",
    "\\Bb",
];

/// Numbers, those at the edges of Rust's types and of exactness among them.
pub fn number(dice: &mut Dice) -> Number {
    const EDGES: &[f64] = &[
        0.5,
        1.5,
        -0.5,
        2.5,
        0.1,
        0.01,
        1e-7,
        1e15,
        9_007_199_254_740_993.0,
        1e300,
        -1e300,
        1e18,
        -0.0,
        1.0,
        2.0,
    ];
    const WHOLE: &[i64] = &[
        0,
        1,
        2,
        3,
        -1,
        4,
        5,
        7,
        10,
        100,
        -2,
        255,
        256,
        i32::MAX as i64,
        i64::MAX,
        i64::MIN,
        9_007_199_254_740_993,
    ];
    let value = match dice.below(8) {
        0 | 1 => json!(*dice.pick(EDGES)),
        2 => json!(u64::MAX - dice.bits() % 3),
        3 => json!(i64::try_from(dice.below(2000)).unwrap_or(0) - 1000),
        _ => json!(*dice.pick(WHOLE)),
    };
    match value {
        Value::Number(number) => number,
        _ => Number::from(0),
    }
}

/// A small count.
pub fn count(dice: &mut Dice) -> u64 {
    dice.below(4) as u64
}

/// A value without members.
pub fn scalar(dice: &mut Dice) -> Value {
    match dice.below(7) {
        0 => Value::Null,
        1 => Value::Bool(dice.one_in(2)),
        2 | 3 => Value::Number(number(dice)),
        _ => dice.word(TEXTS).into(),
    }
}

/// Any small value.
pub fn value(dice: &mut Dice, depth: usize) -> Value {
    match dice.below(if depth == 0 { 5 } else { 8 }) {
        0..=4 => scalar(dice),
        5 => (0..dice.below(3)).map(|_| value(dice, depth - 1)).collect(),
        _ => Value::Object(
            (0..dice.below(4))
                .map(|_| (dice.word(NAMES), value(dice, depth - 1)))
                .collect(),
        ),
    }
}
