//! Rules as conditions on values. What cannot be put as such stays a condition
//! that nothing is known of but its identity: equal ones hold together.
//!
//! A rule holds where it is true; an error or `false` refuses. Where a value
//! from outside is not known, a rule that depends on it is not evaluated, and
//! refuses nothing.

use hit_rules::ast::{Literal as Constant, Macro};
use hit_rules::schema::Placed;
use hit_rules::typed::{Typed, TypedKind};
use hit_rules::types::{Type, TypeTable};
use serde_json::{Number, Value};

use super::identity::text;
use crate::graph::{Exact, Head, Kind, KindSet, Literal, Term};

/// Integers up to here are the same as integers and as floats.
const SAFE: i64 = 9_007_199_254_740_991;

/// What a rule demands of the value at its node.
pub(super) fn lower(placed: &Placed<'_>, table: &TypeTable, identity: &str) -> Vec<Term> {
    let own = demanded(placed, table, identity);
    let mut besides = KindSet::of(Kind::Null);
    if placed.open {
        match placed.ty {
            Type::Object(_) => besides = KindSet::OBJECTS.not(),
            _ => return vec![opaque(identity)],
        }
    }
    let other = vec![Term::leaf(Head::Kinds(besides))];
    vec![Term::any(vec![other, own])]
}

fn demanded(placed: &Placed<'_>, table: &TypeTable, identity: &str) -> Vec<Term> {
    let entry = placed.entry;
    let Some(rule) = &entry.rule else {
        return Vec::new();
    };
    let lowerer = Lowerer {
        table,
        root: Root::Own,
    };
    let whole = || vec![opaque(identity)];
    if entry.is_transition() {
        return whole();
    }
    let outside = |typed: &Typed| typed.context_path().is_some() || reads_outside(typed);
    let holds = match &rule.root.kind {
        _ if !outside(&rule.root) => lowerer.is(&rule.root, true),
        // What does not depend on values from outside can be true without them.
        TypedKind::Or(operands) => {
            let (open, own): (Vec<_>, Vec<_>) = operands.iter().partition(|one| outside(one));
            let mut identity = format!("{}\0outside", entry.entry.id);
            for operand in open {
                identity.push('|');
                text(operand, table, &mut identity);
            }
            let mut arms: Vec<Vec<Term>> = own.iter().map(|one| lowerer.is(one, true)).collect();
            arms.push(vec![opaque(&identity)]);
            vec![Term::any(arms)]
        }
        _ => whole(),
    };
    match &entry.when {
        None => holds,
        Some(when) if outside(&when.root) => whole(),
        Some(when) => {
            let mut counts = lowerer.is(&when.root, true);
            counts.extend(holds);
            vec![Term::any(vec![lowerer.is(&when.root, false), counts])]
        }
    }
}

fn reads_outside(typed: &Typed) -> bool {
    let outside = matches!(&typed.kind, TypedKind::Variable(name) if &**name == hit_rules::CONTEXT);
    outside || typed.children().into_iter().any(reads_outside)
}

fn opaque(identity: &str) -> Term {
    Term::leaf(Head::Rule(identity.to_owned()))
}

fn never() -> Vec<Term> {
    vec![Term::leaf(Head::Kinds(KindSet::NONE))]
}

/// What conditions are about.
#[derive(Clone, Copy, PartialEq)]
enum Root {
    /// `self`
    Own,
    /// The variable of a macro.
    Local(usize),
}

struct Lowerer<'t> {
    table: &'t TypeTable,
    root: Root,
}

