//! Facets of objects.

use std::collections::{BTreeSet, HashMap, HashSet};

use hit_runtime::check::{Kind, NodeId, Pattern};

use super::conjuncts::Conjunct;
use super::facets::{Member, Objects};
use super::key::Key;
use super::patterns::Patterns;
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
pub(super) fn objects(
    conjuncts: &[Conjunct<'_>],
    rests: Vec<Rest>,
    known: &Patterns,
) -> (Objects, bool) {
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
    objects.members = members(&sections, &required, known);
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

fn members(sections: &[Section<'_>], required: &[&String], known: &Patterns) -> Vec<Member> {
    let named = sections
        .iter()
        .flat_map(|section| section.named.iter().map(|(name, _)| name));
    let demanded: BTreeSet<&String> = required.iter().copied().collect();
    let described = described(sections);
    let rests: Vec<Unnamed<'_>> = sections.iter().map(Unnamed::new).collect();
    let mut members: Vec<Member> = Vec::new();
    let mut seen = HashSet::new();
    for name in named.chain(required.iter().copied()) {
        if !seen.insert(name) {
            continue;
        }
        let written = described.get(name.as_str()).cloned().unwrap_or_default();
        let mut nodes = written.clone();
        nodes.extend(rests.iter().flat_map(|rest| rest.demands(name, known)));
        members.push(Member {
            name: name.clone(),
            key: Key::of(nodes),
            required: demanded.contains(name),
            written,
        });
    }
    members
}

/// The subschemas that name each member, in order of writing.
fn described<'s>(sections: &'s [Section<'_>]) -> HashMap<&'s str, Vec<NodeId>> {
    let mut found: HashMap<&str, Vec<NodeId>> = HashMap::new();
    for (name, node) in sections.iter().flat_map(|section| section.named) {
        found.entry(name).or_default().push(*node);
    }
    found
}

/// What a subschema demands of members other than by their names.
struct Unnamed<'s> {
    matched: &'s [(Pattern, NodeId)],
    rest: Option<&'s Rest>,
    apart: HashSet<&'s str>,
}

impl<'s> Unnamed<'s> {
    fn new(section: &'s Section<'_>) -> Self {
        let rest = section.rest.as_ref();
        let apart = rest.into_iter().flat_map(|rest| &rest.names);
        Self {
            matched: section.matched,
            rest,
            apart: apart.map(String::as_str).collect(),
        }
    }

    fn demands(&self, name: &str, known: &Patterns) -> Vec<NodeId> {
        let matching = self
            .matched
            .iter()
            .filter(|(pattern, _)| known.matches(pattern, name));
        let mut nodes: Vec<NodeId> = matching.map(|(_, node)| *node).collect();
        let rest = self.rest.filter(|rest| {
            let mut patterns = rest.patterns.iter();
            !self.apart.contains(name) && !patterns.any(|pattern| known.matches(pattern, name))
        });
        nodes.extend(rest.map(|rest| rest.node));
        nodes
    }
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
