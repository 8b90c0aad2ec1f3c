//! Why a state is asked for.

/// Which state of a node is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Role {
    /// For a value that others judge too.
    Beside,
    /// For a value of its own, which has declared members only.
    Closed,
    /// What its rules demand, and those that it leads to.
    Rules,
}
