//! Comparisons with constants: limits, lists of values, sizes.

use hit_rules::typed::{Typed, TypedKind};
use hit_rules::types::Type;
use serde_json::Value;

use super::condition::Conditions;
use super::constant::constant;
use super::operator::{Operator, operator};
use super::term::{at, bound, number, values};
use crate::graph::{Exact, Head, Kind, KindSet, Term};

/// A bound of lengths, as a condition.
type Limit = fn(u64) -> Head;

impl Conditions<'_> {
    /// The condition that a comparison is true, or false.
    pub(super) fn compared(
        &self,
        name: &str,
        left: &Typed,
        right: &Typed,
        wanted: bool,
    ) -> Option<Vec<Term>> {
        if name == "@in" {
            let TypedKind::List(elements) = &right.kind else {
                return None;
            };
            let listed: Option<Vec<Value>> = elements
                .iter()
                .map(|(element, optional)| (!optional).then(|| constant(element)).flatten())
                .collect();
            return self.listed(left, listed?, wanted);
        }
        let (operand, value, operator) = match (constant(left), constant(right)) {
            (None, Some(value)) => (left, value, operator(name)?),
            (Some(value), None) => (right, value, operator(name)?.flipped()),
            _ => return None,
        };
        let operator = if wanted { operator } else { operator.negated() };
        if let TypedKind::Call(call) = &operand.kind {
            return match (call.name, call.args.as_slice()) {
                ("size", [measured]) => self.sized(measured, operator, value.as_i64()?),
                _ => None,
            };
        }
        match (&value, operator) {
            (_, Operator::Equal) => self.listed(operand, vec![value], true),
            (_, Operator::Other) => self.listed(operand, vec![value], false),
            (Value::Number(limit), operator) => {
                let path = self.path(operand)?;
                let (lower, exclusive) = operator.bound()?;
                let mut terms = number(&operand.ty)?;
                terms.push(bound(lower, Exact::of(limit), exclusive));
                Some(at(&path, terms))
            }
            _ => None,
        }
    }

    /// The operand is one of these, or is there and none of them.
    fn listed(&self, operand: &Typed, listed: Vec<Value>, wanted: bool) -> Option<Vec<Term>> {
        let path = self.path(operand)?;
        let mut terms = match operand.ty.widened() {
            Type::Bool => vec![Term::leaf(Head::Kinds(KindSet::of(Kind::Boolean)))],
            Type::String => vec![Term::leaf(Head::Kinds(KindSet::STRINGS))],
            Type::Int | Type::Double => number(&operand.ty)?,
            _ => return None,
        };
        let listed = values(listed);
        terms.push(if wanted {
            listed
        } else {
            Term::not(vec![listed])
        });
        Some(at(&path, terms))
    }

    fn sized(&self, operand: &Typed, operator: Operator, limit: i64) -> Option<Vec<Term>> {
        let path = self.path(operand)?;
        let (kinds, least, most): (KindSet, Limit, Limit) = match operand.ty.widened() {
            Type::String => (KindSet::STRINGS, Head::MinLength, Head::MaxLength),
            Type::List(_) => (KindSet::ARRAYS, Head::MinItems, Head::MaxItems),
            Type::Map(_) => (KindSet::OBJECTS, Head::MinMembers, Head::MaxMembers),
            _ => return None,
        };
        let at_least = |limit: i64| Term::leaf(least(u64::try_from(limit).unwrap_or(0)));
        let at_most = |limit: i64| match u64::try_from(limit) {
            Ok(limit) => Term::leaf(most(limit)),
            Err(_) => Term::leaf(Head::Kinds(KindSet::NONE)),
        };
        let (below, above) = (limit.checked_sub(1)?, limit.checked_add(1)?);
        let mut terms = vec![Term::leaf(Head::Kinds(kinds))];
        match operator {
            Operator::Less => terms.push(at_most(below)),
            Operator::AtMost => terms.push(at_most(limit)),
            Operator::Greater => terms.push(at_least(above)),
            Operator::AtLeast => terms.push(at_least(limit)),
            Operator::Equal => terms.extend([at_least(limit), at_most(limit)]),
            Operator::Other => {
                terms.push(Term::any(vec![vec![at_most(below)], vec![at_least(above)]]));
            }
        }
        Some(at(&path, terms))
    }
}
