//! Closed sets of values.

use hit_runtime::check::{Checker, Kind, TypeSet};
use hit_runtime::number::ValueSet;
use serde_json::Value;

use super::conjuncts::Conjunct;
use super::key::Key;

/// The values that `enum` and `const` allow, and whether the other checks
/// could be applied to them here.
pub(super) fn values(
    checker: &Checker,
    key: &Key,
    conjuncts: &[Conjunct<'_>],
) -> Option<(Vec<Value>, bool)> {
    let checks = || conjuncts.iter().flat_map(|conjunct| &conjunct.checks);
    let lists = checks().filter_map(|(_, check)| match &check.kind {
        Kind::Enum(values) => Some(values),
        _ => None,
    });
    let common = lists
        .map(|values| values.iter().collect::<Vec<&Value>>())
        .reduce(|mut common, values| {
            let others: ValueSet<'_> = values.into_iter().collect();
            common.retain(|value| others.contains(value));
            common
        })?;
    let plain = checks().all(|(_, check)| {
        matches!(
            check.kind,
            Kind::Enum(_) | Kind::Type(_) | Kind::Ref(_) | Kind::AllOf(_)
        )
    });
    let whole = key.without().is_empty();
    let accepted = |value: &Value| {
        !whole
            || key
                .nodes()
                .iter()
                .all(|node| checker.is_valid(*node, value))
    };
    let mut seen = ValueSet::default();
    let new = common.into_iter().filter(|value| seen.insert(value));
    let values = new.filter(|value| accepted(value)).cloned().collect();
    Some((values, whole || plain))
}

/// The JSON type of a value.
pub(super) fn kind(value: &Value) -> TypeSet {
    match value {
        Value::Null => TypeSet::NULL,
        Value::Bool(_) => TypeSet::BOOLEAN,
        Value::Number(_) => TypeSet::NUMBER,
        Value::String(_) => TypeSet::STRING,
        Value::Array(_) => TypeSet::ARRAY,
        Value::Object(_) => TypeSet::OBJECT,
    }
}
