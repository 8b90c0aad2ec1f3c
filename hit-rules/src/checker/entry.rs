//! Checking a whole rule.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::Diagnostic;
use crate::ast::Expr;
use crate::checker::context::Checker;
use crate::environment::Environment;
use crate::parser::parse;
use crate::typed::Typed;
use crate::types::Substitution;

/// A rule that type-checks.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The typed tree.
    pub root: Typed,
    /// What may be wrong, in the order of the text.
    pub warnings: Vec<Diagnostic>,
    /// The variables of the environment that it uses.
    pub variables: BTreeSet<Arc<str>>,
}

/// Reads and checks a rule.
///
/// # Errors
/// The syntax error, or all type errors in the order of the text.
///
/// ```
/// use hit_rules::{Environment, compile, types::Type};
/// let environment = Environment::default().with("n", Type::Int);
/// assert_eq!(compile("n > 1", &environment).unwrap().root.ty, Type::Bool);
/// let errors = compile("n > 'a'", &environment).unwrap_err();
/// assert_eq!(errors[0].at, 2);
/// ```
pub fn compile(text: &str, environment: &Environment) -> Result<Checked, Vec<Diagnostic>> {
    let expr = parse(text).map_err(|error| vec![error])?;
    check(&expr, environment)
}

/// Checks a rule that has been read.
///
/// # Errors
/// All type errors, in the order of the text.
pub fn check(expr: &Expr, environment: &Environment) -> Result<Checked, Vec<Diagnostic>> {
    let mut checker = Checker::new(environment);
    let mut root = checker.expression(expr);
    settle(&mut root, &checker.known);
    let Checker {
        mut errors,
        mut warnings,
        used,
        ..
    } = checker;
    if errors.is_empty() {
        warnings.sort_by_key(|warning| warning.at);
        Ok(Checked {
            root,
            warnings,
            variables: used,
        })
    } else {
        errors.sort_by_key(|error| error.at);
        Err(errors)
    }
}

/// Puts what was found out about type parameters into all types.
fn settle(typed: &mut Typed, known: &Substitution) {
    typed.ty = known.settle(&typed.ty);
    for child in typed.children_mut() {
        settle(child, known);
    }
}
