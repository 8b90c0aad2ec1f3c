//! Sets of values, equal as JSON Schema has it.

use std::collections::HashMap;
use std::hash::RandomState;

use serde_json::Value;

use super::equal::json_eq;
use super::hash::hash;

/// Values of which no two are equal.
///
/// ```
/// use hit_runtime::number::ValueSet;
/// use serde_json::json;
///
/// let (one, other) = (json!(1), json!(1.0));
/// let mut set = ValueSet::default();
/// assert!(set.insert(&one));
/// assert!(!set.insert(&other));
/// ```
#[derive(Debug, Default)]
pub struct ValueSet<'v> {
    state: RandomState,
    seen: HashMap<u64, Vec<&'v Value>>,
}

impl<'v> ValueSet<'v> {
    /// Adds a value; whether none that equals it was there.
    pub fn insert(&mut self, value: &'v Value) -> bool {
        let bucket = self.seen.entry(hash(&self.state, value)).or_default();
        let new = !bucket.iter().any(|other| json_eq(other, value));
        if new {
            bucket.push(value);
        }
        new
    }

    /// Whether a value that equals this one is there.
    pub fn contains(&self, value: &Value) -> bool {
        let bucket = self.seen.get(&hash(&self.state, value));
        bucket.is_some_and(|bucket| bucket.iter().any(|other| json_eq(other, value)))
    }
}

impl<'v> FromIterator<&'v Value> for ValueSet<'v> {
    fn from_iter<I: IntoIterator<Item = &'v Value>>(values: I) -> Self {
        let mut set = Self::default();
        for value in values {
            set.insert(value);
        }
        set
    }
}
