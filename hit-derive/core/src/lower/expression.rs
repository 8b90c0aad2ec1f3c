//! Expressions by kind.

use hit_cel::ast::{BindKind, Expr, ExprKind};
use quote::{format_ident, quote_spanned};

use crate::lower::code::{Code, Kind, Lack};
use crate::lower::lowerer::Lowerer;
use crate::lower::tokens::mixed;

impl Lowerer<'_> {
    /// Any expression.
    pub fn expression(&mut self, expr: &Expr) -> Code {
        match &expr.kind {
            ExprKind::Literal(literal) => self.literal(expr, literal),
            ExprKind::Ident { name, .. } => self.variable(expr, name),
            ExprKind::Select {
                operand,
                field,
                optional,
            } => self.select(operand, field, *optional),
            ExprKind::Has { operand, field } => self.has(operand, field),
            ExprKind::Call {
                target,
                function,
                args,
            } => self.call(expr, target.as_deref(), function, args),
            ExprKind::And(operands) => self.chain("and", expr, operands),
            ExprKind::Or(operands) => self.chain("or", expr, operands),
            ExprKind::Conditional(parts) => self.conditional(expr, parts),
            ExprKind::List(elements) => self.list(expr, elements),
            ExprKind::Map(_) => self.wrong(
                expr.span,
                expr.at,
                "the derive has no map literals; use `check = |value, ctx| …`",
            ),
            ExprKind::Struct(name) => self.wrong(
                expr.span,
                expr.at,
                format!("`{name}` is no type that rules can make"),
            ),
            ExprKind::Comprehension(inner) => self.comprehension(expr, inner),
            ExprKind::Bind(inner) if inner.kind == BindKind::Let => self.bind(inner),
            ExprKind::Bind(inner) => self.bind_optional(expr, inner),
        }
    }

    fn variable(&mut self, expr: &Expr, name: &str) -> Code {
        let span = self.at(expr.at);
        if let Some((_, ident, is_optional)) =
            self.locals.iter().rev().find(|(known, ..)| known == name)
        {
            let ident = format_ident!("{}", ident, span = ident.span().located_at(span));
            return match is_optional {
                true => Code::optional(quote_spanned!(span=> #ident.clone())),
                false => Code::place(quote_spanned!(span=> &#ident), name),
            };
        }
        match name {
            "self" => {
                let own = mixed("hit_self", span);
                Code::place(quote_spanned!(span=> #own), name)
            }
            "oldSelf" => {
                self.is_transition = true;
                let old = mixed("hit_old", span);
                let derived = self.derived(span);
                match self.optional_old_self {
                    true => {
                        Code::optional(quote_spanned!(span=> #derived::optional_reference(#old)))
                    }
                    false => Code::place(quote_spanned!(span=> #old), name),
                }
            }
            "ctx" if self.has_context => {
                let ctx = mixed("hit_ctx", span);
                Code {
                    tokens: quote_spanned!(span=> #ctx),
                    kind: Kind::Place(Lack::Unknown(name.to_owned())),
                }
            }
            _ => self.unknown_name(expr, name),
        }
    }

    fn unknown_name(&mut self, expr: &Expr, name: &str) -> Code {
        let message = match name {
            "ctx" => "there is no `ctx` here: say what comes from outside with `#[rules(context = MyContext)]`".to_owned(),
            "old_self" => "the value before is named as in schemas: `oldSelf`".to_owned(),
            "this" => "the value that the rule is about is `self`".to_owned(),
            _ if self.members.own.iter().any(|(json, ..)| *json == name) => {
                format!("unknown name `{name}`; members stand behind `self`: write `self.{name}`")
            }
            _ => {
                let locals = self.locals.iter().map(|(name, ..)| name.as_str());
                let known: Vec<&str> = ["self", "oldSelf"].into_iter()
                    .chain(self.has_context.then_some("ctx")).chain(locals).collect();
                let near = hit_cel::closest(name, known.iter().copied());
                let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                format!("unknown name `{name}` (known: {}){hint}", known.join(", "))
            }
        };
        self.wrong(expr.span, expr.at, message)
    }
}
