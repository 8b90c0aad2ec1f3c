//! Changes of rules.

use hit_runtime::check::NodeId;

use super::data::Direction;
use super::describe::origin;
use super::parts::beside;
use super::walk::Walk;
use crate::check::{Place, proof};
use crate::graph::StateId;
use crate::rules::Rule;

impl<'w> Walk<'w> {
    /// Compares the rules at two places.
    pub(super) fn rules(&mut self, nodes: [NodeId; 2], states: [StateId; 2]) {
        let [olds, news] = [0, 1].map(|side| self.rules_at(side, nodes[side]));
        for new in &news {
            let old = olds.iter().find(|old| old.entry.id == new.entry.id);
            match old {
                Some(old) if old.identity == new.identity => self.reworded(old, new),
                old => self.demands(old.copied(), Some(new), nodes, states),
            }
        }
        let gone = |old: &&&Rule| !news.iter().any(|new| new.entry.id == old.entry.id);
        for old in olds.iter().filter(gone) {
            self.demands(Some(old), None, nodes, states);
        }
    }

    fn rules_at(&self, side: usize, node: NodeId) -> Vec<&'w Rule> {
        let schema = self.schemas[side];
        if schema.ruleset.is_empty() {
            return Vec::new();
        }
        let nodes = beside(&schema.compiled.program, node);
        nodes
            .into_iter()
            .flat_map(|node| schema.ruleset.of(node))
            .collect()
    }

    /// The same demand, perhaps in other words.
    fn reworded(&mut self, old: &Rule, new: &Rule) {
        let words = |rule: &Rule| {
            let entry = &rule.entry;
            [
                ("message", entry.message.clone()),
                ("messageExpression", entry.message_expression.clone()),
                ("path", Some(entry.path.join("/"))),
                ("rule", entry.rule.clone()),
                ("when", entry.when.clone()),
            ]
        };
        let id = &new.entry.id;
        for ((name, before), (_, after)) in words(old).into_iter().zip(words(new)) {
            if before == after {
                continue;
            }
            let shown =
                |text: Option<String>| text.map_or("nothing".to_owned(), |it| format!("{it:?}"));
            let message = format!(
                "the rule `{id}` demands the same, its `{name}` changed from {} to {}",
                shown(before),
                shown(after)
            );
            let places = self.places([Some(old), Some(new)]);
            self.push(
                "rule-reworded".to_owned(),
                places,
                Direction::Annotation,
                message,
                None,
            );
        }
    }

    fn places(&self, rules: [Option<&Rule>; 2]) -> (Option<Place>, Option<Place>) {
        let place = |side: usize| {
            let found = rules[side]?.origin.as_ref()?;
            Some(origin(self.schemas[side], found))
        };
        (place(0), place(1))
    }

    /// A rule that one side has, or that demands something else.
    fn demands(
        &mut self,
        old: Option<&Rule>,
        new: Option<&Rule>,
        nodes: [NodeId; 2],
        states: [StateId; 2],
    ) {
        let mut difference = |from: usize, rule: Option<&Rule>| {
            let rule = rule?;
            let to = 1 - from;
            let state = *self.table.rules[to].get(&(rule.node, rule.at))?;
            let mut given = vec![states[from]];
            given.extend(self.table.demanded[from].get(&nodes[from]));
            Some(proof::difference_of(self.table, &given, state))
        };
        // Lost is what the old place accepts and the new rule refuses.
        let (lost, gained) = (difference(0, new), difference(1, old));
        let direction = match (&lost, &gained) {
            (None | Some(Ok(None)), None) => Direction::Annotation,
            (None | Some(Ok(None)), Some(Ok(None))) => Direction::Annotation,
            (None | Some(Ok(None)), Some(_)) => Direction::Widened,
            (Some(Err(())), _) | (_, Some(Err(()))) => Direction::Undetermined,
            (Some(Ok(Some(_))), Some(Ok(Some(_)))) => Direction::Both,
            (Some(Ok(Some(_))), _) => Direction::Narrowed,
        };
        let witness = match (lost, gained) {
            (Some(Ok(Some(value))), _) | (_, Some(Ok(Some(value)))) => Some(value),
            _ => None,
        };
        let text = |rule: &Rule| {
            let entry = &rule.entry;
            let rule = entry.rule.as_deref().unwrap_or("checked in code");
            match &entry.when {
                Some(when) => format!("{rule:?} when {when:?}"),
                None => format!("{rule:?}"),
            }
        };
        let (verb, message) = match (old, new) {
            (Some(old), Some(new)) => (
                "changed",
                format!(
                    "the rule `{}` changed from {} to {}",
                    new.entry.id,
                    text(old),
                    text(new)
                ),
            ),
            (None, Some(new)) => (
                "added",
                format!("the rule `{}` was added: {}", new.entry.id, text(new)),
            ),
            (Some(old), None) => (
                "removed",
                format!("the rule `{}` was removed: {}", old.entry.id, text(old)),
            ),
            (None, None) => return,
        };
        let places = self.places([old, new]);
        self.push(format!("rule-{verb}"), places, direction, message, witness);
    }
}
