//! Optionals, and macros that name one value.

use hit_cel::ast::{Bind, BindKind, Expr};
use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::lower::code::{Code, Kind};
use crate::lower::lowerer::Lowerer;
use crate::lower::tokens::mixed;

impl Lowerer<'_> {
    /// A function of an optional.
    pub fn of_optional(&mut self, expr: &Expr, function: &str, optional: &Expr) -> Code {
        let span = self.at(expr.at);
        let Some(optional) = self.optional(optional) else {
            return Code::value(TokenStream::new());
        };
        let (derived, function) = (self.derived(span), mixed(function, span));
        Code::value(quote_spanned!(span=> #derived::#function(#optional)?))
    }

    /// `optional.or(other)`, `optional.orValue(other)`: `other` only if needed.
    pub fn or_else(&mut self, expr: &Expr, name: &str, optional: &Expr, other: &Expr) -> Code {
        let span = self.at(expr.at);
        let derived = self.derived(span);
        let Some(optional) = self.optional(optional) else {
            return Code::value(TokenStream::new());
        };
        if name == "orValue" {
            let other = self.value(other);
            return Code::value(quote_spanned!(span=> match #optional {
                #derived::Optional(#derived::Some(hit_value)) => hit_value,
                #derived::Optional(#derived::None) => #other,
            }));
        }
        let Some(other) = self.optional(other) else {
            return Code::value(TokenStream::new());
        };
        Code::optional(quote_spanned!(span=> match #optional {
            #derived::Optional(#derived::Some(hit_value)) => #derived::optional_of(hit_value),
            #derived::Optional(#derived::None) => #other,
        }))
    }

    /// `optional.optMap(v, e)`, `optional.optFlatMap(v, e)`
    pub fn bind_optional(&mut self, expr: &Expr, inner: &Bind) -> Code {
        let span = self.at(expr.at);
        let derived = self.derived(span);
        let Some(optional) = self.optional(&inner.value) else {
            return Code::value(TokenStream::new());
        };
        let variable = self.declare(&inner.variable.name, false);
        let body = if inner.kind == BindKind::OptMap {
            let body = self.value(&inner.body);
            Some(quote_spanned!(span=> #derived::optional_of(#body)))
        } else {
            self.optional(&inner.body)
        };
        self.locals.pop();
        let body = body.unwrap_or_default();
        Code::optional(quote_spanned!(span=> match #optional {
            #derived::Optional(#derived::Some(#variable)) => #body,
            #derived::Optional(#derived::None) => #derived::optional_none(),
        }))
    }

    /// `cel.bind(v, value, e)`
    pub fn bind(&mut self, inner: &Bind) -> Code {
        let span = self.at(inner.value.at);
        let value = self.expression(&inner.value);
        let is_optional = matches!(value.kind, Kind::Optional);
        let value = self.read(value, span);
        let variable = self.declare(&inner.variable.name, is_optional);
        let body = self.expression(&inner.body);
        self.locals.pop();
        let kind = match body.kind {
            Kind::Optional => Kind::Optional,
            _ => Kind::Value,
        };
        let body = self.read(body, self.at(inner.body.at));
        Code {
            tokens: quote_spanned!(span=> { let #variable = #value; #body }),
            kind,
        }
    }

    /// An expression that is an optional; anything else is an error.
    fn optional(&mut self, expr: &Expr) -> Option<TokenStream> {
        let code = self.expression(expr);
        if matches!(code.kind, Kind::Optional) {
            return Some(code.tokens);
        }
        self.wrong(
            expr.span,
            expr.at,
            "this is no optional: write `self.?member`, `list[?index]`, or ask `has(self.member)`",
        );
        None
    }
}
