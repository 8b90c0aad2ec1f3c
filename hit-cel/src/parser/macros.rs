//! Calls that are macros by their name and number of arguments.

use std::sync::Arc;

use crate::ast::{Bind, BindKind, Comprehension, Expr, ExprKind, Macro, Variable};
use crate::diagnostic::Diagnostic;
use crate::parser::cursor::{Cursor, deepest};
use crate::span::Span;

/// `f(args)`: `has(a.b)` or an ordinary call.
pub fn global(
    cursor: &Cursor,
    function: Arc<str>,
    mut args: Vec<Expr>,
    span: Span,
    at: usize,
) -> Result<Expr, Diagnostic> {
    if &*function == "has" && args.len() == 1 {
        let argument = args.remove(0);
        let below = argument.depth;
        let ExprKind::Select {
            operand,
            field,
            optional: false,
        } = argument.kind
        else {
            return Err(Diagnostic::new(
                "invalid argument to has(): a selection such as has(self.a)",
                argument.span,
                argument.at,
            ));
        };
        return cursor.node(ExprKind::Has { operand, field }, span, at, below);
    }
    let below = deepest(&args);
    cursor.node(
        ExprKind::Call {
            target: None,
            function,
            args,
        },
        span,
        at,
        below,
    )
}

/// `target.f(args)`: a comprehension, a binding, or an ordinary call.
pub fn method(
    cursor: &Cursor,
    target: Expr,
    function: Arc<str>,
    args: Vec<Expr>,
    span: Span,
    at: usize,
) -> Result<Expr, Diagnostic> {
    let below = deepest(args.iter().chain([&target]));
    let kind = if let Some(kind) = bind_kind(&target, &function, args.len()) {
        ExprKind::Bind(Box::new(bind(kind, target, args)?))
    } else if let Some((kind, variables)) = comprehension_kind(&function, args.len()) {
        ExprKind::Comprehension(Box::new(comprehension(kind, variables, target, args)?))
    } else {
        ExprKind::Call {
            target: Some(Box::new(target)),
            function,
            args,
        }
    };
    cursor.node(kind, span, at, below)
}

/// The macro and how many variables it introduces.
fn comprehension_kind(function: &str, args: usize) -> Option<(Macro, usize)> {
    match (function, args) {
        ("all", 2 | 3) => Some((Macro::All, args - 1)),
        ("exists", 2 | 3) => Some((Macro::Exists, args - 1)),
        ("exists_one", 2) => Some((Macro::ExistsOne, 1)),
        ("existsOne", 2 | 3) => Some((Macro::ExistsOne, args - 1)),
        ("filter", 2) => Some((Macro::Filter, 1)),
        ("map", 2 | 3) => Some((Macro::Map, 1)),
        ("transformList", 3 | 4) => Some((Macro::TransformList, 2)),
        ("transformMap", 3 | 4) => Some((Macro::TransformMap, 2)),
        ("transformMapEntry", 3 | 4) => Some((Macro::TransformMapEntry, 2)),
        ("sortBy", 2) => Some((Macro::SortBy, 1)),
        _ => None,
    }
}

fn comprehension(
    kind: Macro,
    count: usize,
    range: Expr,
    args: Vec<Expr>,
) -> Result<Comprehension, Diagnostic> {
    let mut args = args.into_iter();
    let mut variables = Vec::new();
    for argument in args.by_ref().take(count) {
        let next = variable(&argument)?;
        if variables
            .iter()
            .any(|variable: &Variable| variable.name == next.name)
        {
            return Err(Diagnostic::new(
                "the two variables have the same name",
                next.span,
                next.span.start,
            ));
        }
        variables.push(next);
    }
    let mut rest: Vec<Expr> = args.collect();
    let place = range.span;
    let body = rest
        .pop()
        .ok_or_else(|| Diagnostic::new("the macro lacks an argument", place, place.start))?;
    Ok(Comprehension {
        kind,
        range,
        variables,
        filter: rest.pop(),
        body,
    })
}

fn bind_kind(target: &Expr, function: &str, args: usize) -> Option<BindKind> {
    match (function, args) {
        ("optMap", 2) => Some(BindKind::OptMap),
        ("optFlatMap", 2) => Some(BindKind::OptFlatMap),
        ("bind", 3) => {
            let is_cel = matches!(&target.kind, ExprKind::Ident { name, .. } if &**name == "cel");
            is_cel.then_some(BindKind::Let)
        }
        _ => None,
    }
}

fn bind(kind: BindKind, target: Expr, args: Vec<Expr>) -> Result<Bind, Diagnostic> {
    let place = target.span;
    let lacking = || Diagnostic::new("the macro lacks an argument", place, place.start);
    let mut args = args.into_iter();
    let variable = variable(&args.next().ok_or_else(lacking)?)?;
    let value = if kind == BindKind::Let {
        args.next().ok_or_else(lacking)?
    } else {
        target
    };
    Ok(Bind {
        kind,
        value,
        variable,
        body: args.next().ok_or_else(lacking)?,
    })
}

fn variable(argument: &Expr) -> Result<Variable, Diagnostic> {
    match &argument.kind {
        ExprKind::Ident {
            name,
            absolute: false,
        } => Ok(Variable {
            name: name.clone(),
            span: argument.span,
        }),
        _ => Err(Diagnostic::new(
            "the argument must be a simple name",
            argument.span,
            argument.at,
        )),
    }
}
