//! Keywords with values that they cannot have, by a table of the kinds of values.

use hit_schema::Draft;
use serde_json::Value;

use super::places::{alone, slots};
use super::reached::Reached;

/// Whether some schema has a keyword of the wrong type, or something that is no schema where one has to be.
pub(super) fn holds_wrong(root: &Value, draft: Draft) -> bool {
    let reached = Reached::from(root, draft);
    let mut places = reached.places.iter().map(|place| place.0);
    // A reference may lead to something that is no schema; meta-schemas are not in the document.
    places.any(|place| !place.is_null() && (!is_schema("", place, draft) || is_wrong(place, draft)))
}

fn is_wrong(schema: &Value, draft: Draft) -> bool {
    let members = schema.as_object().into_iter().flatten();
    let mut members = members.filter(|(name, _)| !alone(schema, draft) || *name == "$ref");
    let mut slots = slots(schema, draft).into_iter();
    members.any(|(name, value)| !fits(name, value, draft))
        || slots.any(|(keyword, part)| !is_schema(keyword, part, draft))
}

/// A schema is an object, or from draft 6 on a truth value; before, in two keywords and their like.
fn is_schema(keyword: &str, value: &Value, draft: Draft) -> bool {
    let truth =
        draft >= Draft::Draft6 || ["additionalProperties", "additionalItems"].contains(&keyword);
    value.is_object() || value.is_boolean() && truth
}

/// Whether a value is of a kind that a keyword can have.
fn fits(name: &str, value: &Value, draft: Draft) -> bool {
    let number = value.as_f64();
    let count = number.is_some_and(|it| it >= 0.0 && it.fract() == 0.0);
    let texts = || {
        value
            .as_array()
            .is_some_and(|all| all.iter().all(Value::is_string))
    };
    match name {
        "maximum" | "minimum" => value.is_number(),
        "exclusiveMaximum" | "exclusiveMinimum" => match draft >= Draft::Draft6 {
            true => value.is_number(),
            false => value.is_boolean(),
        },
        "multipleOf" => number.is_some_and(|it| it > 0.0),
        "maxLength" | "minLength" | "maxItems" | "minItems" | "maxProperties" | "minProperties" => {
            count
        }
        "maxContains" | "minContains" if draft >= Draft::Draft201909 => count,
        "pattern" | "$ref" | "$schema" | "format" => value.is_string(),
        "$dynamicRef" | "$dynamicAnchor" if draft >= Draft::Draft202012 => value.is_string(),
        "$anchor" if draft >= Draft::Draft201909 => value.is_string(),
        "$recursiveRef" if draft == Draft::Draft201909 => *value == "#",
        "$recursiveAnchor" if draft == Draft::Draft201909 => value.is_boolean(),
        "uniqueItems" => value.is_boolean(),
        "required" => texts(),
        "enum" => value.is_array(),
        "type" => is_types(value),
        "allOf" | "anyOf" | "oneOf" => value.as_array().is_some_and(|all| !all.is_empty()),
        "prefixItems" if draft >= Draft::Draft202012 => value.is_array(),
        "items" if draft >= Draft::Draft202012 => !value.is_array(),
        "properties" | "patternProperties" | "definitions" | "dependencies" => value.is_object(),
        "$defs" | "dependentSchemas" if draft >= Draft::Draft201909 => value.is_object(),
        "dependentRequired" if draft >= Draft::Draft201909 => {
            value.as_object().is_some_and(|named| {
                named.values().all(|names| {
                    names
                        .as_array()
                        .is_some_and(|all| all.iter().all(Value::is_string))
                })
            })
        }
        _ => true,
    }
}

fn is_types(value: &Value) -> bool {
    const NAMES: [&str; 7] = [
        "array", "boolean", "integer", "null", "number", "object", "string",
    ];
    let named = |one: &Value| one.as_str().is_some_and(|name| NAMES.contains(&name));
    let listed = |all: &Vec<Value>| !all.is_empty() && all.iter().all(named);
    named(value) || value.as_array().is_some_and(listed)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Draft, holds_wrong};

    #[test]
    fn what_is_wrong_is_found_where_schemas_are() {
        let wrong = [
            json!({"items": {"maxLength": -1}}),
            json!({"anyOf": [{"type": "text"}]}),
            json!({"not": 1}),
            json!({"properties": {"a": {"required": [1]}}}),
        ];
        let right = [
            json!({"const": {"maxLength": -1}}),
            json!({"properties": {"maxLength": {"type": "null"}}}),
            json!({"$recursiveRef": 1, "items": true}),
        ];
        let found = |schema: &serde_json::Value| holds_wrong(schema, Draft::Draft202012);
        assert!(wrong.iter().all(found) && !right.iter().any(found));
        let truth = json!({"properties": {"a": false}});
        assert!(holds_wrong(&truth, Draft::Draft4) && !holds_wrong(&truth, Draft::Draft6));
        assert!(!holds_wrong(
            &json!({"additionalProperties": false}),
            Draft::Draft4
        ));
    }
}
