//! Recorded objects through generated types.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::generated::{Case, Fate, Refused, run};
use super::objects::{Found, Object, job};

/// What the generator says of a rule that nothing leads to.
const NEVER_RUN: &str = "the rule is never run";

/// What generated types say of recorded objects.
#[derive(Default)]
pub(super) struct Compiled {
    /// Schemas whose types compile, and all that have objects.
    pub(super) schemas: (usize, usize),
    /// Places of rules that are Rust, and all.
    pub(super) rules: (usize, usize),
    /// Objects with the right verdict.
    pub(super) verdict: usize,
    /// Objects with exactly the reference's set of pointers and messages.
    pub(super) exact: usize,
    /// Objects that their schema refuses, so that no value of the type exists: what their
    /// rules find is found over the text.
    pub(super) by_schema: usize,
    /// All objects.
    pub(super) all: usize,
    /// Unit cases, where they are there: those of valid objects, of invalid ones, and of rules that must
    /// not compile. Each with those judged right, and all.
    pub(super) unit: Option<[(usize, usize); 3]>,
    /// Unit cases without a type: the generator refuses schemas with rules that are never run, which
    /// the reference leaves aside.
    pub(super) never_run: Vec<String>,
    /// What went wrong.
    pub(super) wrong: Vec<String>,
}

impl Compiled {
    /// The figures.
    pub(super) fn to_json(&self) -> Value {
        json!({
            "schemas": {"compiled": self.schemas.0, "all": self.schemas.1},
            "rules": {"lowered": self.rules.0, "all": self.rules.1},
            "instances": {"verdict": self.verdict, "exact": self.exact, "all": self.all, "refused_by_schema": self.by_schema},
            "unit": self.unit.map(|[valid, invalid, compile]| json!({
                "right": valid.0 + invalid.0 + compile.0, "all": valid.1 + invalid.1 + compile.1,
                "valid": valid, "invalid": invalid, "compile": compile,
                "refused_as_never_run": self.never_run.len(),
            })),
        })
    }
}

/// Objects by the path of their schema.
pub(super) fn by_schema(objects: &[Object]) -> BTreeMap<&str, Vec<&Object>> {
    let mut by_schema: BTreeMap<&str, Vec<&Object>> = BTreeMap::new();
    for object in objects {
        by_schema.entry(&object.schema).or_default().push(object);
    }
    by_schema
}

/// Judges objects by the types of their schemas; `load` gives the schema of a path.
pub(super) fn instances(
    folder: &Path,
    objects: &[Object],
    load: &mut dyn FnMut(&str) -> Option<Value>,
) -> Result<Compiled, String> {
    let by_schema = by_schema(objects);
    let cases: Vec<Case> = by_schema
        .iter()
        .map(|(path, objects)| Case {
            name: (*path).to_owned(),
            schema: load(path).unwrap_or_default()["openAPIV3Schema"].to_string(),
            jobs: objects.iter().map(|object| object.job.clone()).collect(),
        })
        .collect();
    let mut compiled = Compiled {
        all: objects.len(),
        ..Compiled::default()
    };
    for ((path, objects), fate) in by_schema.iter().zip(run("rules", folder, &cases)?) {
        count(&mut compiled, path, &fate);
        for (object, answer) in objects.iter().zip(&fate.answers) {
            judge(&mut compiled, object, answer);
        }
    }
    Ok(compiled)
}

fn count(compiled: &mut Compiled, name: &str, fate: &Fate) {
    compiled.schemas.1 += 1;
    compiled.rules.0 += fate.rules.0;
    compiled.rules.1 += fate.rules.0 + fate.rules.1;
    match &fate.refused {
        None => compiled.schemas.0 += 1,
        Some(Refused::Generating(why)) => compiled.wrong.push(format!("{name}: refused: {why}")),
        Some(Refused::Compiling(why)) => {
            compiled
                .wrong
                .push(format!("{name}: does not compile: {why}"));
        }
    }
}

fn judge(compiled: &mut Compiled, object: &Object, answer: &Value) {
    let found = found(answer, "found");
    let typed = answer["typed"] == true;
    compiled.by_schema += usize::from(!typed);
    // What cannot be read is refused by a rule, or by the schema.
    let coherent = answer["accepted"] == true || !found.is_empty() || !typed;
    let right = coherent && found.is_empty() == object.wanted.is_empty();
    compiled.verdict += usize::from(right);
    compiled.exact += usize::from(found == object.wanted);
    if !right || found != object.wanted {
        let missing: Vec<_> = object.wanted.difference(&found).collect();
        let surplus: Vec<_> = found.difference(&object.wanted).collect();
        compiled.wrong.push(format!(
            "{}: missing {missing:?}, surplus {surplus:?}, answer {}",
            object.id,
            crate::text::brief(&answer.to_string(), 2_000)
        ));
    }
}

pub(super) fn found(answer: &Value, by: &str) -> Found {
    let all = answer[by].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    all.map(|it| (text(&it[0]), text(&it[1]))).collect()
}

/// The schema of a unit case. Cases do not say which schemas are those of whole resources; their
/// objects show it, and the schema of a resource has members that all of them have.
fn schema(row: &Value) -> Value {
    let mut schema = row["schema"].clone();
    let members = [
        ("apiVersion", "string"),
        ("kind", "string"),
        ("metadata", "object"),
    ];
    let is_resource = members
        .iter()
        .all(|(name, _)| row["object"].get(name).is_some());
    if is_resource && schema["type"] == "object" {
        for (name, ty) in members {
            if schema["properties"].get(name).is_none() {
                schema["properties"][name] = json!({ "type": ty });
            }
        }
    }
    schema
}

/// Judges the unit cases: each by the type of its own schema.
pub(super) fn unit(folder: &Path, lines: &str, compiled: &mut Compiled) -> Result<(), String> {
    let rows: Vec<Value> = lines
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    let cases: Vec<Case> = rows
        .iter()
        .map(|row| Case {
            name: "unit.json".to_owned(),
            schema: schema(row).to_string(),
            jobs: vec![job(&row["object"], row.get("oldObject"))],
        })
        .collect();
    let mut counts = [(0, 0); 3];
    for (row, fate) in rows.iter().zip(run("unit", folder, &cases)?) {
        let generated = !matches!(fate.refused, Some(Refused::Generating(_)));
        let answer = fate.answers.first();
        let found = answer.map(|answer| found(answer, "found"));
        let accepted = answer.is_some_and(|answer| answer["accepted"] == true);
        let refused = answer.is_some() && !accepted;
        let (class, right) = match row["class"].as_str() {
            Some("valid") => (0, found.as_ref().is_some_and(Found::is_empty)),
            // Where rules find nothing, the schema has to refuse the object.
            Some("invalid") => (1, found.is_some_and(|found| !found.is_empty()) || refused),
            _ => (2, !generated),
        };
        counts[class].0 += usize::from(right);
        counts[class].1 += 1;
        let id = row["id"].as_str().unwrap_or_default();
        if let (false, Some(Refused::Generating(why))) = (right, &fate.refused)
            && why.contains(NEVER_RUN)
        {
            compiled.never_run.push(id.to_owned());
        } else if !right {
            let why = match &fate.refused {
                Some(Refused::Generating(why)) => format!("refused: {why}"),
                Some(Refused::Compiling(why)) => format!("does not compile: {why}"),
                None => answer.map(Value::to_string).unwrap_or_default(),
            };
            let line = format!("unit {id} {}: {why}", row["class"]);
            compiled.wrong.push(line);
        }
    }
    compiled.unit = Some(counts);
    Ok(())
}
