//! Tuples: arrays whose places differ.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::{docs, ty};
use crate::model::{Model, Tuple};

/// The places, as a person reads them.
pub(super) fn body(model: &Model, tuple: &Tuple) -> TokenStream {
    let places = tuple.places.iter().map(|place| {
        let lines = docs::constraints(&place.ty);
        let lines = if lines.is_empty() {
            vec!["An item.".to_owned()]
        } else {
            lines
        };
        let docs = docs::attributes(&lines);
        let inner = ty::ty(model, &place.ty);
        let ty = ty::tokens(&if place.required {
            inner
        } else {
            format!("Option<{inner}>")
        });
        quote!(#docs pub #ty,)
    });
    let rest = tuple.rest.iter().map(|rest| {
        let ty = ty::tokens(&ty::ty(model, rest));
        quote!(#[doc = " All further items."] pub Vec<#ty>,)
    });
    quote!((#(#places)* #(#rest)*))
}
