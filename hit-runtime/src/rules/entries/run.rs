//! Running an entry.

use crate::pointer::Pointer;
use crate::report::{Severity, Violation};

use crate::rules::entries::culprit::{Each, each};
use crate::rules::entries::entry::{Entry, Message};
use crate::rules::entries::show::show;
use crate::rules::functions::Dialect;
use crate::rules::interp::{Bindings, evaluate, evaluate_with};
use crate::rules::typed::{Typed, TypedKind};
use crate::rules::types::TypeTable;
use crate::rules::value::{Fault, FaultKind, Meter, Value};

/// What an entry says about a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The rule holds, or its guard says that it does not count here.
    Holds,
    /// A value from outside is not known, and the rule depends on it.
    NotEvaluated {
        /// The value: `ctx.videoLength`.
        missing: String,
    },
    /// The rule does not hold, or could not be evaluated.
    Violated(Vec<Finding>),
}

/// A place where a rule does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the entry.
    pub id: String,
    /// Where.
    pub pointer: Pointer,
    /// How bad.
    pub severity: Severity,
    /// For people.
    pub message: String,
    /// The expressions of the message's template with their values.
    pub params: Vec<(String, String)>,
    /// Why the rule could not be evaluated, if so.
    pub fault: Option<Fault>,
}

impl Finding {
    /// The finding as a violation. `schema` is the place of the entry.
    pub fn into_violation(self, schema: impl Into<String>) -> Violation {
        Violation {
            code: self.id,
            severity: self.severity,
            instance: self.pointer,
            schema: schema.into(),
            message: self.message,
            span: None,
        }
    }
}

/// Runs an entry over the values of its variables. `at` is the place of `self`.
///
/// A transition rule without a value before holds, unless the entry says `optionalOldSelf`.
pub fn run<'a>(
    entry: &'a Entry,
    bindings: &Bindings<'_, 'a>,
    types: &'a TypeTable,
    at: &Pointer,
    meter: &mut Meter,
) -> Outcome {
    let Some(rule) = &entry.rule else {
        return Outcome::Holds;
    };
    if entry.transition && !bindings.contains_key("oldSelf") {
        return Outcome::Holds;
    }
    let mut run = Run::new(entry, bindings, types, at, meter);
    if let Some(when) = &entry.when {
        match run.truth(when, Vec::new()) {
            Ok(true) => {}
            Ok(false) => return Outcome::Holds,
            Err(fault) => return run.faulted(fault),
        }
    }
    match run.truth(rule, Vec::new()) {
        Ok(true) => Outcome::Holds,
        Ok(false) => {
            run.culprits(rule);
            Outcome::Violated(run.findings)
        }
        Err(fault) => run.faulted(fault),
    }
}

/// What an entry says that is known not to hold: at which elements, and why. What
/// cannot be told without values that are not known is left open in its messages.
pub fn say<'a>(
    entry: &'a Entry,
    bindings: &Bindings<'_, 'a>,
    types: &'a TypeTable,
    at: &Pointer,
    meter: &mut Meter,
) -> Outcome {
    let Some(rule) = &entry.rule else {
        return Outcome::Holds;
    };
    let mut run = Run::new(entry, bindings, types, at, meter);
    run.culprits(rule);
    Outcome::Violated(run.findings)
}

struct Run<'r, 'a> {
    entry: &'a Entry,
    bindings: &'r Bindings<'r, 'a>,
    types: &'a TypeTable,
    at: &'r Pointer,
    meter: &'r mut Meter,
    findings: Vec<Finding>,
}

impl<'r, 'a> Run<'r, 'a> {
    fn new(
        entry: &'a Entry,
        bindings: &'r Bindings<'r, 'a>,
        types: &'a TypeTable,
        at: &'r Pointer,
        meter: &'r mut Meter,
    ) -> Self {
        Self {
            entry,
            bindings,
            types,
            at,
            meter,
            findings: Vec::new(),
        }
    }

