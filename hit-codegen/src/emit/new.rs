//! Constructors: required members as parameters, all others left out.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::structure::ident;
use super::ty;
use crate::model::{Item, Model, Presence, Struct, Ty};

/// More parameters than this read worse than a struct expression.
const MAX_PARAMETERS: usize = 7;

/// `new`, where it helps.
pub(super) fn constructor(model: &Model, item: &Item, body: &Struct) -> TokenStream {
    let required: Vec<_> = body
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required)
        .collect();
    let any = !required.is_empty() || !body.constants.is_empty();
    let is_default = item.derives.iter().any(|derive| derive == "Default");
    if !any || is_default || required.len() > MAX_PARAMETERS {
        return TokenStream::new();
    }
    let name = format_ident!("{}", item.name);
    let parameters = required.iter().map(|field| {
        let name = ident(&field.ident);
        let ty = ty::ty(model, &field.ty);
        if matches!(field.ty, Ty::Text { .. }) {
            quote!(#name: impl Into<String>)
        } else {
            quote!(#name: #ty)
        }
    });
    let fields = body.fields.iter().map(|field| {
        let name = ident(&field.ident);
        match (field.presence, &field.ty) {
            (Presence::Required, Ty::Text { .. }) => quote!(#name: #name.into()),
            (Presence::Required, _) => quote!(#name),
            (Presence::Optional, _) => quote!(#name: None),
            (Presence::Maybe, _) => quote!(#name: Maybe::Absent),
        }
    });
    let extras = body
        .matched
        .iter()
        .map(|(_, extra)| extra)
        .chain(&body.extra);
    let extras = extras.filter(|extra| extra.keep).map(|extra| {
        let name = ident(&extra.ident);
        quote!(#name: Default::default())
    });
    let all: Vec<TokenStream> = fields.chain(extras).collect();
    quote! {
        impl #name {
            /// With the required members; nothing else is set. Constraints on values
            /// are checked by `validate`.
            #[must_use]
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#all),* }
            }
        }
    }
}
