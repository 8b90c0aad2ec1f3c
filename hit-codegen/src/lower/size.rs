//! Whether alternatives are worth types of their own.

use std::collections::BTreeSet;

use hit_schema::shape::{Key, Shaper};

/// So many times as often as once may a member stand in the arms of an enum.
const REPEATS: usize = 3;
/// Members that may stand in arms in any case.
const FREE: usize = 24;

/// Whether the alternatives do not repeat the members they share beyond measure.
pub(super) fn fits<'k>(shaper: &Shaper<'_>, keys: impl IntoIterator<Item = &'k Key>) -> bool {
    let mut distinct = BTreeSet::new();
    let mut all = 0;
    for key in keys {
        let shape = shaper.shape(key);
        all += shape.objects.members.len();
        let members = shape.objects.members.iter();
        distinct.extend(members.map(|member| (member.name.clone(), member.key.clone())));
    }
    all <= REPEATS * distinct.len() + FREE
}
