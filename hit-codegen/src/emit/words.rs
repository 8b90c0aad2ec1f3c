//! Closed sets of scalars.

use hit_runtime::types::Number;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::{docs, literal};
use crate::model::{Item, Word};

/// The variants, as a person reads them.
pub(super) fn body(words: &[Word]) -> TokenStream {
    let variants = words.iter().map(|word| {
        let name = format_ident!("{}", word.ident);
        let doc = format!(" {}", docs::code(&word.value.to_string()));
        quote!(#[doc = #doc] #name,)
    });
    quote!({ #(#variants)* })
}

/// How the set is read.
pub(super) fn codec(words: &[Word]) -> TokenStream {
    match texts(words) {
        Some(texts) => {
            let arms = words.iter().zip(&texts).map(|(word, text)| {
                let name = format_ident!("{}", word.ident);
                quote!(#text => Some(Self::#name),)
            });
            quote!(rt::words(&[#(#texts),*], |found| match found { #(#arms)* _ => None }))
        }
        None => {
            let tests = words.iter().map(test);
            quote!(rt::scalars(|found| { #(#tests)* None }))
        }
    }
}

fn texts(words: &[Word]) -> Option<Vec<&str>> {
    words.iter().map(|word| word.value.as_str()).collect()
}

fn test(word: &Word) -> TokenStream {
    let name = format_ident!("{}", word.ident);
    let condition = match &word.value {
        Value::String(text) => quote!(found.as_str() == Some(#text)),
        Value::Bool(value) => quote!(found.as_bool() == Some(#value)),
        Value::Number(number) => {
            let number = literal::bound(Number::from_json(number));
            quote!(rt::is_number(found, #number))
        }
        _ => quote!(found.is_null()),
    };
    quote!(if #condition { return Some(Self::#name); })
}

/// How the set is written, and what else it offers.
pub(super) fn machine(item: &Item, words: &[Word]) -> TokenStream {
    let name = format_ident!("{}", item.name);
    let variants: Vec<_> = words
        .iter()
        .map(|word| format_ident!("{}", word.ident))
        .collect();
    let writes = words.iter().map(|word| match &word.value {
        Value::String(text) => quote!(serializer.serialize_str(#text)),
        Value::Bool(value) => quote!(serializer.serialize_bool(#value)),
        Value::Number(number) => {
            let number = literal::bound(Number::from_json(number));
            quote!(serde::Serialize::serialize(&#number, serializer))
        }
        _ => quote!(serializer.serialize_unit()),
    });
    let text = texts(words).map(|texts| {
        quote! {
            impl #name {
                /// Every value, in the order of the schema.
                pub const ALL: &[Self] = &[#(Self::#variants),*];
                /// The value as it stands in JSON.
                #[must_use]
                pub fn as_str(self) -> &'static str {
                    match self { #(Self::#variants => #texts),* }
                }
            }
            impl std::fmt::Display for #name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str(self.as_str())
                }
            }
        }
    });
    quote! {
        #text
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { #(Self::#variants => #writes),* }
            }
        }
    }
}
