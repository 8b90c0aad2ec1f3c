//! Documents for rules: a search in which the interpreter has the last word, so
//! that it works for any rule. What a rule reads is changed until it changes its mind.

use std::collections::{BTreeMap, BTreeSet};

use hit_runtime::Pointer;
use serde_json::Value;

use super::bases::Base;
use super::scan::{arrays, collect, general, near, parent};
use super::sink::{Document, Sink};
use super::source::Source;
use crate::case::Axis;
use crate::schema::Proven;
use crate::text::{Edit, quote};

/// Cases of one rule at one place.
const KEPT: usize = 10;
/// Accepted documents that are kept, of one recipe.
const ACCEPTED: usize = 40;
/// Members of an object of which pairs are left out.
const PAIRED: usize = 8;
/// Places that are compared with each other.
const SCALARS: usize = 30;

/// Makes cases of rules. A rule says nothing where there is none.
pub fn rules(source: &Source<'_>, bases: &[Base], headers: &[String], sink: &mut Sink) {
    if source.schema.rules().ids().is_empty() {
        return;
    }
    let mut search = Search {
        source,
        sink,
        refused: BTreeMap::new(),
        accepted: BTreeMap::new(),
        tried: BTreeSet::new(),
    };
    let variants = variants(headers);
    for base in bases {
        search.base(base, &variants);
    }
}

/// The headers that a request may have besides: none, and each of those that
/// rules ask for, in several spellings and values.
fn variants(names: &[String]) -> Vec<(Vec<(String, String)>, String)> {
    let mut variants = Vec::new();
    for name in names {
        let underscored = name.replace('-', "_");
        let shorter = name
            .rsplit_once('-')
            .map_or(name.as_str(), |(start, _)| start);
        for (name, value, what) in [
            (name.clone(), "press-portal", "as it is written"),
            (name.to_lowercase(), "press-portal", "in lower case"),
            (
                name.to_uppercase(),
                "7d3e7c1a-0000-4000-8000-000000000000",
                "in upper case",
            ),
            (name.clone(), "", "empty"),
            (underscored, "press-portal", "with underscores"),
            (shorter.to_owned(), "press-portal", "cut short"),
            (format!("{name}-2"), "press-portal", "too long"),
        ] {
            let header = (name, value.to_owned());
            variants.push((vec![header], format!("header {what}")));
        }
    }
    variants
}

struct Search<'s, 'k> {
    source: &'s Source<'s>,
    sink: &'k mut Sink,
    refused: BTreeMap<(String, String), usize>,
    accepted: BTreeMap<String, usize>,
    tried: BTreeSet<String>,
}

impl Search<'_, '_> {
    fn base(&mut self, base: &Base, variants: &[(Vec<(String, String)>, String)]) {
        let mut scalars = Vec::new();
        let mut members = Vec::new();
        collect(
            &base.text.tree,
            &Pointer::root(),
            &mut scalars,
            &mut members,
        );
        scalars.truncate(SCALARS);
        for (headers, what) in variants {
            self.with(base, &[], headers, what, true);
        }
        for at in &members {
            self.nulled(base, at, variants);
        }
        for at in &members {
            let removed = [Edit::Remove { at: at.clone() }];
            self.with(base, &removed, &[], "rule: a member less", false);
            let is_root = at.as_str().matches('/').count() == 1;
            for (headers, what) in variants.iter().filter(|_| is_root) {
                self.with(base, &removed, headers, what, true);
            }
        }
        self.pairs(base, &members);
        self.copies(base, &scalars);
        self.known(base, &scalars);
        self.choices(base, &scalars, &members);
        self.emptied(base);
    }

