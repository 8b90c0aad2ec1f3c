//! Conditions from elsewhere, as trees.

use super::head::Head;

/// A condition. Each child is a conjunction of conditions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    pub(crate) head: Head,
    pub(crate) children: Vec<Vec<Term>>,
}

impl Term {
    /// A condition without subconditions.
    pub(crate) fn leaf(head: Head) -> Self {
        Self {
            head,
            children: Vec::new(),
        }
    }

    /// A condition on what one conjunction says.
    pub(crate) fn with(head: Head, child: Vec<Self>) -> Self {
        Self {
            head,
            children: vec![child],
        }
    }

    /// At least one of these holds.
    pub(crate) fn any(children: Vec<Vec<Self>>) -> Self {
        Self {
            head: Head::Any,
            children,
        }
    }

    /// The conjunction does not hold.
    pub(crate) fn not(child: Vec<Self>) -> Self {
        Self::with(Head::Not, child)
    }
}
