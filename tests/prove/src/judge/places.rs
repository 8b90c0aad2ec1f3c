//! Where schemas stand in a schema, as each draft has it.

use hit_schema::Draft;
use serde_json::{Map, Value};

pub(super) fn id_keyword(draft: Draft) -> &'static str {
    match draft <= Draft::Draft4 {
        true => "id",
        false => "$id",
    }
}

/// What a resource is called, where a schema is one.
pub(super) fn id(schema: &Value, draft: Draft) -> Option<&str> {
    let id = schema.get(id_keyword(draft))?.as_str()?;
    let own = !id.starts_with('#') && !alone(schema, draft);
    own.then(|| id.trim_end_matches('#'))
}

/// Whether a reference stands for everything beside it.
pub(super) fn alone(schema: &Value, draft: Draft) -> bool {
    draft.ref_overrides() && schema.get("$ref").is_some_and(Value::is_string)
}

/// Keywords whose value is a schema, a list of schemas, or an object of schemas: since when, until when.
const PARTS: &[(&str, Draft, Draft)] = &[
    ("additionalItems", Draft::Draft3, Draft::Draft201909),
    ("additionalProperties", Draft::Draft3, Draft::V1),
    ("allOf", Draft::Draft4, Draft::V1),
    ("anyOf", Draft::Draft4, Draft::V1),
    ("contains", Draft::Draft6, Draft::V1),
    ("contentSchema", Draft::Draft201909, Draft::V1),
    ("else", Draft::Draft7, Draft::V1),
    ("if", Draft::Draft7, Draft::V1),
    ("items", Draft::Draft3, Draft::V1),
    ("not", Draft::Draft4, Draft::V1),
    ("oneOf", Draft::Draft4, Draft::V1),
    ("prefixItems", Draft::Draft202012, Draft::V1),
    ("propertyNames", Draft::Draft6, Draft::V1),
    ("then", Draft::Draft7, Draft::V1),
    ("unevaluatedItems", Draft::Draft201909, Draft::V1),
    ("unevaluatedProperties", Draft::Draft201909, Draft::V1),
];

const OBJECTS_OF_PARTS: &[(&str, Draft, Draft)] = &[
    ("$defs", Draft::Draft201909, Draft::V1),
    ("definitions", Draft::Draft3, Draft::V1),
    ("dependencies", Draft::Draft3, Draft::V1),
    ("dependentSchemas", Draft::Draft201909, Draft::V1),
    ("patternProperties", Draft::Draft3, Draft::V1),
    ("properties", Draft::Draft3, Draft::V1),
];

/// The schemas that stand in a schema. Definitions beside a reference are some in all drafts, since references lead to them.
pub(super) fn parts(schema: &Value, draft: Draft) -> Vec<&Value> {
    let mut found: Vec<&Value> = slots(schema, draft)
        .into_iter()
        .map(|slot| slot.1)
        .collect();
    found.retain(|part| part.is_object());
    found
}

/// What stands where a schema has to, with its keyword.
pub(super) fn slots(schema: &Value, draft: Draft) -> Vec<(&'static str, &Value)> {
    let lone = alone(schema, draft);
    let of = |table: &'static [(&'static str, Draft, Draft)]| {
        let known = table
            .iter()
            .filter(move |row| row.1 <= draft && draft <= row.2)
            .filter(move |row| !lone || row.0 == "definitions");
        known.filter_map(|row| Some((row.0, schema.get(row.0)?)))
    };
    let mut found = Vec::new();
    for (keyword, value) in of(PARTS) {
        match value {
            Value::Array(all) => found.extend(all.iter().map(|one| (keyword, one))),
            one => found.push((keyword, one)),
        }
    }
    for (keyword, value) in of(OBJECTS_OF_PARTS) {
        let members = value.as_object().into_iter().flatten();
        let schemas = members.filter(|(_, part)| keyword != "dependencies" || !part.is_array());
        found.extend(schemas.map(|(_, part)| (keyword, part)));
    }
    found
}

/// Changes a schema and all that stand in it.
pub(super) fn change(schema: &mut Value, draft: Draft, how: &dyn Fn(&mut Map<String, Value>)) {
    let names = |table: &'static [(&'static str, Draft, Draft)]| {
        let known = table
            .iter()
            .filter(move |row| row.1 <= draft && draft <= row.2);
        known.map(|row| row.0)
    };
    let Value::Object(members) = schema else {
        return;
    };
    for name in names(PARTS) {
        match members.get_mut(name) {
            Some(Value::Array(all)) => all.iter_mut().for_each(|one| change(one, draft, how)),
            Some(one) => change(one, draft, how),
            None => {}
        }
    }
    for name in names(OBJECTS_OF_PARTS) {
        if let Some(Value::Object(named)) = members.get_mut(name) {
            named.values_mut().for_each(|one| change(one, draft, how));
        }
    }
    // Last, since it may put schemas in.
    how(members);
}
