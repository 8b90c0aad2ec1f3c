//! Conditions on values.

use hit_rules::types::Type;
use serde_json::Value;

use crate::graph::{Exact, Head, KindSet, Literal, Term};

/// A condition that nothing is known of but its identity.
pub(super) fn opaque(identity: &str) -> Term {
    Term::leaf(Head::Rule(identity.to_owned()))
}

/// Of no value.
pub(super) fn never() -> Vec<Term> {
    vec![Term::leaf(Head::Kinds(KindSet::NONE))]
}

/// The condition on the value that a path leads to, which has to be there.
pub(super) fn at(path: &[String], terms: Vec<Term>) -> Vec<Term> {
    path.iter().rev().fold(terms, |terms, name| {
        vec![
            Term::leaf(Head::Kinds(KindSet::OBJECTS)),
            Term::leaf(Head::Has(name.clone())),
            Term::with(Head::Member(name.clone()), terms),
        ]
    })
}

/// Numbers that a type can hold: others are errors of the rule.
pub(super) fn number(ty: &Type) -> Option<Vec<Term>> {
    let kinds = Term::leaf(Head::Kinds(KindSet::NUMBERS));
    match ty {
        Type::Double => Some(vec![kinds]),
        Type::Int => Some(vec![
            kinds,
            bound(true, Exact::new(i64::MIN.into(), 0), false),
            bound(false, Exact::new(i64::MAX.into(), 0), false),
        ]),
        _ => None,
    }
}

/// A limit of numbers.
pub(super) fn bound(lower: bool, limit: Exact, exclusive: bool) -> Term {
    Term::leaf(Head::Bound {
        lower,
        limit,
        exclusive,
    })
}

/// One of these values.
pub(super) fn values(listed: Vec<Value>) -> Term {
    let mut literals: Vec<Literal> = listed.into_iter().map(Literal::new).collect();
    literals.sort_by(|one, other| one.text().cmp(other.text()));
    literals.dedup();
    Term::leaf(Head::Values(literals))
}
