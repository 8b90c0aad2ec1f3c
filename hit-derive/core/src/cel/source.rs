//! The text of a piece of CEL, and where its bytes stand in Rust.

use hit_cel::{Diagnostic, Span as Bytes};
use proc_macro2::{Group, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitStr;

use crate::attr::Written;
use crate::cel::leaves::{Leaf, leaves};
use crate::cel::place::places;
use crate::cel::spacing::spaced;

/// A piece of CEL.
pub struct Source {
    /// Its text: what a schema says.
    pub text: String,
    /// Where its tokens stand; empty for a text.
    tokens: Vec<Placed>,
    /// All of it.
    pub whole: Span,
}

struct Placed {
    start: usize,
    end: usize,
    span: Span,
}

impl Source {
    /// As it is written in an attribute.
    pub fn of(written: &Written) -> Self {
        match written {
            Written::Tokens(group) => Self::of_tokens(group),
            Written::Text(text) => Self::of_text(text.value(), text),
        }
    }

    /// A text that stands in a literal, or is a part of one.
    pub fn of_text(text: String, literal: &LitStr) -> Self {
        Self {
            text,
            tokens: Vec::new(),
            whole: literal.span(),
        }
    }

    fn of_tokens(group: &Group) -> Self {
        let leaves = leaves(group.stream());
        let (text, places) = written(group, &leaves).unwrap_or_else(|| spaced(&leaves));
        let tokens = leaves.iter().zip(places).map(|(leaf, start)| Placed {
            start,
            end: start + leaf.text.len(),
            span: leaf.span,
        });
        Self {
            text,
            tokens: tokens.collect(),
            whole: group.span(),
        }
    }

    /// The place of a byte, for generated code: rustc speaks there, and sees the names of generated code.
    pub fn at(&self, byte: usize) -> Span {
        Span::mixed_site().located_at(self.written_at(byte))
    }

    fn written_at(&self, byte: usize) -> Span {
        let found = self.tokens.iter().find(|token| byte < token.end);
        found
            .or(self.tokens.last())
            .map_or(self.whole, |token| token.span)
    }

    /// A message about a stretch of the text. In a text, a line with a caret goes with it.
    pub fn error(&self, span: Bytes, at: usize, message: impl Into<String>) -> syn::Error {
        let diagnostic = Diagnostic::new(message, span, at);
        if self.tokens.is_empty() {
            return syn::Error::new(self.whole, diagnostic.render(&self.text));
        }
        let inside = |token: &&Placed| token.start >= span.start && token.end <= span.end;
        let stretch: TokenStream = self
            .tokens
            .iter()
            .filter(inside)
            .map(|token| {
                let span = token.span;
                quote_spanned!(span=> _)
            })
            .collect();
        if stretch.is_empty() {
            return syn::Error::new(self.written_at(at), diagnostic.message);
        }
        syn::Error::new_spanned(quote!(#stretch), diagnostic.message)
    }

    /// A message of the parser.
    pub fn diagnosed(&self, diagnostic: &Diagnostic) -> syn::Error {
        self.error(diagnostic.span, diagnostic.at, diagnostic.message.clone())
    }
}

/// The text between the brackets as it stands in the file. What a macro has put
/// together stands in no file in one piece; then there is none.
fn written(group: &Group, leaves: &[Leaf]) -> Option<(String, Vec<usize>)> {
    let text = group.span().source_text()?;
    let inner = text.strip_prefix('(')?.strip_suffix(')')?.trim();
    let places = places(inner, leaves)?;
    Some((inner.to_owned(), places))
}
