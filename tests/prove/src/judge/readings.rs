//! Where hit and the crate `jsonschema` read the specification differently, and
//! why hit reads it as it does. The table in CONTRIBUTING.md says the same.

use hit_runtime::regex::CompiledPattern;
use hit_schema::Draft;
use serde_json::Value;

use super::case::Disagreement;
use super::decimals::is_multiple;
use super::endless::is_endless;
use super::references::leads_nowhere;

/// A documented difference.
pub struct Reading {
    /// Its name in the table.
    pub name: &'static str,
    /// Whether it is about schemas that one of the two refuses, with a reason
    /// that says so. Others explain only shrunk cases, which hold nothing but what
    /// they are about.
    schema: bool,
    covers: fn(&Disagreement) -> bool,
}

/// One about shrunk cases.
const fn verdict(name: &'static str, covers: fn(&Disagreement) -> bool) -> Reading {
    Reading {
        name,
        schema: false,
        covers,
    }
}

/// One about schemas.
const fn schema(name: &'static str, covers: fn(&Disagreement) -> bool) -> Reading {
    Reading {
        name,
        schema: true,
        covers,
    }
}

/// All of them.
pub const READINGS: &[Reading] = &[
    verdict("decimals", decimals),
    verdict("how an integer was written", written_integer),
    verdict("contains evaluates nothing", contains_of_2019),
    verdict("reference without end", |found| {
        both_judge(found) && is_endless(&found.case.schema)
    }),
    schema("schema that needs itself", |found| {
        refused_with(found, &["HIT0207"]) && is_endless(&found.case.schema)
    }),
    schema("reference that leads nowhere", |found| {
        refused_with(found, &["HIT0202", "HIT0203", "HIT0204"]) && leads_nowhere(&found.case.schema)
    }),
    schema("keyword of the wrong type", |found| {
        refused_with(found, &["HIT0401", "HIT0402"])
    }),
    schema("dialect that is not known", |found| {
        refused_with(found, &["HIT0301"])
    }),
    schema("pattern that the peer cannot compile", pattern_of_the_peer),
    verdict("what the meta-schema alone forbids", of_the_meta_schema),
];

/// The reading that explains that one of the two refuses a schema.
pub fn schema_reading(found: &Disagreement) -> Option<&'static Reading> {
    let mut about_schemas = READINGS.iter().filter(|reading| reading.schema);
    about_schemas.find(|reading| (reading.covers)(found))
}

/// The reading that explains a shrunk disagreement about a document.
pub fn verdict_reading(found: &Disagreement) -> Option<&'static Reading> {
    let mut about_verdicts = READINGS.iter().filter(|reading| !reading.schema);
    about_verdicts.find(|reading| (reading.covers)(found))
}

fn both_judge(found: &Disagreement) -> bool {
    found.hit.is_ok() && found.other.is_ok()
}

/// The keywords of a shrunk schema, apart from its draft.
fn keywords(found: &Disagreement) -> Vec<&str> {
    let members = found.case.schema.as_object();
    let names = members.into_iter().flat_map(|members| members.keys());
    names
        .map(String::as_str)
        .filter(|name| *name != "$schema")
        .collect()
}

/// hit judges by decimals, which long division confirms.
fn decimals(found: &Disagreement) -> bool {
    let (true, ["multipleOf"], Value::Number(value)) = (
        both_judge(found),
        keywords(found).as_slice(),
        &found.case.document,
    ) else {
        return false;
    };
    let divisor = match &found.case.schema["multipleOf"] {
        Value::Number(divisor) => divisor,
        _ => return false,
    };
    is_multiple(value, divisor).map(Ok) == Some(found.hit.clone())
}

/// Floats that no longer tell how they were written count as integers.
fn written_integer(found: &Disagreement) -> bool {
    let Value::Number(number) = &found.case.document else {
        return false;
    };
    let float = number.as_f64().filter(|_| number.is_f64());
    let untold = |float: f64| {
        float.fract() == 0.0 && (float.is_sign_negative() && float == 0.0 || float.abs() >= 9e18)
    };
    both_judge(found)
        && found.case.draft == Draft::Draft4
        && keywords(found) == ["type"]
        && found.case.schema["type"].to_string().contains("integer")
        && found.hit == Ok(true)
        && float.is_some_and(untold)
}

/// `contains` has no annotation before 2020-12.
fn contains_of_2019(found: &Disagreement) -> bool {
    let mut keywords = keywords(found);
    keywords.retain(|name| !matches!(*name, "minContains" | "maxContains"));
    both_judge(found)
        && found.case.draft == Draft::Draft201909
        && keywords == ["contains", "unevaluatedItems"]
        && found.case.document.is_array()
}

/// hit refuses the schema, with one of these codes; the peer does not look.
fn refused_with(found: &Disagreement, codes: &[&str]) -> bool {
    let reason = found.hit.as_ref().err();
    reason.is_some_and(|reason| codes.iter().any(|code| reason.contains(code)))
}

/// The peer refuses the schema for a pattern that hit compiles.
fn pattern_of_the_peer(found: &Disagreement) -> bool {
    let Err(reason) = &found.other else {
        return false;
    };
    let pattern = reason.strip_suffix(" is not a \"regex\"");
    let pattern = pattern.and_then(|text| serde_json::from_str::<String>(text).ok());
    found.hit.is_ok() && pattern.is_some_and(|pattern| CompiledPattern::new(&pattern).is_ok())
}

/// `items: []` up to 2019-09, and counts written as `1.0` in draft 4: hit reads them as they are meant.
fn of_the_meta_schema(found: &Disagreement) -> bool {
    let counts = |name: &str| {
        matches!(
            name,
            "maxItems" | "maxLength" | "maxProperties" | "minItems" | "minLength" | "minProperties"
        )
    };
    let [keyword] = keywords(found)[..] else {
        return false;
    };
    let value = &found.case.schema[keyword];
    let empty = keyword == "items" && *value == Value::Array(Vec::new());
    let whole = value.is_f64() && value.as_f64().is_some_and(|it| it.fract() == 0.0);
    let draft = found.case.draft;
    found.hit.is_ok()
        && found.other.is_err()
        && (empty && draft < Draft::Draft202012
            || counts(keyword) && whole && draft == Draft::Draft4)
}
