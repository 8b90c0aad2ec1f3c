//! Where hit and the crate `jsonschema` read the specification differently, and
//! why hit reads it as it does. The table in CONTRIBUTING.md says the same.

use hit_runtime::regex::CompiledPattern;
use hit_schema::Draft;
use serde_json::Value;

use super::case::Disagreement;
use super::endless::is_endless;
use super::oracle::Oracle;
use super::plain::{
    by_the_meta_schema, decided, in_ascii, of_known_dialects, referring, without_annotations,
};
use super::reached::Reached;
use super::wrong::holds_wrong;

/// A documented difference.
pub struct Reading {
    /// Its name in the table.
    pub name: &'static str,
    /// Whether it can be confirmed of any case. Others explain only shrunk cases,
    /// which hold nothing but what they are about.
    whole: bool,
    covers: fn(&Disagreement) -> bool,
}

/// One about shrunk cases.
const fn least(name: &'static str, covers: fn(&Disagreement) -> bool) -> Reading {
    Reading {
        name,
        whole: false,
        covers,
    }
}

/// One that can be told of any case.
const fn whole(name: &'static str, covers: fn(&Disagreement) -> bool) -> Reading {
    Reading {
        name,
        whole: true,
        covers,
    }
}

/// The peer judges by the schema without it.
pub(super) const META_SCHEMA: &str = "what the meta-schema alone forbids";

/// All of them.
pub const READINGS: &[Reading] = &[
    whole("decimals, and how an integer was written", numbers),
    whole("classes are of ASCII", classes),
    whole("contains evaluates nothing", contains_of_2019),
    whole("references of the draft", |found| {
        let spelled = referring(&found.case.schema, found.case.draft);
        found.hit.is_ok() && spelled != found.case.schema && the_peer_agrees(found, &spelled)
    }),
    least("reference without end", |found| {
        both_judge(found) && is_endless(&found.case.schema, found.case.draft)
    }),
    whole("schema that needs itself", |found| {
        refused_with(found, &["HIT0207"]) && is_endless(&found.case.schema, found.case.draft)
    }),
    whole("reference that leads nowhere", |found| {
        refused_with(found, &["HIT0202", "HIT0203", "HIT0204"]) && leads_nowhere(found)
    }),
    whole("keyword of the wrong type", |found| {
        refused_with(found, &["HIT0205", "HIT0401", "HIT0402"])
            && holds_wrong(&found.case.schema, found.case.draft)
    }),
    whole(META_SCHEMA, |found| {
        let case = &found.case;
        let meant = by_the_meta_schema(&case.schema, case.draft);
        found.other.is_err() && the_peer_agrees(found, &meant)
    }),
    whole("two schemas of one name", |found| {
        refused_with(found, &["HIT0206"])
            && Reached::from(&found.case.schema, found.case.draft).has_twins()
    }),
    whole("dialect that is not known", |found| {
        let schema = &found.case.schema;
        let unknown = dialects(schema).any(|text| Draft::from_uri(text).is_none());
        let without = || the_peer_agrees(found, &of_known_dialects(schema));
        unknown && (refused_with(found, &["HIT0301"]) || both_judge(found) && without())
    }),
    whole("pattern that the peer cannot compile", pattern_of_the_peer),
    whole("reference that the peer does not find", |found| {
        found.hit.is_ok()
            && found
                .other
                .as_ref()
                .is_err_and(|why| why.starts_with("Resource '"))
            && !leads_nowhere(found)
    }),
];

/// The reading that explains a disagreement as it was found.
pub fn reading_of_the_whole(found: &Disagreement) -> Option<&'static Reading> {
    let mut of_any = READINGS.iter().filter(|reading| reading.whole);
    of_any.find(|reading| (reading.covers)(found))
}

/// The reading that explains a shrunk disagreement.
pub fn reading_of_the_least(found: &Disagreement) -> Option<&'static Reading> {
    let mut of_the_least = READINGS.iter().filter(|reading| !reading.whole);
    of_the_least.find(|reading| (reading.covers)(found))
}

/// The dialects that are named somewhere.
fn dialects(root: &Value) -> impl Iterator<Item = &str> {
    let mut open = vec![root];
    std::iter::from_fn(move || {
        while let Some(value) = open.pop() {
            match value {
                Value::Array(items) => open.extend(items),
                Value::Object(members) => {
                    open.extend(members.values());
                    if let Some(Value::String(text)) = members.get("$schema") {
                        return Some(text.as_str());
                    }
                }
                _ => {}
            }
        }
        None
    })
}

fn leads_nowhere(found: &Disagreement) -> bool {
    Reached::from(&found.case.schema, found.case.draft).leads_nowhere
}

fn both_judge(found: &Disagreement) -> bool {
    found.hit.is_ok() && found.other.is_ok()
}

/// `contains` has no annotation before 2020-12: the peer says the same as hit once it cannot see one.
fn contains_of_2019(found: &Disagreement) -> bool {
    let case = &found.case;
    both_judge(found)
        && case.draft == Draft::Draft201909
        && the_peer_agrees(found, &without_annotations(&case.schema, case.draft))
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

/// The peer says the same as hit once the classes of its patterns are spelled out.
fn classes(found: &Disagreement) -> bool {
    let spelled = in_ascii(&found.case.schema, found.case.draft);
    both_judge(found) && spelled != found.case.schema && the_peer_agrees(found, &spelled)
}

/// The peer says the same as hit once it is decided which numbers are multiples by long division, and which are integers.
fn numbers(found: &Disagreement) -> bool {
    let case = &found.case;
    let decided = decided(&case.schema, case.draft, &case.document);
    both_judge(found) && decided != case.schema && the_peer_agrees(found, &decided)
}

/// Whether the peer says of another schema what hit says of the given one.
fn the_peer_agrees(found: &Disagreement, schema: &Value) -> bool {
    let case = &found.case;
    let peer = Oracle::new(case.draft, schema, case.formats).ok();
    let verdict = peer.and_then(|peer| peer.accepts(&case.document));
    verdict.is_some() && verdict == found.hit.clone().ok()
}