    /// Two members of one object less: what may stand for each other is missed together.
    fn pairs(&mut self, base: &Base, members: &[Pointer]) {
        let mut objects: BTreeMap<String, Vec<&Pointer>> = BTreeMap::new();
        for at in members {
            let parent = at
                .as_str()
                .rsplit_once('/')
                .map_or("", |(parent, _)| parent);
            objects.entry(parent.to_owned()).or_default().push(at);
        }
        for own in objects.values().filter(|own| own.len() <= PAIRED) {
            for (index, one) in own.iter().enumerate() {
                for other in own.iter().skip(index + 1) {
                    let edits = [*one, *other].map(|at| Edit::Remove { at: at.clone() });
                    self.with(base, &edits, &[], "rule: two members less", false);
                }
            }
        }
    }

    /// A member that is `null`, with the headers that may stand for it: whoever takes `null` for absent
    /// accepts it then, and a rule does not hide that.
    fn nulled(&mut self, base: &Base, at: &Pointer, variants: &[(Vec<(String, String)>, String)]) {
        let edit = Edit::Replace {
            at: at.clone(),
            raw: "null".to_owned(),
        };
        let Some(text) = base.text.edited(&edit) else {
            return;
        };
        let Some((headers, what)) = variants.first() else {
            return;
        };
        let document = Document {
            axis: Axis::Negative,
            text,
            headers: headers.clone(),
            recipe: format!("type: null, and a {what}"),
        };
        self.sink.judged(self.source, document);
    }

    /// One value in the place of another, and near it.
    fn copies(&mut self, base: &Base, scalars: &[(Pointer, Value)]) {
        for (from, value) in scalars {
            for (to, other) in scalars.iter().filter(|(to, _)| to != from) {
                // Numbers of one object are what rules compare most: both sides of each pair are kept.
                let beside = value.is_number() && other.is_number() && parent(from) == parent(to);
                for raw in near(value, other) {
                    let edit = Edit::Replace {
                        at: to.clone(),
                        raw,
                    };
                    self.with(base, &[edit], &[], "rule: one value like another", beside);
                }
            }
        }
    }

    /// Values that come from outside: in each place, alone and in pairs with numbers around them.
    fn known(&mut self, base: &Base, scalars: &[(Pointer, Value)]) {
        let mut texts = Vec::new();
        let mut lengths = Vec::new();
        for (_, value) in self.source.known.as_object().into_iter().flatten() {
            match value {
                Value::Array(items) => texts.extend(items.iter().filter_map(Value::as_str).take(4)),
                Value::Object(members) => {
                    let numbers = members
                        .iter()
                        .filter_map(|(name, it)| Some((name, it.as_f64()?)));
                    lengths.extend(numbers.take(4));
                }
                _ => {}
            }
        }
        let strings: Vec<&Pointer> = scalars
            .iter()
            .filter(|it| it.1.is_string())
            .map(|it| &it.0)
            .collect();
        let numbers: Vec<&Pointer> = scalars
            .iter()
            .filter(|it| it.1.is_number())
            .map(|it| &it.0)
            .collect();
        let replace = |at: &Pointer, raw: String| Edit::Replace {
            at: at.clone(),
            raw,
        };
        for text in texts {
            for at in &strings {
                let edits = [replace(at, quote(text))];
                self.with(
                    base,
                    &edits,
                    &[],
                    "rule: a value that is known outside",
                    false,
                );
            }
        }
        for (name, length) in lengths {
            for at in &strings {
                let named = replace(at, quote(name));
                self.with(
                    base,
                    std::slice::from_ref(&named),
                    &[],
                    "rule: a name with a known number",
                    false,
                );
                for number in &numbers {
                    for (value, what) in [
                        (length, "the number that is known"),
                        (
                            length.next_up(),
                            "the least step above the number that is known",
                        ),
                        (length + 1.0, "one above the number that is known"),
                        (length - 1.0, "one below the number that is known"),
                    ] {
                        let raw = Value::from(value).to_string();
                        let edits = [named.clone(), replace(number, raw)];
                        self.with(base, &edits, &[], &format!("rule: {what}"), true);
                    }
                }
            }
        }
    }

