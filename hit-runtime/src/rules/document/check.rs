//! Running the rules of a schema over a document.

use std::collections::BTreeSet;

use crate::check::{Checker, Kind, NodeId, Pattern, Program};
use crate::pointer::Pointer;
use crate::report::{NotEvaluated, Reason, Report, Severity, Violation};
use serde_json::Value;

use crate::rule_book::Outside;
use crate::rules::document::arms::arms;
use crate::rules::document::data::{PlacedRule, Rules};
use crate::rules::document::outside::Verdict;
use crate::rules::entries::{Finding, Outcome, run, say};
use crate::rules::interp::{Bindings, DEFAULT_BUDGET};
use crate::rules::kubernetes;
use crate::rules::typed::CONTEXT;
use crate::rules::value::{FaultKind, Meter, Value as RuleValue, bind};

/// The steps that all rules may take over one document.
const BUDGET: u64 = 2 * DEFAULT_BUDGET;

impl Rules {
    /// Runs the rules over a document that `checker`, of the same schema, has
    /// checked against `root`; `report` is what it found. Rules that read
    /// something of which the report complains are not evaluated.
    pub fn check<'a>(
        &'a self,
        program: &Program,
        checker: &Checker,
        root: NodeId,
        document: &'a Value,
        outside: &Outside<'a>,
        report: &Report,
    ) -> Verdict {
        let mut run = self.start(program, checker, outside, report);
        let mut at = Place::default();
        run.node(root, document, outside.old, &mut at);
        run.kubernetes(root, document, outside.old);
        run.verdict
    }

    /// Runs one rule over a value that is valid without it, by its number in the order of nodes.
    pub fn check_one<'a>(
        &'a self,
        rule: usize,
        program: &Program,
        checker: &Checker,
        value: &'a Value,
        outside: &Outside<'a>,
    ) -> Verdict {
        let mut run = self.start(program, checker, outside, &Report::default());
        let count = self.at.values().flatten().count();
        match self.at.values().flatten().nth(rule) {
            Some(rule) => run.rule(rule, value, outside.old, &Place::default()),
            None => run.one_of_kubernetes(rule.saturating_sub(count), value, outside.old),
        }
        run.verdict
    }

    fn start<'r, 'a>(
        &'a self,
        program: &'r Program,
        checker: &'r Checker,
        outside: &Outside<'a>,
        report: &Report,
    ) -> Run<'r, 'a> {
        let faulty = report
            .violations
            .iter()
            .filter(|violation| violation.severity == Severity::Error)
            .map(|violation| violation.instance.tokens().collect())
            .collect();
        let context = outside
            .context
            .zip(self.context.as_ref())
            .and_then(|(value, context)| bind(value, context, &self.types).ok());
        Run {
            rules: self,
            program,
            checker,
            faulty,
            context,
            reading: outside.reading,
            failed: outside.failed,
            meter: Meter::new(BUDGET),
            scope: Vec::new(),
            seen: BTreeSet::new(),
            verdict: Verdict::default(),
        }
    }
}

/// A place in the document.
#[derive(Default)]
struct Place {
    tokens: Vec<String>,
}

impl Place {
    fn pointer(&self) -> Pointer {
        let mut pointer = Pointer::root();
        self.tokens.iter().for_each(|token| pointer.push(token));
        pointer
    }
}

struct Run<'r, 'a> {
    rules: &'a Rules,
    program: &'r Program,
    checker: &'r Checker,
    /// The places that the schema complains about.
    faulty: Vec<Vec<String>>,
    context: Option<RuleValue<'a>>,
    /// Whether only rules that need nothing from outside have their turn.
    reading: bool,
    /// Whether the one rule that is run is known not to hold.
    failed: bool,
    meter: Meter,
    /// The schema resources entered, outermost first.
    scope: Vec<u32>,
    /// The nodes that were run over a value, by its address.
    seen: BTreeSet<(NodeId, *const Value)>,
    verdict: Verdict,
}

