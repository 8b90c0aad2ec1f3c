//! Rules as conditions on values. What cannot be put as such stays a condition
//! that nothing is known of but its identity: equal ones hold together.
//!
//! A rule holds where it is true; an error or `false` refuses. Where a value
//! from outside is not known, a rule that depends on it is not evaluated, and
//! refuses nothing.

use hit_rules::schema::Placed;
use hit_rules::typed::{Typed, TypedKind};
use hit_rules::types::{Type, TypeTable};

use super::condition::Conditions;
use super::identity::text;
use super::term::opaque;
use crate::graph::{Head, Kind, KindSet, Term};

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
    let conditions = Conditions::of(table);
    let whole = || vec![opaque(identity)];
    if entry.is_transition() {
        return whole();
    }
    let outside = |typed: &Typed| typed.context_path().is_some() || reads_outside(typed);
    let holds = match &rule.root.kind {
        _ if !outside(&rule.root) => conditions.is(&rule.root, true),
        // What does not depend on values from outside can be true without them.
        TypedKind::Or(operands) => {
            let (open, own): (Vec<_>, Vec<_>) = operands.iter().partition(|one| outside(one));
            let mut identity = format!("{}\0outside", entry.entry.id);
            for operand in open {
                identity.push('|');
                text(operand, table, &mut identity);
            }
            let mut arms: Vec<Vec<Term>> = own.iter().map(|one| conditions.is(one, true)).collect();
            arms.push(vec![opaque(&identity)]);
            vec![Term::any(arms)]
        }
        _ => whole(),
    };
    match &entry.when {
        None => holds,
        Some(when) if outside(&when.root) => whole(),
        Some(when) => {
            let mut counts = conditions.is(&when.root, true);
            counts.extend(holds);
            vec![Term::any(vec![conditions.is(&when.root, false), counts])]
        }
    }
}

fn reads_outside(typed: &Typed) -> bool {
    let outside = matches!(&typed.kind, TypedKind::Variable(name) if &**name == hit_rules::CONTEXT);
    outside || typed.children().into_iter().any(reads_outside)
}
