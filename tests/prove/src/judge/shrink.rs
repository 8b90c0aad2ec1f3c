//! Making a disagreement small.

mod step;

use serde_json::Value;

use self::step::{Step, steps};
use super::case::Case;

/// Attempts, at most.
const MOST: usize = 4_000;

/// The smallest case found for which `holds` is still true.
///
/// Documents come first, since another document of the same schema is asked for little; then a part of the schema for
/// the whole; then less of the schema.
pub fn shrink(case: &Case, holds: impl FnMut(&Case) -> bool) -> Case {
    let mut search = Search {
        best: case.clone(),
        left: MOST,
        holds,
    };
    loop {
        let document = search.less_document();
        let part = search.part();
        let schema = search.less_schema();
        if search.left == 0 || !(document || part || schema) {
            return search.best;
        }
    }
}

struct Search<H> {
    best: Case,
    left: usize,
    holds: H,
}

impl<H: FnMut(&Case) -> bool> Search<H> {
    /// Takes a candidate where it still holds.
    fn takes(&mut self, candidate: Case) -> bool {
        if self.left == 0 {
            return false;
        }
        self.left -= 1;
        let holds = (self.holds)(&candidate);
        if holds {
            self.best = candidate;
        }
        holds
    }

    /// Less of the document, as long as that goes.
    fn less_document(&mut self) -> bool {
        self.less(|case| &case.document, |case, document| case.with(document))
    }

    /// Less of the schema, as long as that goes.
    fn less_schema(&mut self) -> bool {
        self.less(
            |case| &case.schema,
            |case, schema| Case {
                schema,
                ..case.clone()
            },
        )
    }

    /// Tries each step of a value once. What a step makes is tried at the same place again: it is another one there.
    fn less(&mut self, of: fn(&Case) -> &Value, with: fn(&Case, Value) -> Case) -> bool {
        let mut found = false;
        let mut next = 0;
        let mut all: Vec<Step> = steps(of(&self.best));
        while let Some(step) = all.get(next)
            && self.left > 0
        {
            let value = step.apply(of(&self.best));
            let candidate = value.map(|value| with(&self.best, value));
            if candidate.is_some_and(|candidate| self.takes(candidate)) {
                all = steps(of(&self.best));
                found = true;
            } else {
                next += 1;
            }
        }
        found
    }

    /// A part of the schema, with the document or a part of it.
    fn part(&mut self) -> bool {
        let mut found = false;
        while self.one_part() {
            found = true;
        }
        found
    }

    fn one_part(&mut self) -> bool {
        let whole = self.best.clone();
        for part in subschemas(&whole.schema) {
            let schema = dressed(part, &whole.schema);
            for document in std::iter::once(&whole.document).chain(children(&whole.document)) {
                let candidate = Case {
                    schema: schema.clone(),
                    ..whole.with(document.clone())
                };
                if self.takes(candidate) {
                    return true;
                }
            }
        }
        false
    }
}

/// Objects up to three levels below a schema: its subschemas are among them.
fn subschemas(schema: &Value) -> Vec<&Value> {
    let mut found = Vec::new();
    let mut level = vec![schema];
    for _ in 0..3 {
        level = level.into_iter().flat_map(children).collect();
        found.extend(level.iter().copied().filter(|value| value.is_object()));
    }
    found
}

/// A part of a schema with the definitions of the whole, where it refers to something.
fn dressed(part: &Value, whole: &Value) -> Value {
    let mut dressed = part.clone();
    let text = part.to_string();
    let refers = text.contains("Ref\"") || text.contains("$ref\"");
    let definitions: &[&str] = match refers {
        true => &["$schema", "$defs", "definitions"],
        false => &["$schema"],
    };
    for keyword in definitions {
        if let (Value::Object(members), Some(value)) = (&mut dressed, whole.get(keyword)) {
            members.entry(*keyword).or_insert_with(|| value.clone());
        }
    }
    dressed
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Object(members) => Box::new(members.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => Box::new(std::iter::empty()),
    }
}
