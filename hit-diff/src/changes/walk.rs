//! Finds the places where two schemas differ.

use std::collections::{BTreeMap, BTreeSet};

use hit_runtime::check::NodeId;

use super::data::{Change, Direction, Severity};
use super::describe::{describe, fingerprint, place};
use super::parts::{self, Name, Part};
use crate::check::{Table, proof};
use crate::graph::StateId;
use crate::schema::Schema;

/// Changes listed, at most.
const CHANGES: usize = 500;

/// Walks through both schemas at once.
pub(crate) struct Walk<'w> {
    pub(super) table: &'w mut Table,
    pub(super) schemas: [&'w Schema; 2],
    seen: BTreeSet<(NodeId, NodeId)>,
    changes: Vec<Change>,
    /// How often something beyond an annotation was told, the same told twice
    /// included.
    told: usize,
}

impl<'w> Walk<'w> {
    /// All changes between two schemas, in the order of the new one.
    /// After a time no more are looked for.
    pub(crate) fn run(table: &'w mut Table, schemas: [&'w Schema; 2]) -> Vec<Change> {
        let mut walk = Self {
            table,
            schemas,
            seen: BTreeSet::new(),
            changes: Vec::new(),
            told: 0,
        };
        walk.pair(schemas[0].root, schemas[1].root);
        walk.changes
    }

    fn state(&self, side: usize, node: NodeId) -> Option<StateId> {
        *self.table.nodes.get(side)?.get(node as usize)?
    }

    fn part_state(&self, side: usize, part: &Part) -> Option<StateId> {
        self.table.parts.get(side)?.get(&part.key).copied()
    }

    fn pair(&mut self, old: NodeId, new: NodeId) {
        if self.changes.len() >= CHANGES || self.table.questions == 0 || self.table.is_late() {
            return;
        }
        if !self.seen.insert((old, new)) {
            return;
        }
        self.annotations(old, new);
        let states = (self.state(0, old), self.state(1, new));
        let (Some(old_state), Some(new_state)) = states else {
            return;
        };
        self.rules([old, new], [old_state, new_state]);
        let equivalent = old_state == new_state
            || proof::included(self.table, old_state, new_state) == Some(true)
                && proof::included(self.table, new_state, old_state) == Some(true);
        let [olds, news] = [(0, old), (1, new)].map(|(side, node)| {
            let program = &self.schemas[side].compiled.program;
            parts::collect(program, node)
        });
        let before = self.told;
        for (name, part) in &news {
            match olds.get(name) {
                Some(other) => self.both(name, other, part, (old_state, new_state), equivalent),
                None if !equivalent => {
                    self.change(name, None, Some(part), (old_state, new_state));
                }
                None => {}
            }
        }
        if equivalent {
            return;
        }
        for (name, part) in olds.iter().filter(|(name, _)| !news.contains_key(*name)) {
            self.change(name, Some(part), None, (old_state, new_state));
        }
        if self.told == before {
            self.whole((old, new), (old_state, new_state));
        }
    }

    /// A keyword that both have.
    fn both(
        &mut self,
        name: &Name,
        old: &Part,
        new: &Part,
        around: (StateId, StateId),
        equivalent: bool,
    ) {
        let same = self.part_state(0, old) == self.part_state(1, new);
        let before = self.told;
        if parts::same_frame(&old.kind, &new.kind) {
            for (old, new) in self.pairs(old, new) {
                self.pair(old, new);
            }
        }
        let told = self.told != before;
        // What `additionalProperties` leaves out is told with the members.
        let rest = old.subject == "additional-properties" && self.same_children(old, new);
        if !(same || told || equivalent || rest) {
            self.change(name, Some(old), Some(new), around);
        }
    }

    fn same_children(&self, old: &Part, new: &Part) -> bool {
        let states = |side: usize, part: &Part| -> Vec<Option<StateId>> {
            let children = parts::children(&part.kind).into_iter();
            children.map(|child| self.state(side, child)).collect()
        };
        states(0, old) == states(1, new)
    }

    /// Which subschemas of two keywords belong together: equal ones, then by
    /// their order.
    fn pairs(&self, old: &Part, new: &Part) -> Vec<(NodeId, NodeId)> {
        let olds = parts::children(&old.kind);
        let mut news = parts::children(&new.kind);
        if !matches!(old.subject, "any-of" | "one-of") {
            return olds.into_iter().zip(news).collect();
        }
        let mut pairs = Vec::new();
        let mut left = Vec::new();
        for node in olds {
            let state = self.state(0, node);
            match news.iter().position(|other| self.state(1, *other) == state) {
                Some(at) => pairs.push((node, news.remove(at))),
                None => left.push(node),
            }
        }
        pairs.extend(left.into_iter().zip(news));
        pairs
    }

    fn change(
        &mut self,
        name: &Name,
        old: Option<&Part>,
        new: Option<&Part>,
        (old_state, new_state): (StateId, StateId),
    ) {
        // Lost is what the old place accepted and the new keyword refuses.
        let lost = new.and_then(|part| self.part_state(1, part));
        let lost = lost.map(|state| proof::difference(self.table, old_state, state));
        let gained = old.and_then(|part| self.part_state(0, part));
        let gained = gained.map(|state| proof::difference(self.table, new_state, state));
        let direction = match (&lost, &gained) {
            (None | Some(Ok(None)), None | Some(Ok(None))) => return,
            (None | Some(Ok(None)), Some(Err(()))) => Direction::Widened,
            (Some(Err(())), _) | (_, Some(Err(()))) => Direction::Undetermined,
            (Some(Ok(Some(_))), Some(Ok(Some(_)))) => Direction::Both,
            (Some(Ok(Some(_))), _) => Direction::Narrowed,
            _ => Direction::Widened,
        };
        let witness = match (lost, gained) {
            (Some(Ok(Some(value))), _) | (_, Some(Ok(Some(value)))) => Some(value),
            _ => None,
        };
        let verb = match (old, new) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        };
        let subject = old.or(new).map_or("keyword", |part| part.subject);
        let at = |side: usize, part: &Part| place(self.schemas[side], part.key.0, &part.below);
        let (old_place, new_place) = (old.map(|part| at(0, part)), new.map(|part| at(1, part)));
        let message = describe(
            self.schemas,
            subject,
            verb,
            &name.0,
            [&old_place, &new_place],
        );
        self.push(
            format!("{subject}-{verb}"),
            (old_place, new_place),
            direction,
            message,
            witness,
        );
    }

    /// A difference that no single keyword shows.
    fn whole(&mut self, (old, new): (NodeId, NodeId), states: (StateId, StateId)) {
        let lost = proof::difference(self.table, states.0, states.1);
        let gained = proof::difference(self.table, states.1, states.0);
        let (direction, witness) = match (lost, gained) {
            (Ok(None), Ok(None)) => return,
            (Ok(Some(value)), Ok(Some(_))) => (Direction::Both, Some(value)),
            (Ok(Some(value)), Ok(None)) => (Direction::Narrowed, Some(value)),
            (Ok(None), Ok(Some(value))) => (Direction::Widened, Some(value)),
            _ => (Direction::Undetermined, None),
        };
        let places = (
            place(self.schemas[0], old, ""),
            place(self.schemas[1], new, ""),
        );
        self.push(
            "schema-changed".to_owned(),
            (Some(places.0), Some(places.1)),
            direction,
            "the schema demands something else".to_owned(),
            witness,
        );
    }

    fn annotations(&mut self, old: NodeId, new: NodeId) {
        let info = |side: usize, node: NodeId| self.schemas[side].compiled.info.get(node as usize);
        let (Some(before), Some(after)) = (info(0, old), info(1, new)) else {
            return;
        };
        let default = |info: &hit_schema::NodeInfo| info.default.as_ref().map(|one| one.0.clone());
        let differing: BTreeMap<&str, bool> = BTreeMap::from([
            ("title", before.title != after.title),
            ("description", before.description != after.description),
            ("default", default(before) != default(after)),
            ("examples", before.examples != after.examples),
            ("deprecated", before.deprecated != after.deprecated),
            ("readOnly", before.read_only != after.read_only),
            ("writeOnly", before.write_only != after.write_only),
            ("format", before.format != after.format),
        ]);
        let differing: Vec<&str> = differing
            .into_iter()
            .filter_map(|(name, differs)| differs.then_some(name))
            .collect();
        for keyword in differing {
            if self.changes.len() >= CHANGES {
                return;
            }
            let below = format!("/{keyword}");
            let at = |side: usize, node| place(self.schemas[side], node, &below);
            let places = (Some(at(0, old)), Some(at(1, new)));
            let id = format!("{}-annotation-changed", kebab(keyword));
            let message = format!("the annotation `{keyword}` changed");
            self.push(id, places, Direction::Annotation, message, None);
        }
    }

    /// Adds a change. What several places share is told once.
    pub(super) fn push(
        &mut self,
        id: String,
        (old, new): (Option<crate::check::Place>, Option<crate::check::Place>),
        direction: Direction,
        message: String,
        witness: Option<serde_json::Value>,
    ) {
        self.told += usize::from(direction != Direction::Annotation);
        let same = |known: &&mut Change| {
            known.id == id && known.old == old && known.new == new && known.message == message
        };
        if let Some(known) = self.changes.iter_mut().find(same) {
            known.direction = known.direction.and(direction);
            if known.witness.is_none() {
                known.witness = witness;
            }
            return;
        }
        let fingerprint = fingerprint(&id, old.as_ref(), new.as_ref(), &message);
        self.changes.push(Change {
            id,
            old,
            new,
            direction,
            severity: Severity::Info,
            message,
            witness,
            fingerprint,
        });
    }
}

fn kebab(keyword: &str) -> String {
    let mut out = String::new();
    for c in keyword.chars() {
        if c.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}