    /// The values of each choice, with each member left out.
    fn choices(&mut self, base: &Base, scalars: &[(Pointer, Value)], members: &[Pointer]) {
        for (at, values) in self.enums(base, scalars) {
            for value in values {
                let chosen = Edit::Replace {
                    at: at.clone(),
                    raw: value.to_string(),
                };
                self.with(
                    base,
                    std::slice::from_ref(&chosen),
                    &[],
                    "rule: another choice",
                    false,
                );
                for member in members.iter().filter(|member| **member != at) {
                    let edits = [chosen.clone(), Edit::Remove { at: member.clone() }];
                    self.with(
                        base,
                        &edits,
                        &[],
                        "rule: another choice, and a member less",
                        false,
                    );
                }
            }
        }
    }

    /// Where the schema has a choice of several values.
    fn enums(&self, base: &Base, scalars: &[(Pointer, Value)]) -> Vec<(Pointer, Vec<Value>)> {
        let own = self.source.schema.own();
        let program = &own.compiled().program;
        let document = base.text.tree.to_value();
        let all = crate::schema::places(program, own.checker(), own.root(), &document);
        let mut found = Vec::new();
        for place in all {
            let node = program.nodes.get(place.node as usize);
            let check = node.and_then(|node| node.checks.get(place.check));
            if let Some(hit_runtime::check::Kind::Enum(values)) = check.map(|check| &check.kind)
                && values.len() > 1
                && scalars.iter().any(|(at, _)| *at == place.at)
            {
                found.push((place.at, values.clone()));
            }
        }
        found
    }

    /// Lists without items, alone and with each choice.
    fn emptied(&mut self, base: &Base) {
        let mut lists = Vec::new();
        arrays(&base.text.tree, &Pointer::root(), &mut lists);
        let choices = {
            let mut scalars = Vec::new();
            collect(
                &base.text.tree,
                &Pointer::root(),
                &mut scalars,
                &mut Vec::new(),
            );
            self.enums(base, &scalars)
        };
        for at in lists {
            let empty = Edit::Replace {
                at,
                raw: "[]".to_owned(),
            };
            self.with(
                base,
                std::slice::from_ref(&empty),
                &[],
                "rule: an empty list",
                false,
            );
            for (at, values) in &choices {
                for value in values {
                    let chosen = Edit::Replace {
                        at: at.clone(),
                        raw: value.to_string(),
                    };
                    let edits = [chosen, empty.clone()];
                    self.with(
                        base,
                        &edits,
                        &[],
                        "rule: another choice, and an empty list",
                        false,
                    );
                }
            }
        }
    }

    /// Judges a changed document; keeps it where a rule is all that refuses it,
    /// and, of those that are accepted, what is near a rule.
    fn with(
        &mut self,
        base: &Base,
        edits: &[Edit],
        headers: &[(String, String)],
        recipe: &str,
        near: bool,
    ) {
        let Some(text) = base.text.edited_all(edits) else {
            return;
        };
        if !self.tried.insert(format!("{text}\0{headers:?}")) || self.sink.knows(&text, headers) {
            return;
        }
        let proof = self.source.judge(text.as_bytes(), headers);
        let keeps = match &proof.proven {
            Proven::OneFault(violated) if violated.is_rule => {
                let key = (violated.code.clone(), general(&violated.instance));
                let kept = self.refused.entry(key).or_default();
                *kept += 1;
                *kept <= KEPT
            }
            Proven::Valid => {
                let kept = self.accepted.entry(recipe.to_owned()).or_default();
                *kept += 1;
                near || *kept <= ACCEPTED
            }
            Proven::Ambiguous(_) => false,
            _ => false,
        };
        if keeps {
            let document = Document {
                axis: Axis::Rule,
                text,
                headers: headers.to_vec(),
                recipe: recipe.to_owned(),
            };
            self.sink.proven(self.source, document, proof);
        }
    }
}
