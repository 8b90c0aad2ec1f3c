//! Closed sets of scalars.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::docs;
use crate::model::Word;

/// The variants, as a person reads them.
pub(super) fn body(words: &[Word]) -> TokenStream {
    let variants = words.iter().map(|word| {
        let name = format_ident!("{}", word.ident);
        let doc = format!(" {}", docs::code(&word.value.to_string()));
        quote!(#[doc = #doc] #name,)
    });
    quote!({ #(#variants)* })
}
