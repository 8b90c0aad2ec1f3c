//! The steps of the back-tracking matcher.

use crate::regex::charset::{CharSet, Place};

/// A pattern as steps, run from the first.
#[derive(Debug)]
pub(in crate::regex) struct Steps {
    pub(super) steps: Vec<Step>,
    pub(super) sets: Vec<CharSet>,
    pub(super) groups: usize,
    pub(super) registers: usize,
}

/// One step.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// Reads a character of a set.
    Set { set: usize, backward: bool },
    /// Reads what a group holds; nothing where it holds nothing.
    BackReference {
        group: usize,
        ignore_case: bool,
        backward: bool,
    },
    /// Goes to the first, later to the second.
    Split(usize, usize),
    /// Goes on elsewhere.
    Jump(usize),
    /// Keeps the position in a group's slot.
    Save(usize),
    /// Forgets the groups from the first up to before the second.
    Clear(usize, usize),
    /// Keeps the position at the beginning of a round.
    Mark(usize),
    /// Fails where the round has read nothing.
    Progress(usize),
    /// Fails where it does not hold.
    Place(Place),
    /// Runs the steps after this up to their `Match`, then goes to `after`.
    Look { negated: bool, after: usize },
    /// The end of the pattern or of a look-around.
    Match,
}
