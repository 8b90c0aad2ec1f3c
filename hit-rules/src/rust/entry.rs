//! Lowering a whole rule.

use crate::ast::Macro;
use crate::rust::code::{Code, NotLowered, Shape};
use crate::rust::lowerer::Lowerer;
use crate::rust::naming::Naming;
use crate::typed::{Typed, TypedKind};
use crate::types::{Type, TypeTable};

/// A rule as a Rust expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustRule {
    /// An expression of the rule's type. `?` in it gives a
    /// [`Fault`](hit_runtime::rules::Fault).
    pub text: String,
    /// The same as an expression of a [`Tried`](hit_runtime::rules::Tried).
    pub tried: String,
    /// Whether it can fail. If not, `text` stands anywhere.
    pub fallible: bool,
    /// Whether it has loops in loops, or looks at whole texts in loops: a variable `steps`, a
    /// [`Steps`](hit_runtime::rules::Steps), must be there.
    pub nested: bool,
}

/// A rule `X.all(v, P)` as a Rust expression for each element, so that each
/// failing element can be reported at its own place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustEach {
    /// The list: it has `.iter()`.
    pub range: RustRule,
    /// The members that lead from `self` to the list, by their names in the document.
    pub path: Vec<String>,
    /// The name of a reference to the element.
    pub variable: String,
    /// The predicate.
    pub body: RustRule,
}

/// The Rust of a rule.
///
/// # Errors
/// What has no Rust yet: the rule is still right, and the interpreter runs it.
pub fn lower(rule: &Typed, naming: &dyn Naming) -> Result<RustRule, NotLowered> {
    let mut lowerer = lowerer(naming);
    let code = match rule.ty {
        Type::String => {
            let code = lowerer.expression(rule)?;
            if code.shape == Shape::Text {
                code
            } else {
                lowerer.read(rule, code)?
            }
        }
        _ => lowerer.scalar(rule)?,
    };
    Ok(RustRule {
        nested: lowerer.nested,
        ..rust_rule(&code)
    })
}

/// The Rust of a rule by elements, if its outermost form is `X.all(v, P)` over
/// a list that selections lead to.
///
/// # Errors
/// As [`lower`].
pub fn lower_each(
    rule: &Typed,
    types: &TypeTable,
    naming: &dyn Naming,
) -> Option<Result<RustEach, NotLowered>> {
    let TypedKind::Comprehension(inner) = &rule.kind else {
        return None;
    };
    let shaped = inner.kind == Macro::All
        && inner.variables.len() == 1
        && matches!(inner.range.ty, Type::List(_));
    let path = members(&inner.range, types).filter(|_| shaped)?;
    let mut lowerer = lowerer(naming);
    Some((|| {
        let range = lowerer.place(&inner.range)?;
        let name = inner.variables.first().map_or("item", |name| &**name);
        let of = lowerer.element_of(&inner.range, range.spot)?;
        let variable = lowerer.element(name, of);
        let body = lowerer.scalar(&inner.body)?;
        Ok(RustEach {
            range: RustRule {
                text: range.operand(),
                ..rust_rule(&range)
            },
            path,
            variable,
            body: RustRule {
                nested: lowerer.nested,
                ..rust_rule(&body)
            },
        })
    })())
}

fn rust_rule(code: &Code) -> RustRule {
    RustRule {
        text: code.text.clone(),
        tried: code.tried(),
        fallible: code.fallible,
        nested: false,
    }
}

fn lowerer(naming: &dyn Naming) -> Lowerer<'_> {
    Lowerer {
        naming,
        locals: Vec::new(),
        guards: Vec::new(),
        made: 0,
        nested: false,
    }
}

/// The names of the members that lead from `self` to an expression.
fn members(typed: &Typed, types: &TypeTable) -> Option<Vec<String>> {
    match &typed.kind {
        TypedKind::Variable(name) if &**name == "self" => Some(Vec::new()),
        TypedKind::Select {
            operand,
            field,
            optional: false,
        } => {
            let mut path = members(operand, types)?;
            let Type::Object(object) = &operand.ty else {
                return None;
            };
            path.push(types.object(object)?.fields.get(field)?.member.clone());
            Some(path)
        }
        _ => None,
    }
}
