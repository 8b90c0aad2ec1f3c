//! Facets of objects.

use hit_runtime::check::{Kind, NodeId, Pattern};
use hit_runtime::regex::CompiledPattern;

use super::conjuncts::Conjunct;
use super::facets::{Member, Objects};
use super::key::Key;
use super::scalars::{at_least, at_most};
use super::unevaluated::Rest;

/// Everything one subschema says about members.
#[derive(Default)]
struct Section<'p> {
    named: &'p [(String, NodeId)],
    matched: &'p [(Pattern, NodeId)],
    rest: Option<Rest>,
}

/// What the conjuncts demand of objects together; `rests` are demands on
/// members not otherwise described, beyond `additionalProperties`. The flag
/// says whether that is exact; if not, it is too lenient.
pub(super) fn objects(conjuncts: &[Conjunct<'_>], rests: Vec<Rest>) -> (Objects, bool) {
    let unevaluated = rests.into_iter().map(|rest| Section {
        rest: Some(rest),
        ..Section::default()
    });
    let sections: Vec<Section<'_>> = conjuncts.iter().map(section).chain(unevaluated).collect();
    let mut objects = Objects::default();
    let mut required: Vec<&String> = Vec::new();
    for (_, check) in conjuncts.iter().flat_map(|conjunct| &conjunct.checks) {
        match &check.kind {
            Kind::Required(names) => required.extend(names),
            Kind::MinProperties(limit) => at_least(&mut objects.min, *limit),
            Kind::MaxProperties(limit) => at_most(&mut objects.max, *limit),
            Kind::DependentRequired(needs) => objects.dependent.extend(needs.iter().cloned()),
            _ => {}
        }
    }
    objects.members = members(&sections, &required);
    objects.patterns = patterns(&sections);
    let rests = sections.iter().filter_map(|section| section.rest.as_ref());
    objects.additional = Key::of(rests.map(|rest| rest.node));
    let open = sections
        .iter()
        .filter(|section| !section.matched.is_empty() || section.rest.is_some());
    let exact = objects.patterns.is_empty() || open.count() <= 1;
    (objects, exact)
}

fn section<'p>(conjunct: &Conjunct<'p>) -> Section<'p> {
    let mut section = Section::default();
    for (_, check) in &conjunct.checks {
        match &check.kind {
            Kind::Properties(named) => section.named = named,
            Kind::PatternProperties(matched) => section.matched = matched,
            Kind::AdditionalProperties {
                names,
                patterns,
                node,
            } => {
                let (names, patterns) = (names.clone(), patterns.clone());
                section.rest = Some(Rest {
                    names,
                    patterns,
                    node: *node,
                });
            }
            _ => {}
        }
    }
    section
}

fn members(sections: &[Section<'_>], required: &[&String]) -> Vec<Member> {
    let named = sections
        .iter()
        .flat_map(|section| section.named.iter().map(|(name, _)| name));
    let mut members: Vec<Member> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for name in named.chain(required.iter().copied()) {
        if !seen.insert(name) {
            continue;
        }
        let written = written(sections, name);
        let mut nodes = written.clone();
        nodes.extend(sections.iter().flat_map(|section| unnamed(section, name)));
        let required = required.contains(&name);
        members.push(Member {
            name: name.clone(),
            key: Key::of(nodes),
            required,
            written,
        });
    }
    members
}

fn written(sections: &[Section<'_>], name: &str) -> Vec<NodeId> {
    let named = sections.iter().flat_map(|section| section.named);
    named
        .filter(|(known, _)| known == name)
        .map(|(_, node)| *node)
        .collect()
}

/// What a subschema demands of a member other than by its name.
fn unnamed(section: &Section<'_>, name: &str) -> Vec<NodeId> {
    let matching = section
        .matched
        .iter()
        .filter(|(pattern, _)| matches(pattern, name));
    let mut nodes: Vec<NodeId> = matching.map(|(_, node)| *node).collect();
    if let Some(rest) = &section.rest {
        let apart = rest.names.iter().any(|known| known == name)
            || rest.patterns.iter().any(|pattern| matches(pattern, name));
        if !apart {
            nodes.push(rest.node);
        }
    }
    nodes
}

/// Whether a pattern that the front-end has found to compile matches.
pub(super) fn matches(pattern: &Pattern, text: &str) -> bool {
    CompiledPattern::new(&pattern.0).is_ok_and(|compiled| compiled.is_match(text))
}

fn patterns(sections: &[Section<'_>]) -> Vec<(Pattern, Key)> {
    let mut patterns: Vec<(Pattern, Vec<NodeId>)> = Vec::new();
    for (pattern, node) in sections.iter().flat_map(|section| section.matched) {
        match patterns.iter_mut().find(|(known, _)| known == pattern) {
            Some((_, nodes)) => nodes.push(*node),
            None => patterns.push((pattern.clone(), vec![*node])),
        }
    }
    patterns
        .into_iter()
        .map(|(pattern, nodes)| (pattern, Key::of(nodes)))
        .collect()
}
