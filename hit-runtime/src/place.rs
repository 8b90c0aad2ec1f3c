//! Where a value stands, without making a text of it.

use crate::pointer::Pointer;

/// Where a value stands in a document: a chain of steps that is borrowed from
/// the walk, and becomes a [`Pointer`] only when something is found.
///
/// ```
/// use hit_runtime::Place;
///
/// let users = Place::ROOT.member("users");
/// assert_eq!(users.index(3).member("userId").pointer().as_str(), "/users/3/userId");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    parent: Option<&'p Place<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Root,
    Member(&'p str),
    Index(usize),
}

impl<'p> Place<'p> {
    /// The whole document.
    pub const ROOT: Place<'static> = Place {
        parent: None,
        step: Step::Root,
    };

    /// The place of a member, by its name in JSON.
    #[must_use]
    pub const fn member(&'p self, name: &'p str) -> Place<'p> {
        Place {
            parent: Some(self),
            step: Step::Member(name),
        }
    }

    /// The place of an item.
    #[must_use]
    pub const fn index(&'p self, index: usize) -> Place<'p> {
        Place {
            parent: Some(self),
            step: Step::Index(index),
        }
    }

    /// The place as a JSON Pointer.
    pub fn pointer(&self) -> Pointer {
        let mut steps = Vec::new();
        let mut at = Some(self);
        while let Some(place) = at {
            steps.push(place.step);
            at = place.parent;
        }
        let mut pointer = Pointer::root();
        for step in steps.into_iter().rev() {
            match step {
                Step::Root => {}
                Step::Member(name) => pointer.push(name),
                Step::Index(index) => pointer.push_index(index),
            }
        }
        pointer
    }
}