impl<'a> Run<'_, 'a> {
    fn node(&mut self, id: NodeId, value: &'a Value, old: Option<&'a Value>, at: &mut Place) {
        if !self.rules.leads(id) || !self.seen.insert((id, std::ptr::from_ref(value))) {
            return;
        }
        let rules = self.rules;
        let Some(node) = self.program.nodes.get(id as usize) else {
            return;
        };
        for rule in rules.at.get(&id).into_iter().flatten() {
            self.rule(rule, value, old, at);
        }
        self.scope.push(node.resource);
        for check in &node.checks {
            self.beside(&check.kind, value, old, at);
            match value {
                Value::Object(members) => {
                    for (name, member) in members {
                        let below = self.of_member(&check.kind, name);
                        if below.is_empty() {
                            continue;
                        }
                        let old = old.and_then(|old| old.get(name));
                        at.tokens.push(name.clone());
                        below
                            .into_iter()
                            .for_each(|node| self.node(node, member, old, at));
                        at.tokens.pop();
                    }
                }
                Value::Array(items) => {
                    for (index, item) in items.iter().enumerate() {
                        if let Some(node) = of_item(&check.kind, index) {
                            at.tokens.push(index.to_string());
                            self.node(node, item, None, at);
                            at.tokens.pop();
                        }
                    }
                }
                _ => {}
            }
        }
        self.scope.pop();
    }

    /// The nodes that a check applies to the same value.
    fn beside(&mut self, kind: &Kind, value: &'a Value, old: Option<&'a Value>, at: &mut Place) {
        let program = self.program;
        let nodes = match kind {
            Kind::Ref(node) => vec![*node],
            Kind::AllOf(nodes) => nodes.clone(),
            Kind::AnyOf(nodes) | Kind::OneOf(nodes) => arms(program, self.checker, nodes, value),
            Kind::If {
                test,
                then,
                otherwise,
            } => match self.checker.is_valid(*test, value) {
                true => [Some(*test), *then].into_iter().flatten().collect(),
                false => otherwise.iter().copied().collect(),
            },
            Kind::DependentSchemas(named) => {
                let there = named.iter().filter(|(name, _)| value.get(name).is_some());
                there.map(|(_, node)| *node).collect()
            }
            Kind::DynamicRef { anchor, fallback } => vec![self.dynamic(anchor, *fallback)],
            _ => Vec::new(),
        };
        for node in nodes {
            self.node(node, value, old, at);
        }
    }

    /// Where a dynamic reference leads: the outermost anchor of its name.
    fn dynamic(&self, anchor: &str, fallback: NodeId) -> NodeId {
        let resources = &self.program.resources;
        let mut anchors = self
            .scope
            .iter()
            .filter_map(|id| resources.get(*id as usize))
            .flat_map(|resource| &resource.dynamic_anchors);
        let found = anchors.find(|(name, _)| name == anchor);
        found.map_or(fallback, |(_, node)| *node)
    }

    /// The nodes that a check applies to a member.
    fn of_member(&self, kind: &Kind, name: &str) -> Vec<NodeId> {
        let matches = |pattern: &Pattern| {
            let compiled = self.rules.patterns.get(&pattern.0);
            compiled.is_some_and(|compiled| compiled.is_match(name))
        };
        match kind {
            Kind::Properties(named) => {
                let found = named.iter().find(|(known, _)| known == name);
                found.map(|(_, node)| *node).into_iter().collect()
            }
            Kind::PatternProperties(matched) => {
                let found = matched.iter().filter(|(pattern, _)| matches(pattern));
                found.map(|(_, node)| *node).collect()
            }
            Kind::AdditionalProperties {
                names,
                patterns,
                node,
            } if !names.iter().any(|known| known == name) && !patterns.iter().any(matches) => {
                vec![*node]
            }
            _ => Vec::new(),
        }
    }

    fn rule(&mut self, rule: &'a PlacedRule, value: &'a Value, old: Option<&'a Value>, at: &Place) {
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

    /// One rule of the structural schemas, by its number among them.
    fn one_of_kubernetes(&mut self, number: usize, value: &'a Value, old: Option<&'a Value>) {
        let roots = self.rules.kubernetes.iter();
        let mut all = roots.flat_map(|(root, (node, types))| {
            let numbered = node.numbered().into_iter();
            numbered.map(move |rule| (*root, rule, types))
        });
        let Some((root, rule, types)) = all.nth(number) else {
            return;
        };
        let (name, below) = self.origin(root);
        let found = kubernetes::validate_one(rule, types, value, old, BUDGET);
        let violations = found
            .into_iter()
            .map(|found| of_kubernetes(found, &name, &below));
        self.verdict.violations.extend(violations);
    }

    /// The document and the place of a node.
    fn origin(&self, node: NodeId) -> (String, Pointer) {
        let node = self.program.nodes.get(node as usize);
        let name = node.and_then(|node| self.program.sources.get(node.source as usize));
        let below = node.map_or_else(Pointer::root, |node| {
            Pointer::from_escaped(node.pointer.as_str())
        });
        (name.cloned().unwrap_or_default(), below)
    }

    fn kubernetes(&mut self, root: NodeId, document: &'a Value, old: Option<&'a Value>) {
        let Some((rules, types)) = self.rules.kubernetes.get(&root) else {
            return;
        };
        let (name, below) = self.origin(root);
        for found in kubernetes::validate(rules, types, document, old, self.reading, BUDGET) {
            let faulty = found.fault.is_some() && !self.faulty.is_empty();
            let violation = of_kubernetes(found, &name, &below);
            if faulty {
                self.verdict.not_evaluated.push(NotEvaluated {
                    id: violation.code,
                    instance: violation.instance,
                    reason: Reason::InvalidInput,
                });
            } else {
                self.verdict.violations.push(violation);
            }
        }
    }
}

/// A violation of a rule of the schema at `below` of a document.
fn of_kubernetes(found: kubernetes::RuleViolation, document: &str, below: &Pointer) -> Violation {
    Violation {
        code: entry_id(&found.rule),
        severity: Severity::Error,
        instance: found.pointer,
        schema: format!("{document}#{below}{}", found.rule),
        message: found.message,
        span: None,
    }
}

/// An id for an entry of `x-kubernetes-validations`, which has none: the pointer
/// of its schema and its number.
pub fn entry_id(pointer: &str) -> String {
    match pointer.rsplit_once("/x-kubernetes-validations/") {
        Some((schema, index)) => format!("{schema}#{index}"),
        None => pointer.to_owned(),
    }
}

/// The node that a check applies to an item.
fn of_item(kind: &Kind, index: usize) -> Option<NodeId> {
    match kind {
        Kind::PrefixItems(nodes) => nodes.get(index).copied(),
        Kind::Items { from, node } if index >= *from => Some(*node),
        _ => None,
    }
}

/// Whether a rule failed because the document is not what the schema asks for.
fn is_of_data(finding: &Finding) -> bool {
    let fault = finding.fault.as_ref();
    fault.is_some_and(|fault| matches!(fault.kind, FaultKind::NoSuchKey | FaultKind::InvalidData))
}
