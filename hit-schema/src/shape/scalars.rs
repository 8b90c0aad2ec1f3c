//! Facets of numbers and strings, and JSON types.

use hit_runtime::check::{Kind, TypeSet};
use hit_runtime::types::Number;

use super::facets::{Bound, Numbers, Strings};

/// The JSON types that both sets allow.
pub(super) fn intersect(a: TypeSet, b: TypeSet) -> TypeSet {
    const MODIFIER: u8 = TypeSet::LITERAL_INTEGER.0;
    const FRACTIONS: u8 = TypeSet::NUMBER.0 & !TypeSet::INTEGER.0;
    let kinds = a.0 & b.0 & !MODIFIER;
    let literal = (a.0 | b.0) & MODIFIER;
    let keeps_literal = kinds & FRACTIONS == 0 && kinds & TypeSet::INTEGER.0 != 0;
    TypeSet(if keeps_literal {
        kinds | literal
    } else {
        kinds
    })
}

/// Adds what a check says about numbers; whether it said something.
pub(super) fn add_number(numbers: &mut Numbers, kind: &Kind) -> bool {
    let bound = |limit, exclusive| Bound {
        limit: Number::from_json(limit),
        exclusive,
    };
    match kind {
        Kind::Minimum(limit) => raise(&mut numbers.min, bound(limit, false)),
        Kind::ExclusiveMinimum(limit) => raise(&mut numbers.min, bound(limit, true)),
        Kind::Maximum(limit) => lower(&mut numbers.max, bound(limit, false)),
        Kind::ExclusiveMaximum(limit) => lower(&mut numbers.max, bound(limit, true)),
        Kind::MultipleOf(divisor) => {
            let divisor = Number::from_json(divisor);
            if !numbers.multiples.contains(&divisor) {
                numbers.multiples.push(divisor);
            }
        }
        _ => return false,
    }
    true
}

fn raise(slot: &mut Option<Bound>, bound: Bound) {
    let tighter = slot
        .is_none_or(|old| bound.limit > old.limit || (bound.limit == old.limit && bound.exclusive));
    if tighter {
        *slot = Some(bound);
    }
}

fn lower(slot: &mut Option<Bound>, bound: Bound) {
    let tighter = slot
        .is_none_or(|old| bound.limit < old.limit || (bound.limit == old.limit && bound.exclusive));
    if tighter {
        *slot = Some(bound);
    }
}

/// Adds what a check says about strings; whether it said something.
pub(super) fn add_string(strings: &mut Strings, kind: &Kind) -> bool {
    match kind {
        Kind::MinLength(limit) => at_least(&mut strings.min, *limit),
        Kind::MaxLength(limit) => at_most(&mut strings.max, *limit),
        Kind::Pattern(pattern) if !strings.patterns.contains(pattern) => {
            strings.patterns.push(pattern.clone());
        }
        Kind::Format(format) if !strings.formats.contains(format) => {
            strings.formats.push(format.clone());
        }
        Kind::Pattern(_) | Kind::Format(_) => {}
        _ => return false,
    }
    true
}

/// Raises a lower count.
pub(super) fn at_least(slot: &mut Option<u64>, limit: u64) {
    if limit > 0 {
        *slot = Some(slot.map_or(limit, |old| old.max(limit)));
    }
}

/// Lowers an upper count.
pub(super) fn at_most(slot: &mut Option<u64>, limit: u64) {
    *slot = Some(slot.map_or(limit, |old| old.min(limit)));
}
