//! Which types suit each other: CEL's rules of type agreement.

use crate::rules::types::substitution::Substitution;
use crate::rules::types::ty::Type;

/// Whether a value of type `from` can stand where `to` is wanted. What that
/// says about type parameters is kept if the answer is yes.
pub fn assignable(known: &mut Substitution, from: &Type, to: &Type) -> bool {
    let mark = known.mark();
    let suits = agree(known, from, to);
    if !suits {
        known.rollback(mark);
    }
    suits
}

/// The common type of two elements of one list, if they have one.
pub fn join(known: &mut Substitution, first: &Type, second: &Type) -> Option<Type> {
    assignable(known, first, second).then(|| more_general(first, second))
}

fn agree(known: &mut Substitution, from: &Type, to: &Type) -> bool {
    if let Type::Var(var) = to {
        match substitutable(known, from, *var) {
            Fit::Yes => return true,
            Fit::NoAndFixed => return false,
            Fit::NoButFree => {}
        }
    }
    if let Type::Var(var) = from {
        return matches!(substitutable(known, to, *var), Fit::Yes);
    }
    if from.is_dyn() || to.is_dyn() {
        return true;
    }
    concrete(known, from, to)
}

fn concrete(known: &mut Substitution, from: &Type, to: &Type) -> bool {
    match (from, to) {
        (Type::Union(members), other) | (other, Type::Union(members)) => members
            .iter()
            .any(|member| assignable(known, member, other)),
        (Type::String | Type::Enum(_), Type::String | Type::Enum(_)) => true,
        (Type::Null, other) | (other, Type::Null) => takes_null(other),
        (Type::Type(_), Type::Type(_)) => true,
        (Type::List(a), Type::List(b)) => agree(known, &a.element, &b.element),
        (Type::Map(a), Type::Map(b)) => agree(known, &a.0, &b.0) && agree(known, &a.1, &b.1),
        (Type::Optional(a), Type::Optional(b)) => agree(known, a, b),
        (Type::Object(a), Type::Object(b)) => a.index == b.index || a.name == b.name,
        (a, b) => a == b,
    }
}

/// Types that CEL lets be compared with `null`.
fn takes_null(ty: &Type) -> bool {
    matches!(
        ty,
        Type::Null
            | Type::Object(_)
            | Type::Timestamp
            | Type::Duration
            | Type::Opaque(_)
            | Type::Optional(_)
    )
}

enum Fit {
    Yes,
    NoAndFixed,
    NoButFree,
}

fn substitutable(known: &mut Substitution, ty: &Type, var: u32) -> Fit {
    if *ty == Type::Var(var) {
        return Fit::Yes;
    }
    let Some(fixed) = known.get(var).cloned() else {
        return if known.set(var, ty.widened()) {
            Fit::Yes
        } else {
            Fit::NoButFree
        };
    };
    if *ty == fixed {
        return Fit::Yes;
    }
    if agree(known, ty, &fixed) {
        let wider = more_general(ty, &fixed);
        known.set(var, wider);
        return Fit::Yes;
    }
    Fit::NoAndFixed
}

fn more_general(first: &Type, second: &Type) -> Type {
    if at_most_as_specific(first, second) {
        first.widened()
    } else {
        second.widened()
    }
}

fn at_most_as_specific(first: &Type, second: &Type) -> bool {
    let open = |ty: &Type| ty.is_dyn() || matches!(ty, Type::Var(_));
    if open(first) {
        return true;
    }
    if open(second) || std::mem::discriminant(first) != std::mem::discriminant(second) {
        return false;
    }
    first
        .parameters()
        .into_iter()
        .zip(second.parameters())
        .all(|(a, b)| at_most_as_specific(a, b))
}
