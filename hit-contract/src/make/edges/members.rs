//! Members: missing, unknown, misspelled, of another type of document.

use hit_runtime::check::Pattern;
use hit_runtime::regex::CompiledPattern;
use serde_json::Value;

use super::spot::{Candidate, Spot};
use crate::make::build::Builder;
use crate::text::Edit;

/// Names that programs treat in a way of their own.
const NAMES: [(&str, &str); 8] = [
    ("unknownMember", "an unknown member"),
    ("__proto__", "__proto__"),
    ("constructor", "constructor"),
    ("", "an empty name"),
    ("$ref", "$ref"),
    ("a\0b", "a name with NUL"),
    ("\u{1F600}", "a name beyond the Basic Multilingual Plane"),
    ("a.b[0]", "a name like a path"),
];

/// Each member that is there, left out.
pub fn removed(spot: &Spot<'_>) -> Vec<Candidate> {
    let Some(members) = spot.value.as_object() else {
        return Vec::new();
    };
    let remove = |name: &String| {
        let at = spot.at.join(name);
        Candidate::new(Edit::Remove { at }, format!("member {name}: left out"))
    };
    members.keys().map(remove).collect()
}

/// Required members: left out, null, and by a name that is nearly theirs.
pub fn required(spot: &Spot<'_>, names: &[String]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for name in names.iter().filter(|name| spot.value.get(name).is_some()) {
        let at = spot.at.join(name);
        out.push(Candidate::new(
            Edit::Remove { at: at.clone() },
            "required: left out",
        ));
        for other in misspelled(name) {
            let edit = Edit::Rename {
                at: at.clone(),
                name: other,
            };
            out.push(Candidate::new(edit, "required: by another name"));
        }
    }
    out
}

/// Members that the schema does not name.
pub fn unknown(spot: &Spot<'_>, names: &[String], builder: &mut Builder<'_>) -> Vec<Candidate> {
    let Some(members) = spot.value.as_object() else {
        return Vec::new();
    };
    let mut tried: Vec<(String, String)> = NAMES
        .iter()
        .map(|(name, what)| ((*name).to_owned(), (*what).to_owned()))
        .collect();
    for name in names.iter().take(3) {
        let other = misspelled(name);
        tried.extend(
            other
                .into_iter()
                .map(|name| (name, "a known name, misspelled".to_owned())),
        );
    }
    let foreign = spot.foreign.iter().filter(|name| !names.contains(name));
    tried.extend(
        foreign
            .take(8)
            .map(|name| (name.clone(), format!("{name}, of another schema"))),
    );
    let mut out = Vec::new();
    for (name, what) in tried {
        if members.contains_key(&name) {
            continue;
        }
        let nodes = builder.of_member(spot.want, &name);
        let built = builder.value(&nodes).to_string();
        let values = match nodes.is_empty() {
            // The large integer is one that doubles cannot hold.
            true => [
                "1",
                "null",
                "{\"a\":[1,{\"b\":null}]}",
                "9007199254740993",
                "0.1",
            ]
            .map(str::to_owned)
            .into(),
            false => vec![built, "null".to_owned(), "[[]]".to_owned()],
        };
        for raw in values {
            // Of each recipe one is kept at least: what is stored of the values differs.
            let recipe = match name == NAMES[0].0 {
                true => format!("members: {what}, {}", kind(&raw)),
                false => format!("members: {what}"),
            };
            let edit = Edit::Insert {
                at: spot.at.clone(),
                name: name.clone(),
                raw,
            };
            out.push(Candidate::new(edit, recipe));
        }
    }
    out
}

/// What a value is, in words.
fn kind(raw: &str) -> &'static str {
    match raw.as_bytes() {
        [b'n', ..] => "null",
        [b'{', ..] => "an object",
        [b'[', ..] => "a list",
        [b'0'..=b'9' | b'-', _, ..] => "a long number",
        [b'0'..=b'9', ..] => "a number",
        _ => "a value",
    }
}

