//! A schema as hit reads it, spelled so that nobody can read it otherwise.

use hit_schema::Draft;
use serde_json::{Map, Number, Value, json};

use super::decimals::is_multiple;
use super::places::{alone, change, id_keyword};
use super::uri::encoded;

/// Without what the meta-schema forbids and hit reads as it is meant.
pub(super) fn by_the_meta_schema(schema: &Value, draft: Draft) -> Value {
    let mut schema = schema.clone();
    change(&mut schema, draft, &|members| repair(members, draft));
    name_dialects(&mut schema);
    schema
}

/// Without names of dialects that are none.
pub(super) fn of_known_dialects(schema: &Value) -> Value {
    let mut schema = schema.clone();
    name_dialects(&mut schema);
    schema
}

/// References lead to schemas in any place: names of dialects that are none go everywhere but from values.
fn name_dialects(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(name_dialects),
        Value::Object(members) => {
            if let Some(Value::String(uri)) = members.get("$schema") {
                match Draft::from_uri(uri) {
                    Some(known) => members.insert("$schema".to_owned(), known.schema().into()),
                    None => members.remove("$schema"),
                };
            }
            let values = ["const", "default", "enum", "examples"];
            let parts = members.iter_mut();
            parts
                .filter(|(name, _)| !values.contains(&name.as_str()))
                .for_each(|(_, part)| name_dialects(part));
        }
        _ => {}
    }
}

fn repair(members: &mut Map<String, Value>, draft: Draft) {
    let alone = draft.ref_overrides() && members.get("$ref").is_some_and(Value::is_string);
    // A list of no schemas: all items are additional ones.
    if draft < Draft::Draft202012 && members.get("items") == Some(&Value::Array(Vec::new())) {
        let rest = members.remove("additionalItems");
        members.insert(
            "items".to_owned(),
            rest.unwrap_or_else(|| Map::new().into()),
        );
    }
    if let Some(Value::String(id)) = members.get_mut(id_keyword(draft)) {
        *id = encoded(id);
    }
    if let Some(Value::String(target)) = members.get_mut("$ref") {
        let (document, fragment) = target.split_once('#').unwrap_or((target, ""));
        let fragment = if target.contains('#') {
            format!("#{fragment}")
        } else {
            String::new()
        };
        *target = encoded(document) + &fragment;
    }
    for (exclusive, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if draft == Draft::Draft4 && !members.contains_key(bound) {
            members.remove(exclusive);
        }
    }
    members.retain(|name, value| match name.as_str() {
        // What stands beside a reference.
        "$schema" if alone => value.is_string(),
        name if alone => matches!(name, "$ref" | "$defs" | "definitions"),
        // Words for people.
        "title" | "description" | "$comment" => value.is_string(),
        "examples" => value.is_array(),
        "deprecated" | "readOnly" | "writeOnly" => value.is_boolean(),
        "$recursiveAnchor" | "$recursiveRef" => draft == Draft::Draft201909,
        // Nothing is demanded.
        "prefixItems" | "required" => *value != Value::Array(Vec::new()),
        _ => true,
    });
    for (name, value) in members {
        match (name.as_str(), value) {
            ("type" | "required", Value::Array(all)) => once(all),
            ("dependencies" | "dependentRequired", Value::Object(named)) => {
                named.retain(|_, names| *names != Value::Array(Vec::new()));
                named
                    .values_mut()
                    .filter_map(Value::as_array_mut)
                    .for_each(once);
            }
            (name, value) if draft == Draft::Draft4 && COUNTS.contains(&name) => {
                let count = value.as_f64().filter(|it| it.fract() == 0.0 && *it >= 0.0);
                if let Some(count) = count.filter(|count| *count < 1e19) {
                    *value = Value::from(count as u64);
                }
            }
            _ => {}
        }
    }
}

const COUNTS: &[&str] = &[
    "maxItems",
    "maxLength",
    "maxProperties",
    "minItems",
    "minLength",
    "minProperties",
];