    fn truth(&mut self, rule: &'a Typed, locals: Vec<Value<'a>>) -> Result<bool, Fault> {
        match evaluate_with(rule, self.bindings, locals, Dialect::Kubernetes, self.meter)? {
            Value::Bool(value) => Ok(value),
            _ => Err(Fault::no_such_overload()),
        }
    }

    fn faulted(mut self, fault: Fault) -> Outcome {
        if fault.kind == FaultKind::Unknown {
            return Outcome::NotEvaluated {
                missing: fault.message,
            };
        }
        self.find(self.at.clone(), None, Some(fault));
        Outcome::Violated(self.findings)
    }

    /// Finds what makes a false rule false.
    fn culprits(&mut self, rule: &'a Typed) {
        match &rule.kind {
            TypedKind::And(operands) => {
                let first = operands
                    .iter()
                    .find(|operand| self.truth(operand, Vec::new()) == Ok(false));
                match first {
                    Some(operand) => self.culprits(operand),
                    None => self.find(self.at.clone(), None, None),
                }
            }
            TypedKind::Or(operands)
                if operands
                    .last()
                    .is_some_and(|last| each(last, self.types).is_some()) =>
            {
                if let Some(last) = operands.last() {
                    self.culprits(last);
                }
            }
            _ => match each(rule, self.types) {
                Some(each) => self.elements(&each),
                None => self.find(self.at.clone(), None, None),
            },
        }
    }

    /// Each element for which the predicate is false.
    fn elements(&mut self, each: &Each<'a>) {
        let before = self.findings.len();
        let mut base = self.at.clone();
        each.path.iter().for_each(|name| base.push(name));
        let range = evaluate(
            &each.inner.range,
            self.bindings,
            Dialect::Kubernetes,
            self.meter,
        );
        if let Ok(Value::List(list)) = range {
            for (index, item) in list.iter().enumerate() {
                let Ok(item) = item else { continue };
                if self.truth(&each.inner.body, vec![item.clone()]) == Ok(false) {
                    let mut pointer = base.clone();
                    pointer.push_index(index);
                    self.find(
                        pointer,
                        each.inner.variables.first().map(|name| (&**name, item)),
                        None,
                    );
                }
            }
        }
        if self.findings.len() == before {
            self.find(self.at.clone(), None, None);
        }
    }

    fn find(
        &mut self,
        mut pointer: Pointer,
        element: Option<(&'a str, Value<'a>)>,
        fault: Option<Fault>,
    ) {
        self.entry.path.iter().for_each(|name| pointer.push(name));
        let (message, params) = self.message(element, fault.as_ref());
        let (id, severity) = (self.entry.id.clone(), self.entry.severity);
        self.findings.push(Finding {
            id,
            pointer,
            severity,
            message,
            params,
            fault,
        });
    }

    fn message(
        &mut self,
        element: Option<(&'a str, Value<'a>)>,
        fault: Option<&Fault>,
    ) -> (String, Vec<(String, String)>) {
        let rule = self.entry.text.trim();
        if let Some(fault) = fault {
            return (format!("{fault} evaluating rule: {rule}"), Vec::new());
        }
        let mut bindings = self.bindings.clone();
        bindings.extend(element);
        let mut params = Vec::new();
        let text = match &self.entry.message {
            Message::Default => None,
            Message::Expression(checked) => {
                match evaluate(checked, &bindings, Dialect::Kubernetes, self.meter) {
                    Ok(Value::String(text)) => Some(text.as_str().to_string()),
                    _ => None,
                }
            }
            Message::Template(parts) => {
                let mut text = String::new();
                for part in parts {
                    match part {
                        Ok(plain) => text.push_str(plain),
                        Err((name, checked)) => {
                            let value =
                                evaluate(checked, &bindings, Dialect::Kubernetes, self.meter);
                            let shown = show(&value, self.meter);
                            text.push_str(&shown);
                            params.push((name.trim().to_string(), shown));
                        }
                    }
                }
                Some(text)
            }
        };
        (
            text.unwrap_or_else(|| format!("failed rule: {rule}")),
            params,
        )
    }
}
