//! The keywords that go together, by draft.

use hit_schema::Draft;

use super::context::Make;
use super::{arrays, core, logic, objects, scalars};

/// Keywords that go together.
#[derive(Clone, Copy)]
pub(super) struct Group {
    from: Draft,
    to: Draft,
    pub(super) make: Make,
}

const fn group(from: Draft, to: Draft, make: Make) -> Group {
    Group { from, to, make }
}

const ALL: &[Group] = &{
    use Draft::{Draft3, Draft4, Draft6, Draft7, Draft201909, Draft202012, V1};
    [
        group(Draft4, V1, scalars::types),
        group(Draft3, V1, scalars::types),
        group(Draft3, V1, scalars::constants),
        group(Draft3, V1, scalars::numbers),
        group(Draft3, V1, scalars::strings),
        group(Draft3, V1, scalars::annotations),
        group(Draft3, V1, objects::named),
        group(Draft3, V1, objects::named),
        group(Draft3, V1, objects::closed),
        group(Draft4, V1, objects::counted),
        group(Draft3, V1, objects::dependent),
        group(Draft6, V1, objects::names),
        group(Draft201909, V1, objects::dependent_required),
        group(Draft201909, V1, objects::unevaluated),
        group(Draft3, Draft201909, arrays::items_of_old),
        group(Draft202012, V1, arrays::items),
        group(Draft3, V1, arrays::counted),
        group(Draft6, V1, arrays::contains),
        group(Draft201909, V1, arrays::unevaluated),
        group(Draft3, Draft3, logic::of_draft_3),
        group(Draft4, V1, logic::several),
        group(Draft4, V1, logic::several),
        group(Draft4, V1, logic::tagged),
        group(Draft4, V1, logic::not),
        group(Draft7, V1, logic::conditional),
        group(Draft3, V1, core::reference),
        group(Draft201909, Draft201909, core::recursive),
        group(Draft202012, V1, core::dynamic),
    ]
};

/// The groups of a draft.
pub(super) fn groups(draft: Draft) -> Vec<Group> {
    let here = |group: &&Group| group.from <= draft && draft <= group.to;
    ALL.iter().filter(here).copied().collect()
}
