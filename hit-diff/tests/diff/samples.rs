//! Documents for a schema.

use hit_diff::{NoSample, SampleSettings, sample};

use crate::support::schema;

const HIT: &str = r##"{
  "type": "object",
  "required": ["id", "kind"],
  "properties": {
    "id": {"type": "integer", "minimum": 1},
    "kind": {"enum": ["play", "pause"]},
    "ranges": {"type": "array", "items": {"$ref": "#/$defs/range"}, "maxItems": 3},
    "note": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 12}
  },
  "additionalProperties": false,
  "$defs": {"range": {"type": "object", "required": ["from"], "properties": {"from": {"type": "number"}}}}
}"##;

fn settings(count: usize, seed: u64, invalid: bool) -> SampleSettings {
    SampleSettings {
        count,
        seed,
        invalid,
        ..SampleSettings::default()
    }
}

#[test]
fn valid_ones_differ_and_repeat_by_seed() {
    let schema = schema("hit", HIT);
    let samples = sample(&schema, settings(12, 7, false)).unwrap();
    assert_eq!(samples.len(), 12);
    for one in &samples {
        let value = serde_json::from_str(&one.text).unwrap();
        assert_eq!(schema.accepts(&value), Some(true), "{}", one.text);
        assert!(one.independent);
    }
    assert_eq!(samples, sample(&schema, settings(12, 7, false)).unwrap());
    assert_ne!(samples, sample(&schema, settings(12, 8, false)).unwrap());
    assert!(samples.iter().any(|one| one.text.contains("ranges")));
}

#[test]
fn invalid_ones_break_one_keyword() {
    let schema = schema("hit", HIT);
    let samples = sample(&schema, settings(20, 1, true)).unwrap();
    let mut codes: Vec<&str> = samples
        .iter()
        .map(|one| one.violation.as_ref().unwrap().code.as_str())
        .collect();
    codes.sort_unstable();
    codes.dedup();
    for code in [
        "additionalProperties",
        "enum",
        "maxItems",
        "maxLength",
        "minimum",
        "pattern",
        "required",
        "type",
    ] {
        assert!(codes.contains(&code), "{code} is not among {codes:?}");
    }
    for one in &samples {
        let value = serde_json::from_str(&one.text).unwrap();
        assert_eq!(schema.accepts(&value), Some(false), "{}", one.text);
    }
}

#[test]
fn arrays_and_objects_that_differ() {
    for (items, most) in [
        (r#"{"type": "array"}"#, usize::MAX),
        (
            r#"{"type": "array", "items": {"type": "null"}, "maxItems": 2}"#,
            3,
        ),
        (
            r#"{"type": "object", "required": ["a"], "properties": {"a": {"type": "array"}}}"#,
            usize::MAX,
        ),
        (r#"{"type": "object", "maxProperties": 0}"#, 1),
    ] {
        for count in 1..=4 {
            let text = format!(
                r#"{{"type": "array", "uniqueItems": true, "minItems": {count}, "maxItems": {count}, "items": {items}}}"#
            );
            let schema = schema("unique", &text);
            let samples = sample(&schema, settings(1, 1, false));
            let there = samples.is_ok_and(|samples| {
                let value = serde_json::from_str(&samples[0].text).unwrap();
                schema.accepts(&value) == Some(true)
            });
            assert_eq!(there, count <= most, "{text}");
        }
    }
}

#[test]
fn what_does_not_exist_is_said() {
    let none = sample(&schema("none", "false"), settings(1, 0, false));
    assert_eq!(none, Err(NoSample::None));
    let none = sample(&schema("all", "true"), settings(1, 0, true));
    assert_eq!(none, Err(NoSample::None));
}
