//! Literals and lists.

use hit_cel::ast::{Element, Expr, Literal};
use proc_macro2::Literal as Token;
use quote::quote_spanned;

use crate::lower::code::Code;
use crate::lower::lowerer::Lowerer;

impl Lowerer<'_> {
    /// A literal.
    pub fn literal(&mut self, expr: &Expr, literal: &Literal) -> Code {
        let span = self.at(expr.at);
        let derived = self.derived(span);
        let number = |mut token: Token| {
            token.set_span(span);
            token
        };
        Code::value(match literal {
            Literal::Null => {
                return self.wrong(
                    expr.span,
                    expr.at,
                    "null counts as absent: ask `has(self.member)`, or `!has(self.member)`",
                );
            }
            Literal::Bool(value) => quote_spanned!(span=> #value),
            Literal::Int(i64::MIN) => quote_spanned!(span=> i64::MIN),
            Literal::Int(value) if *value < 0 => {
                let token = number(Token::i64_suffixed(value.unsigned_abs() as i64));
                quote_spanned!(span=> (-#token))
            }
            Literal::Int(value) => {
                let token = number(Token::i64_suffixed(*value));
                quote_spanned!(span=> #token)
            }
            Literal::UInt(value) => {
                let token = number(Token::u64_suffixed(*value));
                quote_spanned!(span=> #token)
            }
            Literal::Double(value) if value.is_sign_negative() => {
                let token = number(Token::f64_suffixed(-value));
                quote_spanned!(span=> (-#token))
            }
            Literal::Double(value) => {
                let token = number(Token::f64_suffixed(*value));
                quote_spanned!(span=> #token)
            }
            Literal::String(text) => {
                let token = number(Token::string(text));
                quote_spanned!(span=> #derived::text(#token))
            }
            Literal::Bytes(_) => {
                return self.wrong(expr.span, expr.at, "JSON has no bytes: compare texts");
            }
        })
    }

    /// `[a, b]`
    pub fn list(&mut self, expr: &Expr, elements: &[Element]) -> Code {
        let span = self.at(expr.at);
        let derived = self.derived(span);
        if let Some(optional) = elements.iter().find(|element| element.optional) {
            let value = &optional.value;
            return self.wrong(
                value.span,
                value.at,
                "the derive has no optional elements of lists",
            );
        }
        if elements.is_empty() {
            return self.wrong(
                expr.span,
                expr.at,
                "an empty list has no type: compare `size(…)` with 0",
            );
        }
        let values: Vec<_> = elements
            .iter()
            .map(|element| self.value(&element.value))
            .collect();
        Code::value(quote_spanned!(span=> #derived::list([#(#values),*])))
    }
}
