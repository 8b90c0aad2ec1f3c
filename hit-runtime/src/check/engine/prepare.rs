//! [`Program`] to [`Prepared`].

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::check::{Check, Kind, Node, NodeId, Pattern, Program};
use crate::regex::CompiledPattern;
use crate::{content, format};

use super::error::PrepareError;
use super::graph::{marks, targets};
use super::names::Names;
use super::prepared::{Bound, Prepared, PreparedNode, Rule, SharedPattern, Test};

/// When patterns are compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Patterns {
    /// At once, so that every error is known.
    Now,
    /// When first used: the program was prepared before, by the generator.
    WhenUsed,
}

/// Prepares a program.
pub(super) fn prepare(program: Program, patterns: Patterns) -> Result<Prepared, PrepareError> {
    let dynamic = program
        .nodes
        .iter()
        .flat_map(|node| &node.checks)
        .any(|check| matches!(check.kind, Kind::DynamicRef { .. }));
    let marks = marks(&program);
    let constants = program
        .nodes
        .iter()
        .zip(0..)
        .filter(|(node, _)| is_constant(node));
    let constants = constants.map(|(_, id)| id).collect();
    let mut preparer = Preparer {
        patterns,
        compiled: HashMap::new(),
        constants,
    };
    let mut nodes = Vec::with_capacity(program.nodes.len());
    for (index, node) in program.nodes.iter().enumerate() {
        let mark = |flags: &[bool]| flags.get(index).copied().unwrap_or(false);
        check_ids(&program, node)?;
        let mut rules = Vec::with_capacity(node.checks.len());
        for check in &node.checks {
            let test = preparer
                .test(&check.kind)
                .map_err(|reason| error(&program, node, check, reason))?;
            rules.push(Rule {
                keyword: check.keyword.clone(),
                test,
            });
        }
        rules.sort_by_key(|rule: &Rule| rule.test.cost());
        let unevaluated = |rule: &Rule| {
            matches!(
                rule.test,
                Test::UnevaluatedItems(_) | Test::UnevaluatedProperties(_)
            )
        };
        nodes.push(PreparedNode {
            source: node.source,
            pointer: node.pointer.clone(),
            resource: node.resource,
            guarded: mark(&marks.looping),
            collects: rules.iter().any(unevaluated),
            shared: mark(&marks.shared) && leads_on(&program, node),
            rules,
        });
    }
    Ok(Prepared {
        nodes,
        resources: program.resources,
        sources: program.sources,
        dynamic,
    })
}

/// Whether a node allows only strings from a list, and says little else.
fn is_constant(node: &Node) -> bool {
    let strings = |check: &Check| match &check.kind {
        Kind::Enum(values) => values.iter().all(serde_json::Value::is_string),
        _ => false,
    };
    node.checks.len() <= 2 && node.checks.iter().any(strings)
}

fn leads_on(program: &Program, node: &Node) -> bool {
    let (mut same, mut below) = (Vec::new(), Vec::new());
    targets(program, node, &mut same, &mut below);
    !same.is_empty() || !below.is_empty()
}

fn check_ids(program: &Program, node: &Node) -> Result<(), PrepareError> {
    let (mut same, mut below) = (Vec::new(), Vec::new());
    targets(program, node, &mut same, &mut below);
    let unknown = same
        .iter()
        .chain(&below)
        .any(|id| *id >= program.nodes.len());
    let resource = usize::try_from(node.resource).is_ok_and(|id| id < program.resources.len());
    if unknown || !(resource || program.resources.is_empty()) {
        let reason = "the program is damaged: it refers to a node or resource that it lacks";
        return Err(PrepareError {
            schema: location(program, node),
            reason: reason.to_owned(),
        });
    }
    Ok(())
}

fn location(program: &Program, node: &Node) -> String {
    let source = usize::try_from(node.source)
        .ok()
        .and_then(|source| program.sources.get(source));
    format!("{}#{}", source.map_or("", String::as_str), node.pointer)
}

fn error(program: &Program, node: &Node, check: &Check, reason: String) -> PrepareError {
    PrepareError {
        schema: format!("{}/{}", location(program, node), check.keyword),
        reason,
    }
}

struct Preparer {
    patterns: Patterns,
    compiled: HashMap<String, SharedPattern>,
    /// Nodes that are constants.
    constants: HashSet<NodeId>,
}

impl Preparer {
    fn pattern(&mut self, Pattern(text): &Pattern) -> Result<SharedPattern, String> {
        if let Some(pattern) = self.compiled.get(text) {
            return Ok(Arc::clone(pattern));
        }
        let compiled = match self.patterns {
            Patterns::Now => CompiledPattern::new(text),
            Patterns::WhenUsed => CompiledPattern::lazy(text),
        };
        let compiled =
            compiled.map_err(|error| format!("the pattern `{text}` cannot be used: {error}"))?;
        let pattern = Arc::new(compiled);
        self.compiled.insert(text.clone(), Arc::clone(&pattern));
        Ok(pattern)
    }

