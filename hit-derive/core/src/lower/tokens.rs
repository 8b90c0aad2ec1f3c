//! Tokens at a place of the rule.

use proc_macro2::{Ident, Span, TokenStream};

/// A name that only generated code sees, reported where the token stands.
pub fn mixed(name: &str, span: Span) -> Ident {
    Ident::new(name, Span::mixed_site().located_at(span))
}

/// Tokens at another place.
pub fn respanned(tokens: &TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.clone().into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    tokens.collect()
}
