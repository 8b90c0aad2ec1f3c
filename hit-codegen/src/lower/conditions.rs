//! `if` / `then` / `else` among the checks of a key.

use hit_runtime::check::{Checker, Kind, NodeId, Program, TypeSet};
use hit_schema::shape::{Key, Shape, Shaper};

use super::decide::{Facts, decide};

/// One `if` with its branches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Condition {
    node: NodeId,
    check: usize,
    /// What is asked.
    pub test: NodeId,
    /// What holds then.
    pub then: Option<NodeId>,
    /// What holds else.
    pub otherwise: Option<NodeId>,
}

impl Condition {
    /// The key without this condition, and with the branch of an answer.
    pub fn settled(&self, key: &Key, answer: bool) -> Key {
        let key = key.setting_aside(self.node, self.check);
        match self.branch(answer) {
            Some(branch) => key.and(branch),
            None => key,
        }
    }

    /// The branch of an answer.
    pub fn branch(&self, answer: bool) -> Option<NodeId> {
        if answer { self.then } else { self.otherwise }
    }
}

/// The conditions of a key, in order of writing.
pub(super) fn conditions(shaper: &Shaper<'_>, key: &Key, shape: &Shape) -> Vec<Condition> {
    if !shape.residual.iter().any(|it| it.keyword == "if") {
        return Vec::new();
    }
    let found = shaper.checks(key).into_iter();
    let condition = |(node, at, kind): (NodeId, usize, &Kind)| match kind {
        Kind::If {
            test,
            then,
            otherwise,
        } if then.is_some() || otherwise.is_some() => Some(Condition {
            node,
            check: at,
            test: *test,
            then: *then,
            otherwise: *otherwise,
        }),
        _ => None,
    };
    found
        .filter_map(|(node, at, check)| condition((node, at, &check.kind)))
        .collect()
}

/// The key with the conditions resolved whose answer is known for all its
/// values of these JSON types; nothing where there are none.
pub(super) fn settle(
    program: &Program,
    shaper: &Shaper<'_>,
    checker: &Checker,
    key: &Key,
    mask: TypeSet,
) -> Option<Key> {
    let shape = shaper.shape(key);
    let conditions = conditions(shaper, key, &shape);
    if conditions.is_empty() || shape.values.is_some() {
        return None;
    }
    let facts = Facts::of(shaper, &shape, mask);
    let mut settled = None;
    for condition in &conditions {
        if let Some(answer) = decide(program, checker, condition.test, &facts) {
            let key = settled.as_ref().unwrap_or(key);
            settled = Some(condition.settled(key, answer));
        }
    }
    settled
}