    fn test(&mut self, kind: &Kind) -> Result<Test, String> {
        Ok(match kind {
            Kind::Never => Test::Never,
            Kind::Type(types) => Test::Type(*types),
            Kind::Enum(values) => Test::Enum(values.clone()),
            Kind::Minimum(limit) => Test::Bound(Bound::Minimum, limit.clone()),
            Kind::ExclusiveMinimum(limit) => Test::Bound(Bound::ExclusiveMinimum, limit.clone()),
            Kind::Maximum(limit) => Test::Bound(Bound::Maximum, limit.clone()),
            Kind::ExclusiveMaximum(limit) => Test::Bound(Bound::ExclusiveMaximum, limit.clone()),
            Kind::MultipleOf(divisor) => Test::MultipleOf(divisor.clone()),
            Kind::MinLength(_) | Kind::MaxLength(_) | Kind::Pattern(_) | Kind::Format(_) => {
                self.text(kind)?
            }
            Kind::ContentEncoding(_) | Kind::ContentMediaType { .. } => content_test(kind)?,
            Kind::MinItems(_)
            | Kind::MaxItems(_)
            | Kind::UniqueItems
            | Kind::PrefixItems(_)
            | Kind::Items { .. }
            | Kind::Contains { .. }
            | Kind::UnevaluatedItems(_) => array(kind)?,
            Kind::PatternProperties(_) | Kind::AdditionalProperties { .. } => {
                self.patterned(kind)?
            }
            Kind::MinProperties(count) => Test::MinProperties(*count),
            Kind::MaxProperties(count) => Test::MaxProperties(*count),
            Kind::Required(names) => Test::Required(names.clone()),
            Kind::Properties(entries) => Test::Properties {
                names: Names::new(entries.clone()),
                tags: entries
                    .iter()
                    .filter(|(_, node)| self.constants.contains(node))
                    .cloned()
                    .collect(),
            },
            Kind::PropertyNames(node) => Test::PropertyNames(*node),
            Kind::DependentRequired(entries) => Test::DependentRequired(entries.clone()),
            Kind::DependentSchemas(entries) => Test::DependentSchemas(entries.clone()),
            Kind::UnevaluatedProperties(node) => Test::UnevaluatedProperties(*node),
            kind => combined(kind)?,
        })
    }

    fn text(&mut self, kind: &Kind) -> Result<Test, String> {
        Ok(match kind {
            Kind::MinLength(count) => Test::MinLength(*count),
            Kind::MaxLength(count) => Test::MaxLength(*count),
            Kind::Pattern(pattern) => Test::Pattern(self.pattern(pattern)?),
            Kind::Format(format) => {
                let name = &format.0;
                let holds = format::lookup(name).ok_or_else(|| format::refusal(name))?;
                Test::Format {
                    name: name.clone(),
                    holds,
                }
            }
            kind => return Err(unknown(kind)),
        })
    }

    fn patterned(&mut self, kind: &Kind) -> Result<Test, String> {
        Ok(match kind {
            Kind::PatternProperties(entries) => {
                let entries = entries
                    .iter()
                    .map(|(pattern, node)| Ok((self.pattern(pattern)?, *node)));
                Test::PatternProperties(entries.collect::<Result<_, String>>()?)
            }
            Kind::AdditionalProperties {
                names,
                patterns,
                node,
            } => Test::AdditionalProperties {
                names: Names::new(names.iter().map(|name| (name.clone(), ())).collect()),
                patterns: patterns
                    .iter()
                    .map(|pattern| self.pattern(pattern))
                    .collect::<Result<_, _>>()?,
                node: *node,
            },
            kind => return Err(unknown(kind)),
        })
    }
}

fn content_test(kind: &Kind) -> Result<Test, String> {
    let decoder = |name: &String| {
        content::decoder(name)
            .ok_or_else(|| format!("the content encoding `{name}` is not supported"))
    };
    Ok(match kind {
        Kind::ContentEncoding(name) => Test::ContentEncoding {
            name: name.clone(),
            decode: decoder(name)?,
        },
        Kind::ContentMediaType {
            encoding,
            media_type,
        } => Test::ContentMediaType {
            decode: encoding.as_ref().map(decoder).transpose()?,
            name: media_type.clone(),
            holds: content::media_check(media_type)
                .ok_or_else(|| format!("the media type `{media_type}` is not supported"))?,
        },
        kind => return Err(unknown(kind)),
    })
}

fn array(kind: &Kind) -> Result<Test, String> {
    Ok(match kind {
        Kind::MinItems(count) => Test::MinItems(*count),
        Kind::MaxItems(count) => Test::MaxItems(*count),
        Kind::UniqueItems => Test::UniqueItems,
        Kind::PrefixItems(nodes) => Test::PrefixItems(nodes.clone()),
        Kind::Items { from, node } => Test::Items {
            from: *from,
            node: *node,
        },
        Kind::Contains {
            node,
            min,
            max,
            evaluates,
        } => Test::Contains {
            node: *node,
            min: *min,
            max: *max,
            evaluates: *evaluates,
        },
        Kind::UnevaluatedItems(node) => Test::UnevaluatedItems(*node),
        kind => return Err(unknown(kind)),
    })
}

fn combined(kind: &Kind) -> Result<Test, String> {
    let list = |nodes: &Vec<NodeId>| nodes.clone();
    Ok(match kind {
        Kind::Ref(node) => Test::Ref(*node),
        Kind::DynamicRef { anchor, fallback } => Test::DynamicRef {
            anchor: anchor.clone(),
            fallback: *fallback,
        },
        Kind::AllOf(nodes) => Test::AllOf(list(nodes)),
        Kind::AnyOf(nodes) => Test::AnyOf(list(nodes)),
        Kind::OneOf(nodes) => Test::OneOf(list(nodes)),
        Kind::Not(node) => Test::Not(*node),
        Kind::If {
            test,
            then,
            otherwise,
        } => Test::If {
            test: *test,
            then: *then,
            otherwise: *otherwise,
        },
        kind => return Err(unknown(kind)),
    })
}

fn unknown(kind: &Kind) -> String {
    format!("this engine does not know the check {kind:?}")
}
