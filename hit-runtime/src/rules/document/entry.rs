//! One rule over one value.

use crate::report::{NotEvaluated, Reason};
use serde_json::Value;

use crate::rules::document::check::{Place, Run};
use crate::rules::document::data::PlacedRule;
use crate::rules::entries::{Finding, Outcome, run, say};
use crate::rules::interp::Bindings;
use crate::rules::typed::CONTEXT;
use crate::rules::value::{FaultKind, Value as RuleValue, bind};

impl<'a> Run<'_, 'a> {
    /// Runs a rule over a value.
    pub(super) fn rule(
        &mut self,
        rule: &'a PlacedRule,
        value: &'a Value,
        old: Option<&'a Value>,
        at: &Place,
    ) {
        // `null` counts as absent.
        if value.is_null() || self.reading && (rule.entry.outside || rule.entry.transition) {
            return;
        }
        let not = |run: &mut Self, reason: Reason| {
            let id = rule.entry.id.clone();
            let instance = at.pointer();
            run.verdict.not_evaluated.push(NotEvaluated {
                id,
                instance,
                reason,
            });
        };
        if rule.entry.rule.is_none() {
            return not(self, Reason::Opaque);
        }
        if self.reads_faults(rule, at) {
            return not(self, Reason::InvalidInput);
        }
        let types = &*self.rules.types;
        let mut bindings = Bindings::new();
        let bound = bind(value, &rule.ty, types);
        match (bound, rule.open) {
            (Ok(bound), _) => {
                bindings.insert("self", bound);
            }
            // The schema says nothing about values of this type.
            (Err(_), true) => return,
            (Err(_), false) if self.is_faulty_around(at) => {
                return not(self, Reason::InvalidInput);
            }
            (Err(fault), false) => {
                let message = format!("{fault}: the rule cannot be evaluated");
                let finding = Finding {
                    id: rule.entry.id.clone(),
                    pointer: at.pointer(),
                    severity: rule.entry.severity,
                    message,
                    params: Vec::new(),
                    fault: Some(fault),
                };
                let violation = finding.into_violation(rule.schema.clone());
                self.verdict.violations.push(violation);
                return;
            }
        }
        let old = old.filter(|old| !old.is_null());
        if let Some(Ok(old)) = old.map(|old| bind(old, &rule.old, types)) {
            bindings.insert("oldSelf", old);
        } else if rule.entry.optional_old_self {
            bindings.insert("oldSelf", RuleValue::Optional(None));
        }
        if let Some(context) = &self.context {
            bindings.insert(CONTEXT, context.clone());
        }
        let judge = if self.failed { say } else { run };
        match judge(
            &rule.entry,
            &bindings,
            types,
            &at.pointer(),
            &mut self.meter,
        ) {
            Outcome::Holds => {}
            Outcome::NotEvaluated { missing } => not(self, Reason::Unknown(missing)),
            Outcome::Violated(findings) => {
                if findings.iter().any(is_of_data) && self.is_faulty_around(at) {
                    return not(self, Reason::InvalidInput);
                }
                let violations = findings
                    .into_iter()
                    .map(|finding| finding.into_violation(rule.schema.clone()));
                self.verdict.violations.extend(violations);
            }
        }
    }

    /// Whether the schema complains about something that a rule reads.
    fn reads_faults(&self, rule: &PlacedRule, at: &Place) -> bool {
        self.faulty.iter().any(|place| {
            let below = place.strip_prefix(at.tokens.as_slice());
            below.is_some_and(|below| rule.inputs.iter().any(|input| input.is_at_fault(below)))
        })
    }

    /// Whether the schema complains about a place, or about one above or below it.
    fn is_faulty_around(&self, at: &Place) -> bool {
        self.faulty
            .iter()
            .any(|place| place.starts_with(&at.tokens) || at.tokens.starts_with(place))
    }
}

/// Whether a rule failed because the document is not what the schema asks for.
fn is_of_data(finding: &Finding) -> bool {
    let fault = finding.fault.as_ref();
    fault.is_some_and(|fault| matches!(fault.kind, FaultKind::NoSuchKey | FaultKind::InvalidData))
}
