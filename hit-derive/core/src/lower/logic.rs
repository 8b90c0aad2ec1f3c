//! `&&`, `||`, `?:`.

use hit_cel::ast::Expr;
use quote::quote_spanned;

use crate::lower::code::{Code, Kind};
use crate::lower::lowerer::Lowerer;
use crate::lower::tokens::mixed;

impl Lowerer<'_> {
    /// `a && b && …`, `a || b || …`: a fault of one operand is absorbed when another decides.
    pub fn chain(&mut self, function: &str, expr: &Expr, operands: &[Expr]) -> Code {
        let span = self.at(expr.at);
        let derived = self.derived(span);
        let function = mixed(function, span);
        let mut parts: Vec<_> = Vec::with_capacity(operands.len());
        for operand in operands {
            parts.push((self.value(operand), self.at(operand.at)));
        }
        let Some((last, last_span)) = parts.pop() else {
            return Code::value(quote_spanned!(span=> true));
        };
        let mut result = self.lazy(&last, last_span);
        for (index, (part, part_span)) in parts.into_iter().enumerate().rev() {
            let first = self.lazy(&part, part_span);
            let both = quote_spanned!(span=> #derived::#function(#first, #result));
            result = match index {
                0 => both,
                _ => quote_spanned!(span=> || #both),
            };
        }
        Code::value(quote_spanned!(span=> #result?))
    }

    /// `condition ? then : otherwise`
    pub fn conditional(&mut self, expr: &Expr, [condition, then, otherwise]: &[Expr; 3]) -> Code {
        let span = self.at(expr.at);
        let condition = self.value(condition);
        let (then, otherwise) = (self.branch(then), self.branch(otherwise));
        let tokens = |code: &Code| code.tokens.clone();
        let (first, second) = (tokens(&then), tokens(&otherwise));
        let kind = match (&then.kind, &otherwise.kind) {
            (Kind::Optional, Kind::Optional) => Kind::Optional,
            _ => Kind::Value,
        };
        let derived = self.derived(span);
        Code {
            tokens: quote_spanned!(span=> if #derived::truth(#condition) { #first } else { #second }),
            kind,
        }
    }

    fn branch(&mut self, expr: &Expr) -> Code {
        let code = self.expression(expr);
        let kind = match code.kind {
            Kind::Optional => Kind::Optional,
            _ => Kind::Value,
        };
        let tokens = self.read(code, self.at(expr.at));
        Code { tokens, kind }
    }
}
