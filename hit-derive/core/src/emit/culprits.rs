//! Which elements make a rule fail: each is told at its own place. `hit_whole` is the outcome
//! of the rule, or of the part that is looked at: false, or a fault.

use hit_cel::ast::{Comprehension, Expr, ExprKind, Macro};
use hit_cel::unescape;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::LitStr;

use crate::lower::Lowerer;

/// Writes what is told where a rule does not hold.
pub struct Culprits<'c, 'l> {
    /// Lowers the parts of the rule.
    pub lowerer: &'c mut Lowerer<'l>,
    /// The message as it is written.
    pub message: Option<&'c LitStr>,
    /// An `Option<String>`: the message about the value as a whole.
    pub told: &'c TokenStream,
}

impl Culprits<'_, '_> {
    /// Statements that tell what makes an expression false, or gives it its fault.
    pub fn of(&mut self, expr: &Expr) -> TokenStream {
        let told = self.told;
        let whole = quote!(HIT_RULE.judge(hit_whole, at, report, || #told););
        match &expr.kind {
            ExprKind::And(operands) => {
                let arms: TokenStream = operands.iter().map(|it| self.part(it)).collect();
                quote!(#arms { #whole })
            }
            ExprKind::Or(operands) => match operands.last() {
                Some(last) if each(last).is_some() => {
                    let arm = self.part(last);
                    quote!(#arm { #whole })
                }
                _ => whole,
            },
            _ => match each(expr) {
                Some((inner, path)) => self.elements(inner, &path),
                None => whole,
            },
        }
    }

    /// Where a part has what the rule has, what gives it to the part; open for an `else`.
    fn part(&mut self, part: &Expr) -> TokenStream {
        let derived = self.derived();
        let value = self.lowerer.value(part);
        let lazy = self.lowerer.lazy(&value, self.lowerer.at(part.at));
        let inner = self.of(part);
        quote!(if let #derived::Some(hit_whole) = #derived::blamed((#lazy)(), &hit_whole) { #inner } else)
    }

    fn elements(&mut self, inner: &Comprehension, path: &[String]) -> TokenStream {
        let (derived, told) = (self.derived(), self.told);
        let (range, variable, body) = self.lowerer.each(inner);
        let lazy = self.lowerer.lazy(&body, self.lowerer.at(inner.body.at));
        let message = match self.message {
            None => quote!(#derived::None),
            Some(message) => {
                let name = inner.variables.first().map_or("", |it| &*it.name);
                self.lowerer
                    .locals
                    .push((name.to_owned(), variable.clone(), false));
                let message = self.lowerer.message(message);
                self.lowerer.locals.pop();
                quote!(#derived::Some(#message))
            }
        };
        let mut steps = TokenStream::new();
        let mut base = quote!(at);
        for (index, name) in path.iter().enumerate() {
            let next = format_ident!("hit_step_{index}");
            steps.extend(quote!(let #next = &#base.member(#name);));
            base = quote!(#next);
        }
        quote! {
            #steps
            let hit_before = report.violations.len();
            if let #derived::Ok(hit_items) = (|| -> #derived::Tried<_> { #derived::elements_of(#range) })() {
                for (hit_index, #variable) in hit_items {
                    if let #derived::Some(hit_part) = #derived::blamed((#lazy)(), &hit_whole) {
                        HIT_RULE.judge(hit_part, &#base.index(hit_index), report, || #message);
                    }
                }
            }
            if report.violations.len() == hit_before {
                HIT_RULE.judge(hit_whole, at, report, || #told);
            }
        }
    }

    fn derived(&self) -> TokenStream {
        let runtime = self.lowerer.runtime;
        quote!(#runtime::derived)
    }
}

/// The part of the form `self.a.all(v, P)` that stands outermost: alone, in a
/// conjunction, or last in a disjunction.
pub fn outermost(expr: &Expr) -> Option<&Comprehension> {
    match &expr.kind {
        ExprKind::And(operands) => operands.iter().find_map(outermost),
        ExprKind::Or(operands) => operands.last().and_then(outermost),
        _ => each(expr).map(|(inner, _)| inner),
    }
}

/// The rule as such a part, with the members that lead to the list.
fn each(expr: &Expr) -> Option<(&Comprehension, Vec<String>)> {
    let ExprKind::Comprehension(inner) = &expr.kind else {
        return None;
    };
    let is_plain = inner.kind == Macro::All && inner.variables.len() == 1;
    members(&inner.range)
        .filter(|_| is_plain)
        .map(|path| (&**inner, path))
}

fn members(expr: &Expr) -> Option<Vec<String>> {
    match &expr.kind {
        ExprKind::Ident { name, .. } if &**name == "self" => Some(Vec::new()),
        ExprKind::Select {
            operand,
            field,
            optional: false,
        } => {
            let mut path = members(operand)?;
            path.push(if field.quoted {
                field.name.to_string()
            } else {
                unescape(&field.name)
            });
            Some(path)
        }
        _ => None,
    }
}