/// Leaves out what stands in a list already.
fn once(all: &mut Vec<Value>) {
    let mut kept: Vec<Value> = Vec::new();
    for value in all.drain(..) {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    *all = kept;
}

/// With the references of the draft alone, without empty ones, and with a name of the document that a reference
/// beside it does not take back.
pub(super) fn referring(schema: &Value, draft: Draft) -> Value {
    let mut schema = named(schema, draft).unwrap_or_else(|| schema.clone());
    change(&mut schema, draft, &|members| {
        if draft != Draft::Draft201909 {
            members.remove("$recursiveRef");
        }
        for keyword in ["$ref", "$dynamicRef"] {
            if let Some(Value::String(target)) = members.get_mut(keyword)
                && target.is_empty()
            {
                target.push('#');
            }
        }
    });
    schema
}

/// A document that has a name and is but a reference.
fn named(schema: &Value, draft: Draft) -> Option<Value> {
    let mut members = schema.as_object().filter(|_| alone(schema, draft))?.clone();
    members.get(id_keyword(draft))?.as_str()?;
    let kept = ["$schema", "$defs", "definitions", id_keyword(draft)];
    let target = members.remove("$ref")?;
    members.retain(|name, _| kept.contains(&name.as_str()));
    members.insert("allOf".to_owned(), json!([{"$ref": target}]));
    Some(members.into())
}

/// With `contains` where what it evaluates is not known.
pub(super) fn without_annotations(schema: &Value, draft: Draft) -> Value {
    let mut schema = schema.clone();
    change(&mut schema, draft, &|members| {
        let names = ["contains", "minContains", "maxContains"];
        let taken = names.iter().filter_map(|name| members.remove_entry(*name));
        let taken: Map<String, Value> = taken.collect();
        if !taken.contains_key("contains") {
            members.extend(taken);
            return;
        }
        demand(members, json!({"not": {"not": taken}}));
    });
    schema
}

/// With what is asked of numbers decided for those of a document.
pub(super) fn decided(schema: &Value, draft: Draft, document: &Value) -> Value {
    let mut numbers = Vec::new();
    collect(document, &mut numbers);
    let mut schema = schema.clone();
    change(&mut schema, draft, &|members| {
        if let Some(Value::Number(divisor)) = members.remove("multipleOf") {
            let multiples = numbers
                .iter()
                .filter(|it| is_multiple(it, &divisor) == Some(true));
            let multiples: Vec<&Number> = multiples.collect();
            let other = json!({"not": {"type": "number"}});
            demand(members, one_of(&multiples, other));
        }
        let types = members.get("type").cloned().unwrap_or_default();
        let mut types = types.as_array().cloned().unwrap_or_else(|| vec![types]);
        if draft == Draft::Draft4 && types.contains(&json!("integer")) {
            types.retain(|name| name != "integer");
            members.remove("type");
            let whole: Vec<&Number> = numbers.iter().filter(|it| is_written_whole(it)).collect();
            let other = match types.is_empty() {
                true => json!({"not": {}}),
                false => json!({"type": types}),
            };
            demand(members, one_of(&whole, other));
        }
    });
    schema
}

/// One of these numbers, or something else.
fn one_of(numbers: &[&Number], other: Value) -> Value {
    match numbers.is_empty() {
        true => other,
        false => json!({"anyOf": [{"enum": numbers}, other]}),
    }
}

/// Asks for something besides.
fn demand(members: &mut Map<String, Value>, schema: Value) {
    match members.get_mut("allOf") {
        Some(Value::Array(all)) => all.push(schema),
        _ => drop(members.insert("allOf".to_owned(), json!([schema]))),
    }
}

fn collect(value: &Value, numbers: &mut Vec<Number>) {
    match value {
        Value::Number(number) if !numbers.contains(number) => numbers.push(number.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, numbers)),
        Value::Object(members) => members.values().for_each(|value| collect(value, numbers)),
        _ => {}
    }
}

/// Whether a number may have been written without fraction and exponent (draft 4, 3.5): what is beyond `i64` and `u64`, and
/// `-0`, is a float that does not tell.
fn is_written_whole(number: &Number) -> bool {
    const HELD: std::ops::Range<f64> = -9_223_372_036_854_775_808.0..18_446_744_073_709_551_616.0;
    let untold = |float: f64| !HELD.contains(&float) || float == 0.0 && float.is_sign_negative();
    !number.is_f64() || number.as_f64().is_some_and(untold)
}

