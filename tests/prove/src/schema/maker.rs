//! The grammar's start.

use hit_schema::Draft;
use serde_json::{Map, Value, json};

use super::groups::{Group, groups};
use super::{core, scalars};
use crate::Dice;

/// Subschemas of one schema, at most.
const MOST: usize = 24;

/// What a schema under way knows of itself.
pub(super) struct Maker<'d> {
    pub(super) dice: &'d mut Dice,
    pub(super) draft: Draft,
    /// References that lead somewhere.
    pub(super) targets: Vec<String>,
    left: usize,
}

/// A schema of a draft, with `$schema`.
pub fn make(dice: &mut Dice, draft: Draft) -> Value {
    let mut maker = Maker {
        dice,
        draft,
        targets: vec!["#".to_owned()],
        left: MOST,
    };
    let definitions = core::definitions(&mut maker);
    let mut root = match maker.object(4) {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    core::root(&mut maker, &mut root, definitions);
    root.insert("$schema".to_owned(), draft.schema().into());
    Value::Object(root)
}

impl Maker<'_> {
    /// Whether the draft is this or a later one.
    pub(super) fn from(&self, draft: Draft) -> bool {
        self.draft >= draft
    }

    /// A subschema so many levels deep at most.
    pub(super) fn schema(&mut self, depth: usize) -> Value {
        self.left = self.left.saturating_sub(1);
        if self.from(Draft::Draft6) && self.dice.one_in(20) {
            return Value::Bool(!self.dice.one_in(3));
        }
        if depth == 0 || self.left == 0 {
            return self.leaf();
        }
        self.object(depth)
    }

    /// Several subschemas.
    pub(super) fn schemas(&mut self, depth: usize) -> Value {
        let count = 1 + self.dice.below(3);
        (0..count).map(|_| self.schema(depth)).collect()
    }

    /// A schema of several keywords.
    fn object(&mut self, depth: usize) -> Value {
        let all = groups(self.draft);
        let mut members = Map::new();
        for _ in 0..=self.dice.below(3) {
            let Group { make, .. } = *self.dice.pick(&all);
            if let Value::Object(more) = make(self, depth.saturating_sub(1)) {
                for (name, value) in more {
                    members.entry(name).or_insert(value);
                }
            }
        }
        Value::Object(members)
    }

    /// A schema without subschemas.
    fn leaf(&mut self) -> Value {
        match self.dice.below(8) {
            0 => json!({}),
            1 => json!({"$ref": self.target()}),
            2 => scalars::constants(self, 0),
            3 => scalars::numbers(self, 0),
            4 => scalars::strings(self, 0),
            _ => scalars::types(self, 0),
        }
    }

    /// A reference that leads somewhere.
    pub(super) fn target(&mut self) -> String {
        self.dice.pick(&self.targets).clone()
    }
}
