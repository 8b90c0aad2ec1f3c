//! `propertyNames` as demands on strings.

use hit_runtime::check::{Kind, NodeId, Program, TypeSet};

use super::conjuncts::conjuncts;
use super::facets::Strings;
use super::key::Key;
use super::scalars::add_string;

/// What a schema of names demands, when string facets say all of it.
pub(super) fn names(program: &Program, node: NodeId) -> Option<Strings> {
    let mut strings = Strings::default();
    for conjunct in conjuncts(program, &Key::of([node])) {
        for (_, check) in conjunct.checks {
            let said = match &check.kind {
                Kind::Type(kinds) => kinds.contains(TypeSet::STRING),
                Kind::Ref(_) | Kind::AllOf(_) => true,
                kind => add_string(&mut strings, kind),
            };
            if !said {
                return None;
            }
        }
    }
    Some(strings)
}
