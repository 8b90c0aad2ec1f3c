//! Rust literals.

use hit_runtime::types::Number;
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// A number as a literal of a type that `hit_runtime::decode::Bound` knows.
pub(super) fn bound(number: Number) -> TokenStream {
    let json = number.to_json();
    if let Some(value) = json.as_i64() {
        let literal = Literal::i64_suffixed(value);
        quote!(#literal)
    } else if let Some(value) = json.as_u64() {
        let literal = Literal::u64_suffixed(value);
        quote!(#literal)
    } else {
        let literal = Literal::f64_suffixed(number.as_f64());
        quote!(#literal)
    }
}

/// A count as a literal of `usize`.
pub(super) fn count(count: u64) -> TokenStream {
    let literal = Literal::usize_unsuffixed(usize::try_from(count).unwrap_or(usize::MAX));
    quote!(#literal)
}

/// A node of the checks.
pub(super) fn node(node: u32) -> TokenStream {
    let literal = Literal::u32_unsuffixed(node);
    quote!(#literal)
}

/// A text as a raw string over as many lines as it has.
pub(super) fn raw(text: &str) -> TokenStream {
    let mut hashes = String::from("#");
    while text.contains(&format!("\"{hashes}")) {
        hashes.push('#');
    }
    let raw = format!("r{hashes}\"{text}\"{hashes}");
    raw.parse().unwrap_or_else(|_| quote!(#text))
}