/// With the classes of patterns as ECMA-262 has them without the flag `i`: of ASCII, but for white space.
pub(super) fn in_ascii(schema: &Value, draft: Draft) -> Value {
    let mut schema = schema.clone();
    change(&mut schema, draft, &|members| {
        if let Some(Value::String(pattern)) = members.get_mut("pattern") {
            *pattern = spelled(pattern);
        }
        if let Some(Value::Object(named)) = members.get_mut("patternProperties") {
            *named = std::mem::take(named)
                .into_iter()
                .map(|(pattern, schema)| (spelled(&pattern), schema))
                .collect();
        }
    });
    schema
}

/// `\b`.
const BOUNDARY: &str = "(?:(?<=[0-9A-Z_a-z])(?![0-9A-Z_a-z])|(?<![0-9A-Z_a-z])(?=[0-9A-Z_a-z]))";

/// A pattern with `\w`, `\d` and `\b` spelled out.
fn spelled(pattern: &str) -> String {
    let mut out = String::new();
    let mut listed = false;
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        let class = match c {
            '\\' => match chars.next() {
                Some('w') => "0-9A-Z_a-z",
                Some('d') => "0-9",
                Some('b') if !listed => {
                    out.push_str(BOUNDARY);
                    continue;
                }
                other => {
                    out.push('\\');
                    out.extend(other);
                    continue;
                }
            },
            _ => {
                listed = c == '[' || listed && c != ']';
                out.push(c);
                continue;
            }
        };
        match listed {
            true => out.push_str(class),
            false => out.push_str(&format!("[{class}]")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Draft, by_the_meta_schema, decided, in_ascii, referring, without_annotations};

    #[test]
    fn what_the_meta_schema_forbids_goes() {
        let schema =
            json!({"properties": {"a": {"title": 1, "type": ["null", "null"], "minItems": 1.0}}});
        let repaired = json!({"properties": {"a": {"type": ["null"], "minItems": 1}}});
        let found = by_the_meta_schema(&schema, Draft::Draft4);
        assert_eq!(found.to_string(), repaired.to_string());
    }

    #[test]
    fn a_document_that_is_a_reference_keeps_its_name() {
        let schema = json!({"$id": "a", "$ref": "#/definitions/b", "minimum": 1, "definitions": {"b": {"$ref": "a"}}});
        let spelled = json!({"$id": "a", "definitions": {"b": {"$ref": "a"}}, "allOf": [{"$ref": "#/definitions/b"}]});
        assert_eq!(referring(&schema, Draft::Draft7), spelled);
        assert_eq!(referring(&schema, Draft::Draft201909), schema);
    }

    #[test]
    fn a_list_of_no_schemas_leaves_all_items_to_the_rest() {
        let schema = json!({"items": [], "additionalItems": {"type": "null"}});
        let found = by_the_meta_schema(&schema, Draft::Draft7);
        assert_eq!(found, json!({"items": {"type": "null"}}));
    }

    #[test]
    fn what_is_asked_of_numbers_is_decided() {
        let schema = json!({"multipleOf": 3, "type": ["integer", "null"]});
        let found = decided(&schema, Draft::Draft4, &json!([6, 7, 9.0]));
        let asked = json!([
            {"anyOf": [{"enum": [6, 9.0]}, {"not": {"type": "number"}}]},
            {"anyOf": [{"enum": [6, 7]}, {"type": ["null"]}]},
        ]);
        assert_eq!(found, json!({"allOf": asked}));
    }

    #[test]
    fn contains_is_hidden() {
        let schema = json!({"contains": {"const": 1}, "maxContains": 2, "unevaluatedItems": false});
        let hidden = json!([{"not": {"not": {"contains": {"const": 1}, "maxContains": 2}}}]);
        let found = without_annotations(&schema, Draft::Draft201909);
        assert_eq!(found, json!({"allOf": hidden, "unevaluatedItems": false}));
        let alone = json!({"maxContains": 2});
        assert_eq!(without_annotations(&alone, Draft::Draft201909), alone);
    }

    #[test]
    fn classes_are_spelled_out() {
        let schema = json!({"pattern": r"^(?!\d)[-\w]\\w\w$"});
        let spelled = json!({"pattern": r"^(?![0-9])[-0-9A-Z_a-z]\\w[0-9A-Z_a-z]$"});
        assert_eq!(in_ascii(&schema, Draft::Draft7), spelled);
    }
}
