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
        Ok(false) => run.blamed(rule, None),
        Err(fault) if is_blamed(&fault) => run.blamed(rule, Some(fault)),
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
    Run::new(entry, bindings, types, at, meter).blamed(rule, None)
}

/// Whether a part can be blamed for a fault: not for what is not known, nor for taking too long.
fn is_blamed(fault: &Fault) -> bool {
    !matches!(fault.kind, FaultKind::Unknown | FaultKind::Budget)
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

    /// What is found where a rule is false, or has a fault.
    fn blamed(mut self, rule: &'a Typed, whole: Option<Fault>) -> Outcome {
        self.culprits(rule, whole);
        Outcome::Violated(self.findings)
    }

    /// Whether a part of a rule has what the rule has: it is false, or there is a fault, its own.
    fn part(
        &mut self,
        part: &'a Typed,
        locals: Vec<Value<'a>>,
        whole: &Option<Fault>,
    ) -> Option<Option<Fault>> {
        match (self.truth(part, locals), whole) {
            (Ok(false), None) => Some(None),
            (Err(fault), Some(_)) => is_blamed(&fault).then_some(Some(fault)),
            _ => None,
        }
    }

    /// Finds what makes a false rule false, or gives a rule its fault.
    fn culprits(&mut self, rule: &'a Typed, whole: Option<Fault>) {
        let part = match &rule.kind {
            TypedKind::And(operands) => operands.iter().find_map(|operand| {
                let fault = self.part(operand, Vec::new(), &whole)?;
                Some((operand, fault))
            }),
            TypedKind::Or(operands) => operands
                .last()
                .filter(|last| each(last, self.types).is_some())
                .and_then(|last| Some((last, self.part(last, Vec::new(), &whole)?))),
            _ => None,
        };
        match (part, each(rule, self.types)) {
            (Some((part, fault)), _) => self.culprits(part, fault),
            (None, Some(each)) => self.elements(&each, whole),
            (None, None) => self.find(self.at.clone(), None, whole),
        }
    }

    /// Each element for which the predicate is false, or has a fault.
    fn elements(&mut self, each: &Each<'a>, whole: Option<Fault>) {
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
                let fault = match &item {
                    Ok(item) => self.part(&each.inner.body, vec![item.clone()], &whole),
                    Err(fault) => {
                        (whole.is_some() && is_blamed(fault)).then(|| Some(fault.clone()))
                    }
                };
                let Some(fault) = fault else { continue };
                let mut pointer = base.clone();
                pointer.push_index(index);
                let name = each.inner.variables.first();
                self.find(pointer, name.map(|name| &**name).zip(item.ok()), fault);
            }
        }
        if self.findings.len() == before {
            self.find(self.at.clone(), None, whole);
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
