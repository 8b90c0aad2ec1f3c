//! Collections that hold the open members of an object.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::BuildHasher;

/// A collection of named members. Own map types of the configuration implement it.
pub trait Members<T>: Default {
    /// Adds a member; gives the name back when it is there already.
    fn add(&mut self, name: String, value: T) -> Option<String>;
}

impl<T> Members<T> for BTreeMap<String, T> {
    fn add(&mut self, name: String, value: T) -> Option<String> {
        use std::collections::btree_map::Entry;
        match self.entry(name) {
            Entry::Occupied(entry) => Some(entry.key().clone()),
            Entry::Vacant(entry) => {
                entry.insert(value);
                None
            }
        }
    }
}

impl<T, S: BuildHasher + Default> Members<T> for HashMap<String, T, S> {
    fn add(&mut self, name: String, value: T) -> Option<String> {
        use std::collections::hash_map::Entry;
        match self.entry(name) {
            Entry::Occupied(entry) => Some(entry.key().clone()),
            Entry::Vacant(entry) => {
                entry.insert(value);
                None
            }
        }
    }
}

#[cfg(feature = "indexmap")]
impl<T, S: BuildHasher + Default> Members<T> for indexmap::IndexMap<String, T, S> {
    fn add(&mut self, name: String, value: T) -> Option<String> {
        use indexmap::map::Entry;
        match self.entry(name) {
            Entry::Occupied(entry) => Some(entry.key().clone()),
            Entry::Vacant(entry) => {
                entry.insert(value);
                None
            }
        }
    }
}

/// Names of members that are read, checked and not kept.
#[derive(Clone, Debug, Default)]
pub struct Dropped(BTreeSet<String>);

impl<T> Members<T> for Dropped {
    fn add(&mut self, name: String, _: T) -> Option<String> {
        if self.0.contains(&name) {
            return Some(name);
        }
        self.0.insert(name);
        None
    }
}
