//! The types that rules have of their shapes.

use super::*;

#[test]
fn types_follow_the_shape() {
    // What a rule may say about a schema, and what not.
    let cases = [
        (json!({ "type": "integer" }), "self + 1 > 0", true),
        (json!({ "type": "integer" }), "self > 0.5", true),
        (json!({ "type": "integer" }), "self == 0.5", false),
        (json!({ "type": "number" }), "self * 2.0 > 1.0", true),
        (json!({ "type": "number" }), "self + 1 > 1.0", false),
        (json!({ "enum": ["A", "B"] }), "self == 'A'", true),
        (json!({ "enum": ["A", "B"] }), "self == 1", false),
        (json!({ "enum": [1, 2] }), "self == 1", true),
        (json!({ "const": "A" }), "self.startsWith('A')", true),
        (
            json!({ "type": "string", "format": "date-time" }),
            "timestamp(self).getFullYear() > 2000",
            true,
        ),
        (
            json!({ "type": ["string", "null"] }),
            "self.size() > 1",
            true,
        ),
        (
            json!({ "type": ["string", "integer"] }),
            "self == 'a' || self == 1",
            true,
        ),
        (
            json!({ "type": ["string", "integer"] }),
            "self == true",
            false,
        ),
        (
            json!({ "anyOf": [{ "type": "integer" }, { "type": "number" }] }),
            "self > 1.0",
            true,
        ),
        (
            json!({ "type": "array", "items": { "type": "integer" } }),
            "self.all(n, n > 0)",
            true,
        ),
        (
            json!({ "type": "array", "items": { "type": "integer" } }),
            "self.all(n, n == '')",
            false,
        ),
        (
            json!({ "type": "array", "prefixItems": [{ "type": "string" }], "items": false }),
            "self[0] == 'a'",
            true,
        ),
        (
            json!({ "type": "array", "prefixItems": [{ "type": "string" }], "items": false }),
            "self[0] == 1",
            false,
        ),
        (
            json!({ "type": "object", "additionalProperties": { "type": "integer" } }),
            "self.all(k, self[k] > k.size())",
            true,
        ),
        (
            json!({ "type": "object", "patternProperties": { "^x": { "type": "integer" } }, "additionalProperties": false }),
            "self.all(k, self[k] > 0)",
            true,
        ),
        (json!({ "type": "object" }), "has(self.anything)", true),
        (
            json!({ "type": "object", "properties": { "a": true } }),
            "self.a == 1 || self.a == 'x'",
            true,
        ),
        (
            json!({ "properties": { "a": { "type": "integer" } } }),
            "self.a > 0",
            true,
        ),
        (
            json!({ "properties": { "a": { "type": "integer" } } }),
            "self.b > 0",
            false,
        ),
        (
            json!({ "type": "object", "properties": { "a-b": { "type": "integer" } } }),
            "self.a__dash__b > 0",
            true,
        ),
        (
            json!({ "type": "object", "allOf": [{ "properties": { "a": { "type": "number" } } }, { "properties": { "a": { "type": "integer" } } }] }),
            "self.a + 1 > 0",
            true,
        ),
        (
            json!({ "oneOf": [
            { "type": "object", "properties": { "kind": { "const": "x" }, "n": { "type": "integer" } } },
            { "type": "object", "properties": { "kind": { "const": "y" }, "m": { "type": "string" } } },
        ] }),
            "self.kind == 'x' ? self.n > 0 : self.m != ''",
            true,
        ),
        (
            json!({ "$ref": "#/$defs/Tree", "$defs": { "Tree": { "type": "object", "properties": {
            "value": { "type": "integer" }, "children": { "type": "array", "items": { "$ref": "#/$defs/Tree" } } } } } }),
            "self.children.all(c, c.children.all(d, d.value > self.value))",
            true,
        ),
        (
            json!({ "$ref": "#/$defs/Json", "$defs": { "Json": { "anyOf": [
            { "type": "array", "items": { "$ref": "#/$defs/Json" } }, { "type": "object", "additionalProperties": { "$ref": "#/$defs/Json" } }, { "type": "string" }] } } }),
            "self == 'a' || self.size() > 0",
            true,
        ),
    ];
    for (mut schema, rule, right) in cases {
        schema["x-rules"] = json!([{ "id": "r", "rule": rule }]);
        let found = read(&schema.to_string(), &[]);
        match (found, right) {
            (Ok(_), false) => panic!("not refused: {rule} {schema}"),
            (Err(errors), true) => panic!("{rule}: {errors}"),
            _ => {}
        }
    }
}
