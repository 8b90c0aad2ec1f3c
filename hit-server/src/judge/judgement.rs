//! From bytes to a verdict.

use hit_model::Hit;
use hit_runtime::{Report, Severity};

use super::hit;
use super::rules::Rules;
use super::schemas::Schemas;
use super::verdict::{Accepted, Outside, Verdict};
use crate::clock;

/// Judges hits.
pub struct Judge {
    schemas: Schemas,
    rules: Rules,
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
            Err(report) => self.refused(text, outside, report),
        }
    }

    fn rules(&self, hit: &Hit, text: &[u8], outside: &Outside<'_>) -> Verdict {
        let hit_type = hit.type_name();
        let found = self
            .rules
            .check(hit_type, text, outside, &Report::default());
        let report = Report {
            violations: found.violations,
            ..Report::default()
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

    /// Names the type of a text that is no hit, and what its rules say beside its schema.
    fn refused(&self, text: &[u8], outside: &Outside<'_>, mut report: Report) -> Verdict {
        let value: Option<serde_json::Value> = serde_json::from_slice(text).ok();
        let named = value.as_ref().and_then(|value| value.get("type")?.as_str());
        let schema = named.and_then(|name| self.schemas.get(name));
        // Reading has run the rules that need nothing from outside; here all have their turn.
        report.not_evaluated.clear();
        if let Some(schema) = schema {
            let of_schema = |code: &str| !self.rules.has(schema.name, code);
            report.violations.retain(|it| of_schema(&it.code));
            let found = self.rules.check(schema.name, text, outside, &report);
            report.violations.extend(found.violations);
        }
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
