//! Keys of maps.

use std::cmp::Ordering;
use std::rc::Rc;

/// A key of a map. An `int` and a `uint` of the same value are the same key.
#[derive(Clone, Debug)]
pub enum Key {
    /// `true`, `false`
    Bool(bool),
    /// A signed integer.
    Int(i64),
    /// An unsigned integer.
    UInt(u64),
    /// Text.
    String(Rc<str>),
}

impl Key {
    fn rank(&self) -> u8 {
        match self {
            Key::Bool(_) => 0,
            Key::Int(_) | Key::UInt(_) => 1,
            Key::String(_) => 2,
        }
    }

    fn integer(&self) -> i128 {
        match self {
            Key::Int(value) => i128::from(*value),
            Key::UInt(value) => i128::from(*value),
            Key::Bool(value) => i128::from(*value),
            Key::String(_) => 0,
        }
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Key::String(a), Key::String(b)) => a.cmp(b),
            _ => self
                .rank()
                .cmp(&other.rank())
                .then_with(|| self.integer().cmp(&other.integer())),
        }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Key {}
