//! No input panics, and none takes long.

use hit_runtime::json::{Limits, parse, parse_bytes};
use hit_schema::load::NoLoader;
use hit_schema::{ContentMode, Draft, Entry, FormatMode, Options, compile};

/// A small generator of numbers that look random, the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end.max(1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

const KEYWORDS: &[&str] = &[
    "$id",
    "id",
    "$schema",
    "$ref",
    "$anchor",
    "$dynamicAnchor",
    "$dynamicRef",
    "$recursiveRef",
    "$recursiveAnchor",
    "$vocabulary",
    "$defs",
    "definitions",
    "type",
    "disallow",
    "extends",
    "enum",
    "const",
    "minimum",
    "exclusiveMinimum",
    "multipleOf",
    "divisibleBy",
    "minLength",
    "pattern",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "uniqueItems",
    "prefixItems",
    "items",
    "additionalItems",
    "contains",
    "minContains",
    "unevaluatedItems",
    "required",
    "properties",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "dependencies",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedProperties",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "title",
    "default",
    "examples",
    "discriminator",
    "x-a",
    "tilde~/",
];

const SCALARS: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-1",
    "1.0",
    "1e300",
    "\"\"",
    "\"#\"",
    "\"#/properties/a\"",
    "\"#/$defs/a\"",
    "\"#a\"",
    "\"a\"",
    "\"string\"",
    "\"x:y\"",
    "\"http://a/b#c\"",
    "\"[\"",
    "\"%\"",
    "\"#/allOf/0\"",
    "\"#/%zz\"",
    "\"//\"",
    "\"http://json-schema.org/draft-04/schema#\"",
    "\"https://json-schema.org/draft/2020-12/schema\"",
    "\"#/items/1\"",
    "\"..\"",
    "\"é\"",
];

/// Anything, biased towards what looks like a schema.
fn anything(dice: &mut Dice, depth: usize, out: &mut String) {
    match dice.below(if depth == 0 { 1 } else { 6 }) {
        0 => out.push_str(dice.pick(SCALARS)),
        1 => {
            out.push('[');
            for index in 0..dice.below(3) {
                if index > 0 {
                    out.push(',');
                }
                anything(dice, depth - 1, out);
            }
            out.push(']');
        }
        _ => {
            out.push('{');
            let mut used: Vec<&str> = Vec::new();
            for _ in 0..dice.below(5) {
                let names: &[&str] = if dice.below(5) == 0 {
                    &["a", "b", ""]
                } else {
                    KEYWORDS
                };
                let name = dice.pick(names);
                if used.contains(&name) {
                    continue;
                }
                if !used.is_empty() {
                    out.push(',');
                }
                used.push(name);
                out.push_str(&format!("\"{name}\":"));
                anything(dice, depth - 1, out);
            }
            out.push('}');
        }
    }
}

#[test]
fn no_schema_panics() {
    let mut dice = Dice(7);
    let mut good = 0;
    for round in 0..6_000 {
        let mut text = String::new();
        anything(&mut dice, 5, &mut text);
        let options = Options {
            draft: Draft::ALL[round % Draft::ALL.len()],
            format: FormatMode::Assert,
            content: ContentMode::Assert,
            ..Options::STANDARD
        };
        match compile(&[Entry::text("s.json", text.clone())], &NoLoader, &options) {
            Ok(compiled) => {
                good += 1;
                assert_eq!(compiled.info.len(), compiled.program.nodes.len());
                let bundled = hit_schema::bundle(&compiled, 0).expect("a root");
                assert!(parse(&bundled, &Limits { depth: 512 }).is_ok(), "{bundled}");
                if let Ok(checker) = compiled.program.prepare() {
                    let value = serde_json::json!({"a": [1, "x", null], "b": {"a": 2.5}});
                    let root = compiled.roots[0].node;
                    assert_eq!(
                        checker.is_valid(root, &value),
                        checker.check(root, &value).is_ok()
                    );
                }
            }
            Err(errors) => assert!(!errors.to_string().is_empty()),
        }
    }
    assert!(good > 500, "{good} good schemas");
}

#[test]
fn no_text_panics() {
    let text = r#"{"a": [1, -2.5e3, "x\u00e9\ud83d\ude00é", {"b": null}], "c": true}"#;
    let mut dice = Dice(11);
    for _ in 0..20_000 {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=dice.below(3) {
            let at = dice.below(bytes.len());
            match dice.below(3) {
                0 => bytes[at] = u8::try_from(dice.below(256)).expect("a byte"),
                1 => drop(bytes.remove(at)),
                _ => bytes.insert(at, b"{}[],:\"\\u0-e"[dice.below(12)]),
            }
        }
        let found = parse_bytes(&bytes, &Limits::default());
        let expected = serde_json::from_slice::<serde_json::Value>(&bytes);
        match (found, expected) {
            (Ok(found), Ok(expected)) => assert_eq!(found.to_value(), expected),
            (Err(errors), expected) => {
                let twice = errors[0].message.starts_with("duplicate");
                assert!(twice || expected.is_err(), "{bytes:?}: {}", errors[0]);
            }
            (Ok(_), Err(error)) => panic!("{bytes:?}: {error}"),
        }
    }
}

/// Many definitions, all referred to from far: a way that is worse than linear would not end here.
#[test]
fn many_definitions_compile() {
    let count = 20_000;
    let definitions: Vec<_> = (0..count)
        .map(|at| format!("\"d{at}\":{{\"$ref\":\"#/$defs/d{}\"}}", at + 1))
        .collect();
    let uses: Vec<_> = (0..count)
        .map(|at| format!("\"p{at}\":{{\"$ref\":\"#/$defs/d{at}\"}}"))
        .collect();
    let names: Vec<_> = (0..count).map(|at| format!("\"p{at}\"")).collect();
    let text = format!(
        "{{\"$defs\":{{{},\"d{count}\":{{\"type\":\"null\"}}}},\"properties\":{{{}}},\"required\":[{}]}}",
        definitions.join(","),
        uses.join(","),
        names.join(",")
    );
    let options = Options {
        meta_schema: false,
        ..Options::STANDARD
    };
    let compiled = compile(&[Entry::text("s.json", text)], &NoLoader, &options);
    let compiled = compiled.unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(compiled.program.nodes.len(), 2 * count + 2);
}