impl Lowerer<'_> {
    /// The condition that an expression is true, or false: not an error.
    fn is(&self, typed: &Typed, wanted: bool) -> Vec<Term> {
        self.exactly(typed, wanted).unwrap_or_else(|| {
            let mut identity = format!("a rule\0{wanted}:");
            text(typed, self.table, &mut identity);
            vec![opaque(&identity)]
        })
    }

    /// The same below a macro, where what is not exact cannot stay open: it may
    /// depend on more than the element.
    fn within(&self, typed: &Typed, wanted: bool) -> Option<Vec<Term>> {
        match self.root {
            Root::Own => Some(self.is(typed, wanted)),
            Root::Local(_) => self.exactly(typed, wanted),
        }
    }

    fn exactly(&self, typed: &Typed, wanted: bool) -> Option<Vec<Term>> {
        match &typed.kind {
            TypedKind::Constant(Constant::Bool(value)) => Some(match *value == wanted {
                true => Vec::new(),
                false => never(),
            }),
            TypedKind::And(operands) => self.fold(operands, wanted, wanted),
            TypedKind::Or(operands) => self.fold(operands, !wanted, wanted),
            TypedKind::Conditional(parts) => {
                let [test, then, otherwise] = parts.as_ref();
                let mut yes = self.within(test, true)?;
                yes.extend(self.within(then, wanted)?);
                let mut no = self.within(test, false)?;
                no.extend(self.within(otherwise, wanted)?);
                Some(vec![Term::any(vec![yes, no])])
            }
            TypedKind::Call(call) => match (call.name, call.args.as_slice()) {
                ("!_", [operand]) => self.within(operand, !wanted),
                (name, [left, right]) => self.compared(name, left, right, wanted),
                _ => None,
            },
            TypedKind::Has { operand, field } => self.has(operand, field, wanted),
            TypedKind::Select { .. } if typed.ty == Type::Bool => {
                let path = self.path(typed)?;
                Some(at(&path, vec![values(vec![Value::Bool(wanted)])]))
            }
            TypedKind::Comprehension(inner)
                if inner.filter.is_none()
                    && inner.variables.len() == 1
                    && matches!(inner.range.ty, Type::List(_)) =>
            {
                let every = match (inner.kind, wanted) {
                    (Macro::All, true) | (Macro::Exists, false) => true,
                    (Macro::All, false) | (Macro::Exists, true) => false,
                    _ => return None,
                };
                let path = self.path(&inner.range)?;
                let element = Self {
                    table: self.table,
                    root: Root::Local(inner.slot),
                };
                let each = element.exactly(&inner.body, wanted)?;
                let head = match every {
                    true => Head::ItemsFrom(0),
                    false => Head::Contains(1, None),
                };
                let list = Term::leaf(Head::Kinds(KindSet::ARRAYS));
                Some(at(&path, vec![list, Term::with(head, each)]))
            }
            _ => None,
        }
    }

    /// All of them are so, or one is.
    fn fold(&self, operands: &[Typed], every: bool, wanted: bool) -> Option<Vec<Term>> {
        let parts: Option<Vec<_>> = operands
            .iter()
            .map(|one| self.within(one, wanted))
            .collect();
        let parts = parts?;
        Some(match every {
            true => parts.into_iter().flatten().collect(),
            false => vec![Term::any(parts)],
        })
    }

    fn has(&self, operand: &Typed, field: &str, wanted: bool) -> Option<Vec<Term>> {
        let path = self.path(operand)?;
        let member = self.member(operand, field)?;
        let null = Term::leaf(Head::Kinds(KindSet::of(Kind::Null)));
        let has = Term::leaf(Head::Has(member.clone()));
        let mut terms = vec![Term::leaf(Head::Kinds(KindSet::OBJECTS))];
        if wanted {
            let value = vec![Term::not(vec![null])];
            terms.extend([has, Term::with(Head::Member(member), value)]);
        } else {
            // `null` counts as absent.
            terms.push(Term::with(Head::Member(member), vec![null]));
        }
        Some(at(&path, terms))
    }

    fn compared(&self, name: &str, left: &Typed, right: &Typed, wanted: bool) -> Option<Vec<Term>> {
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
        let (kinds, least, most): (_, fn(u64) -> Head, fn(u64) -> Head) = match operand.ty.widened()
        {
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

    /// The members that lead from the root to what is read.
    fn path(&self, typed: &Typed) -> Option<Vec<String>> {
        match (&typed.kind, self.root) {
            (TypedKind::Variable(name), Root::Own) if &**name == "self" => Some(Vec::new()),
            (TypedKind::Local(slot), Root::Local(own)) if *slot == own => Some(Vec::new()),
            (
                TypedKind::Select {
                    operand,
                    field,
                    optional: false,
                },
                _,
            ) => {
                let mut path = self.path(operand)?;
                path.push(self.member(operand, field)?);
                Some(path)
            }
            _ => None,
        }
    }

    fn member(&self, operand: &Typed, field: &str) -> Option<String> {
        let Type::Object(object) = &operand.ty else {
            return None;
        };
        let field = self.table.object(object)?.fields.get(field)?;
        Some(field.member.clone())
    }
}

/// The condition on the value that a path leads to, which has to be there.
fn at(path: &[String], terms: Vec<Term>) -> Vec<Term> {
    path.iter().rev().fold(terms, |terms, name| {
        vec![
            Term::leaf(Head::Kinds(KindSet::OBJECTS)),
            Term::leaf(Head::Has(name.clone())),
            Term::with(Head::Member(name.clone()), terms),
        ]
    })
}

/// Numbers that a type can hold: others are errors of the rule.
fn number(ty: &Type) -> Option<Vec<Term>> {
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

fn bound(lower: bool, limit: Exact, exclusive: bool) -> Term {
    Term::leaf(Head::Bound {
        lower,
        limit,
        exclusive,
    })
}

fn values(listed: Vec<Value>) -> Term {
    let mut literals: Vec<Literal> = listed.into_iter().map(Literal::new).collect();
    literals.sort_by(|one, other| one.text().cmp(other.text()));
    literals.dedup();
    Term::leaf(Head::Values(literals))
}

/// The value of a constant that means the same here and there.
fn constant(typed: &Typed) -> Option<Value> {
    let number = |value: i64| (-SAFE..=SAFE).contains(&value).then(|| Value::from(value));
    match &typed.kind {
        TypedKind::Constant(literal) => match literal {
            Constant::Bool(value) => Some(Value::Bool(*value)),
            Constant::Int(value) => number(*value),
            Constant::UInt(value) => number(i64::try_from(*value).ok()?),
            #[expect(clippy::cast_precision_loss, reason = "the limit is exact")]
            Constant::Double(value) if value.abs() <= SAFE as f64 => {
                Number::from_f64(*value).map(Value::Number)
            }
            Constant::String(text) => Some(Value::String(text.to_string())),
            _ => None,
        },
        TypedKind::Call(call) if call.name == "-_" => match call.args.as_slice() {
            [operand] => match constant(operand)? {
                Value::Number(value) => match value.as_i64() {
                    Some(value) => number(-value),
                    None => Number::from_f64(-value.as_f64()?).map(Value::Number),
                },
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// All constants of an expression.
pub(super) fn literals(typed: &Typed, out: &mut Vec<Value>) {
    out.extend(constant(typed).filter(|value| !value.is_boolean()));
    for child in typed.children() {
        literals(child, out);
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Operator {
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
    Other,
}

fn operator(name: &str) -> Option<Operator> {
    Some(match name {
        "_<_" => Operator::Less,
        "_<=_" => Operator::AtMost,
        "_>_" => Operator::Greater,
        "_>=_" => Operator::AtLeast,
        "_==_" => Operator::Equal,
        "_!=_" => Operator::Other,
        _ => return None,
    })
}

impl Operator {
    fn flipped(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Greater => Self::Less,
            Self::AtLeast => Self::AtMost,
            same => same,
        }
    }

    fn negated(self) -> Self {
        match self {
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::Greater,
            Self::Greater => Self::AtMost,
            Self::AtLeast => Self::Less,
            Self::Equal => Self::Other,
            Self::Other => Self::Equal,
        }
    }

    /// As a bound: whether a lower one, and whether it is itself out.
    fn bound(self) -> Option<(bool, bool)> {
        match self {
            Self::Less => Some((false, true)),
            Self::AtMost => Some((false, false)),
            Self::Greater => Some((true, true)),
            Self::AtLeast => Some((true, false)),
            Self::Equal | Self::Other => None,
        }
    }
}
