//! Tuples: arrays whose places differ.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{checks, codec, ty};
use crate::model::{Item, Model, Tuple};

/// The places, as a person reads them.
pub(super) fn body(model: &Model, tuple: &Tuple) -> TokenStream {
    let places = tuple.places.iter().map(|place| {
        let ty = ty::ty(model, &place.ty);
        if place.required {
            quote!(pub #ty,)
        } else {
            quote!(pub Option<#ty>,)
        }
    });
    let rest = tuple.rest.iter().map(|rest| {
        let ty = ty::ty(model, rest);
        quote!(#[doc = " All further items."] pub Vec<#ty>,)
    });
    quote!((#(#[doc = " An item."] #places)* #(#rest)*))
}

/// How the tuple is read and written.
pub(super) fn machine(model: &Model, item: &Item, tuple: &Tuple) -> TokenStream {
    let name = format_ident!("{}", item.name);
    let reading = reading(model, tuple);
    let writing = writing(tuple);
    quote! {
        impl<'de> rt::Elements<'de> for #name {
            fn elements<A: serde::de::SeqAccess<'de>>(mut items: A, ctx: rt::Ctx) -> Result<Self, A::Error> {
                #reading
            }
        }
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                #writing
            }
        }
    }
}

fn reading(model: &Model, tuple: &Tuple) -> TokenStream {
    let names: Vec<_> = (0..tuple.places.len())
        .map(|at| format_ident!("item_{at}"))
        .collect();
    let reads = tuple.places.iter().zip(&names).enumerate().map(|(at, (place, name))| {
        let codec = codec::codec(model, &place.ty);
        if place.required {
            return quote!(let #name = rt::required_item(rt::next(&mut items, #codec, ctx)?, #at)?; n += 1;);
        }
        quote!(let #name = rt::next(&mut items, #codec, ctx)?; n += usize::from(#name.is_some());)
    });
    let rest = match &tuple.rest {
        Some(ty) => {
            let codec = codec::codec(model, ty);
            quote! {
                let mut rest = Vec::new();
                while let Some(item) = rt::next(&mut items, #codec, ctx)? { rest.push(item); n += 1; }
            }
        }
        None => quote!(rt::no_more(&mut items, ctx)?;),
    };
    let last = tuple.rest.is_some().then(|| quote!(rest));
    let counts = checks::counts(
        &quote!(rt::min_items),
        &quote!(rt::max_items),
        tuple.min,
        tuple.max,
    );
    quote! {
        let mut n = 0;
        #(#reads)*
        #rest
        #(rt::hold(#counts)?;)*
        let _ = n;
        Ok(Self(#(#names,)* #last))
    }
}

fn writing(tuple: &Tuple) -> TokenStream {
    let places = tuple.places.iter().enumerate().map(|(at, place)| {
        let at = syn::Index::from(at);
        if place.required {
            quote!(items.add(&self.#at)?;)
        } else {
            quote!(items.add_optional(self.#at.as_ref())?;)
        }
    });
    let rest = tuple.rest.iter().map(|_| {
        let at = syn::Index::from(tuple.places.len());
        quote!(for item in &self.#at { items.add(item)?; })
    });
    quote! {
        let mut items = rt::Writer::new(serializer)?;
        #(#places)*
        #(#rest)*
        items.end()
    }
}
