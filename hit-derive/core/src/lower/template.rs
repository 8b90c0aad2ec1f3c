//! Message templates.

use hit_cel::ast::{Comprehension, Expr, ExprKind};
use hit_cel::{Part, parse, template};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::LitStr;

use crate::cel::{Source, children};
use crate::lower::code::{Code, Kind};
use crate::lower::lowerer::Lowerer;
use crate::lower::tokens::mixed;

impl Lowerer<'_> {
    /// The message about the value as a whole: a variable of the rule's outermost
    /// `all` has no value there, and reads `(absent)`.
    pub fn message_of(&mut self, text: &LitStr, each: Option<&Comprehension>) -> TokenStream {
        self.hidden = each.and_then(|each| Some(each.variables.first()?.name.to_string()));
        let message = self.message(text);
        self.hidden = None;
        message
    }

    /// An expression of `String`: the message. What is absent reads `(absent)`.
    pub fn message(&mut self, text: &LitStr) -> TokenStream {
        let written = text.value();
        let source = Source::of_text(written.clone(), text);
        let parts = match template(&written) {
            Ok(parts) => parts,
            Err(wrong) => {
                self.errors.push(source.diagnosed(&wrong));
                return TokenStream::new();
            }
        };
        let hit_text = mixed("hit_text", text.span());
        let pushes = parts.into_iter().map(|part| match part {
            Part::Text(text) => quote!(#hit_text.push_str(#text);),
            Part::Expression { text: inner, .. } => self.shown(&inner, text),
        });
        let pushes: Vec<_> = pushes.collect();
        let runtime = self.runtime;
        quote!({
            let mut #hit_text = #runtime::derived::String::new();
            #(#pushes)*
            #hit_text
        })
    }

    /// An expression in braces.
    fn shown(&mut self, inner: &str, literal: &LitStr) -> TokenStream {
        let source = Source::of_text(inner.to_owned(), literal);
        let hit_text = mixed("hit_text", literal.span());
        let parsed = match parse(inner) {
            Ok(parsed) => parsed,
            Err(wrong) => {
                self.errors.push(source.diagnosed(&wrong));
                return TokenStream::new();
            }
        };
        let span = proc_macro2::Span::mixed_site().located_at(literal.span());
        if self
            .hidden
            .as_ref()
            .is_some_and(|name| mentions(&parsed, name))
        {
            return quote!(#hit_text.push_str("(absent)"););
        }
        let mut below = Lowerer {
            source: &source,
            runtime: self.runtime,
            members: self.members,
            has_context: self.has_context,
            optional_old_self: self.optional_old_self,
            errors: &mut *self.errors,
            locals: std::mem::take(&mut self.locals),
            is_transition: self.is_transition,
            made: self.made,
            hidden: None,
        };
        let code: Code = below.expression(&parsed);
        let is_optional = matches!(code.kind, Kind::Optional);
        let value = below.read(code, span);
        (self.made, self.is_transition) = (below.made, below.is_transition);
        self.locals = below.locals;
        let derived = self.derived(span);
        let show = if is_optional {
            quote!(show_optional)
        } else {
            quote!(show)
        };
        quote_spanned!(span=> #derived::#show(|| #derived::Ok(#value), &mut #hit_text);)
    }
}

/// Whether an expression names a variable.
fn mentions(expr: &Expr, name: &str) -> bool {
    match &expr.kind {
        ExprKind::Ident { name: found, .. } => **found == *name,
        _ => children(expr)
            .into_iter()
            .any(|child| mentions(child, name)),
    }
}
