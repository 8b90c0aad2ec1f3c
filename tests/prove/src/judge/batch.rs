//! One schema and many documents.

use std::collections::BTreeMap;

use hit_schema::Draft;
use serde_json::Value;

use super::case::{Case, Disagreement};
use super::court::{Answers, Court};
use super::oracle::Oracle;
use super::plain::by_the_meta_schema;
use super::readings::{META_SCHEMA, reading_of_the_least, reading_of_the_whole};
use super::shrink::shrink;
use super::subject::Subject;

/// What was counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Schemas that both take.
    pub schemas: u64,
    /// Schemas that both refuse.
    pub refused: u64,
    /// Verdicts compared.
    pub cases: u64,
    /// Of these, documents accepted.
    pub accepted: u64,
    /// Documents on which `jsonschema` breaks down, which say nothing.
    pub broken: u64,
    /// Disagreements that a reading explains, by its name.
    pub explained: BTreeMap<&'static str, u64>,
    /// All others.
    pub disagreements: Vec<Disagreement>,
}

impl Tally {
    fn explains(&mut self, reading: &'static str, count: u64) {
        if count > 0 {
            *self.explained.entry(reading).or_default() += count;
        }
    }

    /// Adds another count.
    pub fn add(&mut self, other: Self) {
        self.schemas += other.schemas;
        self.refused += other.refused;
        self.cases += other.cases;
        self.accepted += other.accepted;
        self.broken += other.broken;
        for (name, count) in other.explained {
            self.explains(name, count);
        }
        self.disagreements.extend(other.disagreements);
    }
}

/// Asks both about a schema and documents.
///
/// # Panics
/// Where the two roads of hit's engine say different things.
pub fn judge(draft: Draft, schema: &Value, documents: &[Value], formats: bool) -> Tally {
    let mut tally = Tally::default();
    let draft = declared(schema).unwrap_or(draft);
    let mut case = Case {
        draft,
        schema: schema.clone(),
        document: Value::Null,
        formats,
    };
    let subject = Subject::new(draft, schema, formats);
    let oracle = Oracle::new(draft, schema, formats);
    let oracle: Result<Oracle, String> = oracle.or_else(|why| {
        let meant = by_the_meta_schema(schema, draft);
        let repaired = Oracle::new(draft, &meant, formats).map_err(|_| why)?;
        if subject.is_ok() {
            tally.explains(META_SCHEMA, 1);
            case.schema = meant;
        }
        Ok(repaired)
    });
    let (subject, oracle) = match (subject, oracle) {
        (Ok(subject), Ok(oracle)) => (subject, oracle),
        (Err(_), Err(_)) => {
            tally.refused += 1;
            return tally;
        }
        (hit, other) => {
            let hit: Result<(), String> = hit.map(|_| ());
            let (code, taken) = (code(&hit), other.is_ok());
            settle(&mut tally, &case, |(hit, other): &Answers| {
                code == self::code(hit) && other.is_ok() == taken
            });
            return tally;
        }
    };
    tally.schemas += 1;
    for document in documents {
        let Some(other) = oracle.accepts(document) else {
            tally.broken += 1;
            continue;
        };
        let hit = subject.accepts(document);
        tally.cases += 1;
        tally.accepted += u64::from(hit);
        if hit != other {
            let same = |answers: &Answers| *answers == (Ok(hit), Ok(other));
            settle(&mut tally, &case.with(document.clone()), same);
        }
    }
    tally
}

/// The draft that a schema says it is of; the peer would not ask it.
fn declared(schema: &Value) -> Option<Draft> {
    Draft::from_uri(schema.get("$schema")?.as_str()?)
}

/// The code of what is wrong with a schema, if something is.
fn code<T>(answer: &Result<T, String>) -> Option<String> {
    let (_, rest) = answer.as_ref().err()?.split_once("error[")?;
    rest.split_once(']').map(|(code, _)| code.to_owned())
}

/// Explains a disagreement, shrunk where that is needed, or keeps it.
fn settle(tally: &mut Tally, case: &Case, same: impl Fn(&Answers) -> bool) {
    let mut court = Court::default();
    let whole = court.found(case.clone());
    let reading = reading_of_the_whole(&whole).or_else(|| {
        let small = shrink(case, |case| same(&court.ask(case)));
        let small = court.found(small);
        let reading = reading_of_the_whole(&small).or_else(|| reading_of_the_least(&small));
        if reading.is_none() {
            tally.disagreements.push(small);
        }
        reading
    });
    if let Some(reading) = reading {
        tally.explains(reading.name, 1);
    }
}
