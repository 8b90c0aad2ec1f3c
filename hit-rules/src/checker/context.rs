//! What the checker knows while it walks the tree.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::Diagnostic;
use crate::Span;
use crate::ast::Expr;
use crate::environment::Environment;
use crate::facts::Path;
use crate::typed::{Typed, TypedKind};
use crate::types::{Substitution, Type, assignable};

/// The state of a check. The files beside this one add its methods.
pub struct Checker<'e> {
    /// What the rule may talk about.
    pub environment: &'e Environment,
    /// What is known about type parameters.
    pub known: Substitution,
    /// The variables of the macros around.
    pub locals: Vec<(Arc<str>, Type)>,
    /// Fields that are known to be present here.
    pub facts: Vec<Path>,
    /// How many calls around allow literals of mixed types.
    pub mixed_allowed: usize,
    /// The variables of the environment that the rule uses.
    pub used: BTreeSet<Arc<str>>,
    /// What is wrong.
    pub errors: Vec<Diagnostic>,
    /// What may be wrong.
    pub warnings: Vec<Diagnostic>,
}

impl<'e> Checker<'e> {
    /// Starts with nothing known.
    pub fn new(environment: &'e Environment) -> Self {
        Self {
            environment,
            known: Substitution::default(),
            locals: Vec::new(),
            facts: Vec::new(),
            mixed_allowed: 0,
            used: BTreeSet::new(),
            errors: Vec::new(),
            warnings: Vec::new(),
        }
    }

    /// Reports an error and gives a node to go on with. In an unchecked
    /// environment there is no report; the node fails when evaluated.
    pub fn fail(&mut self, message: String, span: Span, at: usize) -> Typed {
        if !self.environment.unchecked {
            self.errors.push(Diagnostic::new(message.clone(), span, at));
        }
        Typed {
            kind: TypedKind::Unresolved(message),
            ty: Type::Error,
            span,
            at,
            can_fail: true,
        }
    }

    /// Reports what may be wrong.
    pub fn warn(&mut self, message: String, span: Span, at: usize) {
        self.warnings.push(Diagnostic::new(message, span, at));
    }

    /// A node at the place of an expression. It can fail if a part can.
    pub fn node(&self, expr: &Expr, kind: TypedKind, ty: Type) -> Typed {
        let mut node = Typed {
            kind,
            ty,
            span: expr.span,
            at: expr.at,
            can_fail: false,
        };
        node.can_fail = node.children().iter().any(|child| child.can_fail);
        node
    }

    /// What is known of a type.
    pub fn resolve(&self, ty: &Type) -> Type {
        self.known.apply(ty)
    }

    /// Whether a type can stand where another is wanted.
    pub fn suits(&mut self, from: &Type, to: &Type) -> bool {
        assignable(&mut self.known, from, to)
    }

    /// Reports an expression that is not a truth value.
    pub fn expect_bool(&mut self, typed: &Typed) {
        if !self.suits(&typed.ty, &Type::Bool) {
            let found = self.resolve(&typed.ty);
            self.fail(
                format!("expected type 'bool' but found '{found}'"),
                typed.span,
                typed.at,
            );
        }
    }
}
