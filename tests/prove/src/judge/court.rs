//! Both, asked about one case after the other.

use hit_schema::Draft;
use serde_json::Value;

use super::case::{Answer, Case, Disagreement};
use super::oracle::Oracle;
use super::subject::Subject;

/// What hit says, and what `jsonschema` says.
pub(super) type Answers = (Answer, Answer);

/// Remembers the schema that was asked about last, since many documents of one schema are asked about in a row.
#[derive(Default)]
pub(super) struct Court {
    last: Option<Sitting>,
}

struct Sitting {
    draft: Draft,
    schema: Value,
    formats: bool,
    subject: Result<Subject, String>,
    oracle: Result<Oracle, String>,
}

impl Court {
    /// What both say of a case.
    pub(super) fn ask(&mut self, case: &Case) -> Answers {
        let sitting = match self.last.take().filter(|last| last.is_of(case)) {
            Some(last) => last,
            None => Sitting::new(case),
        };
        let answers = sitting.answers(&case.document);
        self.last = Some(sitting);
        answers
    }

    /// A case with what both say of it.
    pub(super) fn found(&mut self, case: Case) -> Disagreement {
        let (hit, other) = self.ask(&case);
        Disagreement { case, hit, other }
    }
}

impl Sitting {
    fn new(case: &Case) -> Self {
        Self {
            draft: case.draft,
            schema: case.schema.clone(),
            formats: case.formats,
            subject: Subject::new(case.draft, &case.schema, case.formats),
            oracle: Oracle::new(case.draft, &case.schema, case.formats),
        }
    }

    fn is_of(&self, case: &Case) -> bool {
        self.draft == case.draft && self.formats == case.formats && self.schema == case.schema
    }

    fn answers(&self, document: &Value) -> Answers {
        let hit = self.subject.as_ref().map(|it| it.accepts(document));
        let other = match &self.oracle {
            Ok(oracle) => oracle
                .accepts(document)
                .ok_or_else(|| "jsonschema panics".to_owned()),
            Err(why) => Err(why.clone()),
        };
        (hit.map_err(Clone::clone), other)
    }
}
