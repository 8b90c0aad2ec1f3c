//! From bytes to a verdict.

use std::collections::BTreeMap;

use hit_model::Hit;
use hit_runtime::{Report, Severity};

use super::hit;
use super::rules::Rules;
use super::schemas::Schemas;
use crate::catalogue::Catalogue;
use crate::clock;

/// Judges hits.
pub struct Judge {
    schemas: Schemas,
    rules: Rules,
}

/// What comes from outside of a hit.
#[derive(Clone, Copy, Debug)]
pub struct Outside<'a> {
    /// The headers of the request that rules may ask for, by their names in lower case.
    pub headers: &'a BTreeMap<String, String>,
    /// What the system knows.
    pub catalogue: &'a Catalogue,
}

/// What is found about a text.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// A hit.
    Accepted(Accepted),
    /// Not JSON: nothing else is known of it.
    NotJson(Report),
    /// JSON that its schema or a rule refuses.
    Refused {
        /// The hit type, where it names one.
        hit_type: Option<&'static str>,
        /// Everything that is wrong with it.
        report: Report,
    },
}

/// A hit that is to be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The place of its type among all.
    pub schema: usize,
    /// Its type.
    pub hit_type: &'static str,
    /// When it happened, in milliseconds since 1970.
    pub event_ms: i64,
    /// The media whose use it records.
    pub used: Vec<String>,
    /// The rules that could not be evaluated.
    pub not_evaluated: Vec<String>,
}

impl Judge {
    /// Of the schemas of `hit-model`.
    ///
    /// # Errors
    /// Schemas or rules that do not compile; those of a released `hit-model` do.
    pub fn new() -> Result<Self, String> {
        let schemas = Schemas::bundled();
        let rules = Rules::new(&schemas)?;
        Ok(Self { schemas, rules })
    }

    /// The schemas that it holds hits to.
    pub fn schemas(&self) -> &Schemas {
        &self.schemas
    }

    /// Judges a text.
    pub fn judge(&self, text: &[u8], outside: &Outside<'_>) -> Verdict {
        match Hit::from_slice(text) {
            Ok(hit) => self.rules(&hit, text, outside),
            Err(report) if is_not_json(&report) => Verdict::NotJson(report),
            Err(report) => self.refused(text, report),
        }
    }

    fn rules(&self, hit: &Hit, text: &[u8], outside: &Outside<'_>) -> Verdict {
        let hit_type = hit.type_name();
        let found = self.rules.check(hit_type, text, outside);
        let report = Report {
            violations: found.violations,
        };
        let Some(schema) = self.schemas.index(hit_type).filter(|_| report.is_ok()) else {
            return Verdict::Refused {
                hit_type: Some(hit_type),
                report,
            };
        };
        Verdict::Accepted(Accepted {
            schema,
            hit_type,
            // The schema accepts only dates that have an instant.
            event_ms: clock::instant(hit::date(hit)).unwrap_or_default(),
            used: hit::used(hit),
            not_evaluated: found.not_evaluated,
        })
    }

    /// Names the type of a text that is no hit, for the reply.
    fn refused(&self, text: &[u8], report: Report) -> Verdict {
        let value: Option<serde_json::Value> = serde_json::from_slice(text).ok();
        let named = value.as_ref().and_then(|value| value.get("type")?.as_str());
        let schema = named.and_then(|name| self.schemas.get(name));
        Verdict::Refused {
            hit_type: schema.map(|schema| schema.name),
            report,
        }
    }
}

fn is_not_json(report: &Report) -> bool {
    let mut errors = report.violations.iter();
    errors.any(|it| it.severity == Severity::Error && it.code == "json" && it.schema.is_empty())
}
