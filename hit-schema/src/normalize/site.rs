//! A value in a schema that is being read.

use hit_runtime::Pointer;
use hit_runtime::json::{Member, Node};

/// A value and where it stands in its document.
#[derive(Clone, Debug)]
pub(super) struct Site<'n> {
    /// The keyword it belongs to.
    pub(super) keyword: &'static str,
    /// Where it stands in the document.
    pub(super) pointer: Pointer,
    /// The value.
    pub(super) node: &'n Node,
}

impl<'n> Site<'n> {
    /// A member of this value.
    pub(super) fn member(&self, member: &'n Member) -> Self {
        let pointer = self.pointer.join(&member.name);
        Site {
            keyword: self.keyword,
            pointer,
            node: &member.value,
        }
    }

    /// An item of this value.
    pub(super) fn item(&self, index: usize, node: &'n Node) -> Self {
        let mut pointer = self.pointer.clone();
        pointer.push_index(index);
        Site {
            keyword: self.keyword,
            pointer,
            node,
        }
    }
}
