//! What a schema under way knows of itself.

use hit_schema::Draft;
use serde_json::Value;

use crate::Dice;

/// Makes some keywords of a schema, or all, so many levels deep at most.
pub(super) type Make = fn(&mut Maker<'_>, usize) -> Value;

/// A schema under way.
pub(super) struct Maker<'d> {
    pub(super) dice: &'d mut Dice,
    pub(super) draft: Draft,
    /// References that lead somewhere.
    pub(super) targets: Vec<String>,
    /// Subschemas that may still be made.
    pub(super) left: usize,
    /// Makes a schema of several keywords.
    pub(super) object: Make,
    /// Makes a schema without subschemas.
    pub(super) leaf: Make,
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
        match depth == 0 || self.left == 0 {
            true => (self.leaf)(self, 0),
            false => (self.object)(self, depth),
        }
    }

    /// Several subschemas.
    pub(super) fn schemas(&mut self, depth: usize) -> Value {
        let count = 1 + self.dice.below(3);
        (0..count).map(|_| self.schema(depth)).collect()
    }

    /// A reference that leads somewhere.
    pub(super) fn target(&mut self) -> String {
        self.dice.pick(&self.targets).clone()
    }
}
