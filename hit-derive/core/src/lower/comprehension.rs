//! Macros over lists and maps.

use hit_cel::ast::{Comprehension, Expr, Macro};
use proc_macro2::{Ident, TokenStream};
use quote::quote_spanned;

use crate::lower::code::Code;
use crate::lower::lowerer::Lowerer;
use crate::lower::tokens::mixed;

/// The Rust of a macro: what it ranges over, what it names, what it asks.
struct Parts {
    items: TokenStream,
    pattern: TokenStream,
    filter: Option<TokenStream>,
    body: TokenStream,
}

impl Lowerer<'_> {
    /// A macro over a list or a map.
    pub fn comprehension(&mut self, expr: &Expr, inner: &Comprehension) -> Code {
        let span = self.at(expr.at);
        let function = match inner.kind {
            Macro::All => "all",
            Macro::Exists => "exists",
            Macro::ExistsOne => "exists_one",
            Macro::Filter => "filter",
            Macro::Map | Macro::TransformList => "map",
            Macro::TransformMap | Macro::TransformMapEntry | Macro::SortBy => {
                return self.wrong(
                    expr.span,
                    expr.at,
                    "the derive has no macros that make maps or sort; use `check = |value, ctx| …`",
                );
            }
        };
        let derived = self.derived(span);
        let range = self.value(&inner.range);
        let parts = self.parts(inner, range);
        let Parts {
            items,
            pattern,
            filter,
            body,
        } = parts;
        let function = mixed(function, span);
        let tokens = match filter {
            None => {
                quote_spanned!(span=> #derived::#function(#items, |#pattern| #derived::Ok(#body))?)
            }
            Some(filter) => quote_spanned!(span=>
                #derived::map_some(#items, |#pattern| if #derived::truth(#filter) {
                    #derived::Ok(#derived::Some(#body))
                } else {
                    #derived::Ok(#derived::None)
                })?
            ),
        };
        Code::value(tokens)
    }

    fn parts(&mut self, inner: &Comprehension, range: TokenStream) -> Parts {
        let span = self.at(inner.range.at);
        let derived = self.derived(span);
        let known = self.locals.len();
        let names: Vec<Ident> = inner
            .variables
            .iter()
            .map(|it| self.declare(&it.name, false))
            .collect();
        let (items, pattern) = match names.as_slice() {
            [key, value] => (
                quote_spanned!(span=> #derived::pairs(#range)),
                quote_spanned!(span=> (#key, #value)),
            ),
            _ => {
                let value = &names[..];
                (
                    quote_spanned!(span=> #derived::items(#range)),
                    quote_spanned!(span=> #(#value)*),
                )
            }
        };
        let filter = inner.filter.as_ref().map(|filter| self.value(filter));
        let body = self.value(&inner.body);
        self.locals.truncate(known);
        Parts {
            items,
            pattern,
            filter,
            body,
        }
    }

    /// A range, its variable, and the predicate, for a rule that is told per element.
    pub fn each(&mut self, inner: &Comprehension) -> (TokenStream, Ident, TokenStream) {
        let range = self.value(&inner.range);
        let name = inner.variables.first().map_or("item", |it| &*it.name);
        let variable = self.declare(name, false);
        let body = self.value(&inner.body);
        self.locals.pop();
        (range, variable, body)
    }
}
