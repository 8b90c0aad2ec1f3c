//! Booleans, numbers and strings.

use hit_runtime::check::{NodeId, TypeSet};
use hit_runtime::types::Number;
use hit_schema::shape::{Bound, Numbers, Shape};

use super::kinds;
use crate::config::{NumberType, Settings};
use crate::model::{Repr, Ty};

/// Integers up to here are exact in `f64`.
const EXACT: i128 = 1 << 53;

/// The type of a shape of one scalar class. `node` is the subschema it is, if
/// it is one.
pub(super) fn lower(
    settings: &Settings,
    shape: &Shape,
    node: Option<NodeId>,
    origin: NodeId,
) -> Ty {
    let kinds = shape.kinds;
    if kinds::has(kinds, TypeSet::NULL) {
        Ty::Null
    } else if kinds::has(kinds, TypeSet::BOOLEAN) {
        Ty::Bool
    } else if kinds::has(kinds, TypeSet::STRING) {
        Ty::Text {
            checks: shape.strings.clone(),
            node,
        }
    } else if kinds.contains(TypeSet::NUMBER) {
        number(settings, &shape.numbers, origin)
    } else {
        let literal = kinds.contains(TypeSet::LITERAL_INTEGER);
        integer(settings, &shape.numbers, literal, origin)
    }
}

/// A type of the user's.
pub(super) fn foreign(path: String, shape: &Shape, node: NodeId) -> Ty {
    let only_text = kinds::classes(shape.kinds) == [TypeSet::STRING]
        && shape.values.is_none()
        && !super::context::is_judged(shape);
    let text = only_text.then(|| shape.strings.clone());
    Ty::Foreign { path, text, node }
}

fn number(settings: &Settings, checks: &Numbers, origin: NodeId) -> Ty {
    let within = |bound: Option<Bound>| {
        let exact = Number::from(1_u64 << 53);
        bound.is_some_and(|bound| {
            bound.limit <= exact && bound.limit >= Number::from(-(1_i64 << 53))
        })
    };
    debug_assert_eq!(EXACT, 1 << 53);
    let exact = within(checks.min) && within(checks.max);
    if exact || settings.number(origin) == NumberType::F64 {
        Ty::Double(checks.clone())
    } else {
        Ty::Number(checks.clone())
    }
}

fn integer(settings: &Settings, checks: &Numbers, literal: bool, origin: NodeId) -> Ty {
    let min = checks.min.map(least);
    let max = checks.max.map(greatest);
    let repr = match smallest(min, max) {
        Repr::Any => settings.integer(origin),
        repr => repr,
    };
    Ty::Int {
        repr,
        literal,
        checks: beyond(checks, repr),
    }
}

/// The least integer that a lower bound allows.
fn least(bound: Bound) -> i128 {
    match bound.limit.as_i128() {
        Some(limit) => limit.saturating_add(i128::from(bound.exclusive)),
        None => whole(bound.limit.as_f64().ceil()),
    }
}

/// The greatest integer that an upper bound allows.
fn greatest(bound: Bound) -> i128 {
    match bound.limit.as_i128() {
        Some(limit) => limit.saturating_sub(i128::from(bound.exclusive)),
        None => whole(bound.limit.as_f64().floor()),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "saturates, which is what is wanted"
)]
fn whole(value: f64) -> i128 {
    value as i128
}

/// The smallest Rust type that holds a range. Without an upper bound it is
/// `u64`, unless the lower one shows that larger numbers are meant.
fn smallest(min: Option<i128>, max: Option<i128>) -> Repr {
    let Some(min) = min else { return Repr::Any };
    if min >= 0 {
        let max = max.unwrap_or(i128::from(u64::MAX).max(min.saturating_mul(2)));
        let fits = |bits: &u8| max < 1 << bits;
        let bits = [8, 16, 32, 64].into_iter().find(fits);
        return bits.map_or(Repr::Any, Repr::Unsigned);
    }
    let Some(max) = max else { return Repr::Any };
    let fits = |bits: &u8| {
        let half = 1_i128 << (bits - 1);
        min >= -half && max < half
    };
    [8, 16, 32, 64]
        .into_iter()
        .find(fits)
        .map_or(Repr::Any, Repr::Signed)
}

/// The checks that the range of the type does not imply.
fn beyond(checks: &Numbers, repr: Repr) -> Numbers {
    let (low, high) = match repr {
        Repr::Any => return checks.clone(),
        Repr::Unsigned(bits) => (0, (1_i128 << bits) - 1),
        Repr::Signed(bits) => (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1),
    };
    Numbers {
        min: checks.min.filter(|bound| least(*bound) > low),
        max: checks.max.filter(|bound| greatest(*bound) < high),
        multiples: checks.multiples.clone(),
    }
}