/// Optional members that are not there, added.
pub fn added(spot: &Spot<'_>, builder: &mut Builder<'_>) -> Vec<Candidate> {
    let Some(members) = spot.value.as_object() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for (name, nodes) in &spot.want.members {
        if members.contains_key(name) {
            continue;
        }
        let edit = |raw: String| Edit::Insert {
            at: spot.at.clone(),
            name: name.clone(),
            raw,
        };
        let raw = builder.value(nodes).to_string();
        out.push(Candidate::new(edit(raw), format!("member {name}: added")));
        out.push(Candidate::new(
            edit("null".to_owned()),
            format!("member {name}: added as null"),
        ));
    }
    out
}

/// Around a number of members.
pub fn counts(spot: &Spot<'_>, count: u64, keyword: &str) -> Vec<Candidate> {
    let Some(members) = spot.value.as_object() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for (target, what) in [
        (count.checked_sub(1), "one less"),
        (Some(count), "the limit"),
        (count.checked_add(1), "one more"),
    ] {
        let Some(target) = target.and_then(|target| usize::try_from(target).ok()) else {
            continue;
        };
        let optional = members
            .keys()
            .filter(|name| !spot.want.required.contains(*name));
        let surplus = members.len().saturating_sub(target);
        let mut edits: Vec<Edit> = optional
            .rev()
            .take(surplus)
            .map(|name| Edit::Remove {
                at: spot.at.join(name),
            })
            .collect();
        for index in members.len()..target.min(members.len() + 2_000) {
            edits.push(Edit::Insert {
                at: spot.at.clone(),
                name: format!("added{index}"),
                raw: members
                    .values()
                    .next()
                    .map_or("1".to_owned(), Value::to_string),
            });
        }
        out.push(Candidate {
            edits,
            recipe: format!("{keyword}: {what}"),
        });
    }
    out
}

/// Members whose name matches a pattern, with values of all types.
pub fn by_pattern(spot: &Spot<'_>, pattern: &Pattern, builder: &mut Builder<'_>) -> Vec<Candidate> {
    let names = crate::make::pattern::examples(&pattern.0, &mut builder.rng);
    let matches =
        |name: &String| CompiledPattern::new(&pattern.0).is_ok_and(|it| it.is_match(name));
    let mut out = Vec::new();
    for name in names.into_iter().filter(matches).take(3) {
        let nodes = builder.of_member(spot.want, &name);
        let built = builder.value(&nodes).to_string();
        for raw in [
            built,
            "null".to_owned(),
            "\"x\"".to_owned(),
            "0".to_owned(),
            "[]".to_owned(),
            "{}".to_owned(),
        ] {
            let edit = Edit::Insert {
                at: spot.at.clone(),
                name: name.clone(),
                raw,
            };
            out.push(Candidate::new(
                edit,
                "patternProperties: a member that matches",
            ));
        }
    }
    out
}

/// Names that a schema of names may refuse.
pub fn names(spot: &Spot<'_>) -> Vec<Candidate> {
    let long = "n".repeat(300);
    let tried = [
        "",
        "a",
        "A",
        "1",
        "a b",
        "a-b",
        "a_b",
        "\u{e9}",
        long.as_str(),
        "unknown.name",
    ];
    let inserted = tried.iter().map(|name| {
        let edit = Edit::Insert {
            at: spot.at.clone(),
            name: (*name).to_owned(),
            raw: spot
                .value
                .as_object()
                .and_then(|it| it.values().next())
                .map_or("1".to_owned(), Value::to_string),
        };
        Candidate::new(edit, "propertyNames: another name")
    });
    inserted.collect()
}

/// What a name is taken for by mistake.
fn misspelled(name: &str) -> Vec<String> {
    let mut chars = name.chars();
    let first = chars.next();
    let capitalized: String = first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(chars)
        .collect();
    let mut found = vec![
        capitalized,
        name.to_uppercase(),
        name.to_lowercase(),
        format!("{name} "),
        format!("_{name}"),
    ];
    found.retain(|other| other != name);
    found.dedup();
    found
}
