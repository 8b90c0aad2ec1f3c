//! The bag of everything that is wrong with a type.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Everything that is wrong. It has to be emptied by [`Errors::finish`].
#[derive(Default)]
pub struct Errors {
    found: Vec<syn::Error>,
    finished: bool,
}

impl Errors {
    /// A message at a place.
    pub fn at(&mut self, span: Span, message: impl std::fmt::Display) {
        self.found.push(syn::Error::new(span, message));
    }

    /// A message about a stretch of tokens.
    pub fn on(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.found.push(syn::Error::new_spanned(tokens, message));
    }

    /// What a parser of tokens found.
    pub fn push(&mut self, error: syn::Error) {
        self.found.push(error);
    }

    /// Whether nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// All messages as `compile_error!`; nothing if there are none.
    pub fn finish(mut self) -> TokenStream {
        self.finished = true;
        self.found
            .iter()
            .map(syn::Error::to_compile_error)
            .collect()
    }
}

/// That something needs a feature, which has its name.
pub fn missing(feature: &str) -> String {
    format!("{feature} need the feature `{feature}` of hit-runtime and hit-derive")
}

impl Drop for Errors {
    fn drop(&mut self) {
        debug_assert!(
            self.finished || std::thread::panicking(),
            "errors of a derive must be told"
        );
    }
}
