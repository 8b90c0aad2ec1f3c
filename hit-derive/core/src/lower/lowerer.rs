//! What the lowering knows while it goes.

use hit_cel::Span as Bytes;
use hit_cel::ast::Expr;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::Member;

use crate::cel::Source;
use crate::errors::Errors;
use crate::lower::code::{Code, Kind, Lack};
use crate::lower::tokens::respanned;

/// The members of `self`, as rules name them.
pub struct Members<'a> {
    /// JSON name, Rust name, and whether it is a map.
    pub own: Vec<(&'a str, &'a Member, bool)>,
    /// Whether there are members that only rustc knows: of a flattened field, or of variants.
    pub more: bool,
    /// Whether `self` has members that are fields of the struct.
    pub direct: bool,
}

/// Lowers the expressions of one rule.
pub struct Lowerer<'a> {
    /// `::hit_runtime`
    pub runtime: &'a TokenStream,
    /// The members of `self`.
    pub members: &'a Members<'a>,
    /// Whether the type has a context.
    pub has_context: bool,
    /// Whether `oldSelf` is an optional.
    pub optional_old_self: bool,
    /// The text that is lowered.
    pub source: &'a Source,
    /// What is wrong.
    pub errors: &'a mut Errors,
    /// The variables of macros: name, Rust name, whether an optional.
    pub locals: Vec<(String, Ident, bool)>,
    /// Whether `oldSelf` was named.
    pub is_transition: bool,
    /// How many variables were made.
    pub made: usize,
    /// A variable that has no value in the message.
    pub hidden: Option<String>,
}

impl Lowerer<'_> {
    /// The place of a byte.
    pub fn at(&self, byte: usize) -> Span {
        self.source.at(byte)
    }

    /// `::hit_runtime::derived`, for errors at a place.
    pub fn derived(&self, span: Span) -> TokenStream {
        let runtime = respanned(self.runtime, span);
        quote_spanned!(span=> #runtime::derived)
    }

    /// Tells what is wrong, and goes on with something.
    pub fn wrong(&mut self, span: Bytes, at: usize, message: impl Into<String>) -> Code {
        let error = self.source.error(span, at, message);
        self.errors.push(error);
        Code::value(TokenStream::new())
    }

    /// A variable of a macro.
    pub fn declare(&mut self, name: &str, is_optional: bool) -> Ident {
        self.made += 1;
        let ident = format_ident!("hit_{}_{}", name, self.made, span = Span::mixed_site());
        self.locals
            .push((name.to_owned(), ident.clone(), is_optional));
        ident
    }

    /// The value of an expression.
    pub fn value(&mut self, expr: &Expr) -> TokenStream {
        let code = self.expression(expr);
        self.read(code, self.at(expr.at))
    }

    /// The value of a piece of Rust.
    pub fn read(&self, code: Code, span: Span) -> TokenStream {
        let derived = self.derived(span);
        let tokens = code.tokens;
        match code.kind {
            Kind::Value | Kind::Optional => tokens,
            Kind::Place(Lack::Absent(name)) => {
                quote_spanned!(span=> #derived::read(#tokens, #name)?)
            }
            Kind::Place(Lack::Unknown(path)) => {
                quote_spanned!(span=> #derived::known(#tokens, #path)?)
            }
        }
    }

    /// A closure that evaluates something when it is needed.
    pub fn lazy(&self, tokens: &TokenStream, span: Span) -> TokenStream {
        let derived = self.derived(span);
        quote_spanned!(span=> || -> #derived::Tried<bool> { #derived::Ok(#tokens) })
    }
}
