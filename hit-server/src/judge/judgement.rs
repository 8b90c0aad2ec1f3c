//! From bytes to a verdict.

use hit_model::{Hit, Ruled, RulesContextSource};
use hit_runtime::{Model, Outside as Values, Report, Severity};
use serde_json::Value;

use super::hit;
use super::schemas::Schemas;
use super::verdict::{Accepted, Sent, Verdict};
use crate::clock;

/// Judges hits.
#[derive(Debug)]
pub struct Judge {
    schemas: Schemas,
}

impl Judge {
    /// Of the schemas of `hit-model`.
    pub fn new() -> Self {
        Self {
            schemas: Schemas::bundled(),
        }
    }

    /// The schemas that it holds hits to.
    pub fn schemas(&self) -> &Schemas {
        &self.schemas
    }

    /// Judges what was sent.
    pub fn judge(&self, sent: &Sent) -> Verdict {
        match Hit::from_slice(&sent.body) {
            Ok(hit) => self.rules(&hit, sent),
            Err(report) if is_not_json(&report) => Verdict::NotJson(report),
            Err(report) => self.refused(sent, report),
        }
    }

    /// A hit that its schema accepts: compiled rules, over the typed value.
    fn rules(&self, hit: &Hit, sent: &Sent) -> Verdict {
        let hit_type = hit.type_name();
        let report = hit.check_rules(sent);
        let Some(schema) = self.schemas.index(hit_type).filter(|_| report.is_ok()) else {
            return Verdict::Refused {
                hit_type: Some(hit_type),
                report,
            };
        };
        let mut not_evaluated: Vec<String> =
            report.not_evaluated.into_iter().map(|it| it.id).collect();
        not_evaluated.sort_unstable();
        not_evaluated.dedup();
        Verdict::Accepted(Accepted {
            schema,
            hit_type,
            // The schema accepts only dates that have an instant.
            event_ms: clock::instant(hit::date(hit)).unwrap_or_default(),
            used: hit::used(hit),
            not_evaluated,
        })
    }

    /// A text that is no hit: all that is wrong with it, what rules with values from outside say among it.
    fn refused(&self, sent: &Sent, report: Report) -> Verdict {
        let value: Option<Value> = serde_json::from_slice(&sent.body).ok();
        let named = value.as_ref().and_then(|value| value.get("type")?.as_str());
        let schema = named.and_then(|name| self.schemas.get(name));
        let complete = value.as_ref().map(|value| explain(value, sent));
        Verdict::Refused {
            hit_type: schema.map(|schema| schema.name),
            // What was refused stays refused.
            report: complete
                .filter(|complete| !complete.is_ok())
                .unwrap_or(report),
        }
    }
}

fn explain(value: &Value, sent: &Sent) -> Report {
    let mut report = Hit::CHECKS.get().check(Hit::NODE, value);
    let context = sent.to_value();
    if let Some(rules) = Hit::rules() {
        let values = Values {
            context: context.as_ref(),
            ..Values::default()
        };
        rules.run(Hit::NODE, value, &values, &mut report);
    }
    report
}

fn is_not_json(report: &Report) -> bool {
    let mut errors = report.violations.iter();
    errors.any(|it| it.severity == Severity::Error && it.code == "json" && it.schema.is_empty())
}
