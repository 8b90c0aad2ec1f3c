//! What is proven about the bytes of a body.

use hit_rules::schema::{Outside, Reason};
use hit_runtime::json::{Limits, parse_bytes};
use hit_runtime::{Severity, Violation};
use serde_json::Value;

use super::data::{Reading, Schema};
use crate::case::{Certificate, Verdict, Violated};

/// What is proven about a body.
#[derive(Clone, Debug, PartialEq)]
pub enum Proven {
    /// Both validators and all rules accept it.
    Valid,
    /// Both validators, or a rule, refuse it for exactly one thing.
    OneFault(Violated),
    /// It is refused for several things.
    Faults(usize),
    /// It is not JSON.
    NotJson,
    /// The judges disagree, or what they say depends on what is left open.
    Ambiguous(String),
}

/// The proof, and what stands in a certificate about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// What is proven.
    pub proven: Proven,
    /// The verdicts.
    pub certificate: Certificate,
}

impl Schema {
    /// Judges the bytes of a body, with the values that rules may ask for.
    pub fn judge(&self, body: &[u8], context: Option<&Value>) -> Proof {
        let mut certificate = Certificate {
            schema: self.digest.clone(),
            ..Certificate::default()
        };
        let proven = self.proven(body, context, &mut certificate);
        if let Proven::OneFault(violated) = &proven {
            certificate.violated = Some(violated.clone());
        }
        Proof {
            proven,
            certificate,
        }
    }

    /// Whether the schema, its rules aside, certainly refuses a value.
    pub fn refuses(&self, value: &Value) -> bool {
        self.readings.iter().all(|reading| {
            let independent = reading.independent.as_ref();
            reading.own.accepts(value) == Some(false)
                && independent.is_none_or(|judge| judge.accepts(value) == Some(false))
        })
    }

    fn proven(
        &self,
        body: &[u8],
        context: Option<&Value>,
        certificate: &mut Certificate,
    ) -> Proven {
        let read = parse_bytes(body, &Limits::default());
        let other = serde_json::from_slice::<Value>(body);
        let (tree, other) = match (read, other) {
            (Ok(tree), Ok(other)) => (tree, other),
            (own, other) => {
                certificate.engine = readable(own.is_ok());
                certificate.independent = readable(other.is_ok());
                return match (own, other) {
                    (Err(_), Err(_)) => Proven::NotJson,
                    _ => Proven::Ambiguous("one parser reads it, the other does not".to_owned()),
                };
            }
        };
        let value = tree.to_value();
        let verdicts: Vec<(bool, Option<bool>)> = self
            .readings
            .iter()
            .map(|reading| verdicts(reading, &value, &other))
            .collect();
        let Some(first) = verdicts.first().copied() else {
            return Proven::Ambiguous("there is no judge".to_owned());
        };
        certificate.engine = said(Some(first.0));
        certificate.independent = said(first.1);
        if verdicts
            .iter()
            .any(|(own, other)| other.is_some_and(|other| other != *own))
        {
            return Proven::Ambiguous("the validators disagree".to_owned());
        }
        if verdicts.iter().any(|verdict| verdict.0 != first.0) {
            return Proven::Ambiguous("it depends on whether formats are asserted".to_owned());
        }
        self.explained(&value, context, certificate)
    }

    fn explained(
        &self,
        value: &Value,
        context: Option<&Value>,
        certificate: &mut Certificate,
    ) -> Proven {
        let own = self.own();
        let report = own.checker().check(own.root(), value);
        let keywords = errors(&report.violations, false);
        if !keywords.is_empty() {
            let choice = || self.choices.violated(own, value);
            let choice = (keywords.len() > 1).then(choice).flatten();
            return choice.map_or_else(|| proven(keywords), Proven::OneFault);
        }
        if self.rules.is_empty() {
            return Proven::Valid;
        }
        let outside = Outside {
            context,
            ..Outside::default()
        };
        let verdict = self
            .rules
            .check(own.checker(), own.root(), value, &outside, &report);
        let found = errors(&verdict.violations, true);
        certificate.rules = said(Some(found.is_empty()));
        for rule in &verdict.not_evaluated {
            match rule.reason {
                Reason::Unknown(_) => certificate.not_evaluated.push(rule.id.clone()),
                Reason::InvalidInput | Reason::Opaque => {
                    return Proven::Ambiguous(format!("the rule {} is not evaluated", rule.id));
                }
            }
        }
        certificate.not_evaluated.sort();
        certificate.not_evaluated.dedup();
        match found.is_empty() {
            true => Proven::Valid,
            false => proven(found),
        }
    }
}

fn proven(mut found: Vec<Violated>) -> Proven {
    match found.len() {
        1 => Proven::OneFault(found.remove(0)),
        several => Proven::Faults(several),
    }
}

fn errors(violations: &[Violation], is_rule: bool) -> Vec<Violated> {
    let errors = violations
        .iter()
        .filter(|it| it.severity == Severity::Error);
    errors
        .map(|it| Violated {
            code: it.code.clone(),
            instance: it.instance.clone(),
            schema: it.schema.clone(),
            is_rule,
        })
        .collect()
}

fn verdicts(reading: &Reading, own: &Value, other: &Value) -> (bool, Option<bool>) {
    let judge = reading.independent.as_ref();
    let other = judge.map(|judge| judge.accepts(other).unwrap_or(false));
    (reading.own.accepts(own).unwrap_or(false), other)
}

fn said(verdict: Option<bool>) -> Verdict {
    match verdict {
        None => Verdict::NotAsked,
        Some(true) => Verdict::Valid,
        Some(false) => Verdict::Invalid,
    }
}

/// What is known of one that reads a text, or does not.
fn readable(read: bool) -> Verdict {
    match read {
        true => Verdict::NotAsked,
        false => Verdict::NotJson,
    }
}
