//! Structs: objects with named members.

use hit_schema::Compiled;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::emit::{docs, ty};
use crate::model::{Extra, Field, Model, Presence, Struct};

/// The fields, as a person reads them.
pub(super) fn body(model: &Model, compiled: &Compiled, body: &Struct) -> TokenStream {
    let fields = body
        .fields
        .iter()
        .map(|field| field_tokens(model, compiled, field));
    let matched = body
        .matched
        .iter()
        .filter(|(_, extra)| extra.keep)
        .map(|(pattern, extra)| {
            let doc = format!(" Members whose name matches {}.", docs::code(&pattern.0));
            extra_tokens(model, extra, &doc)
        });
    let extra = body.extra.iter().filter(|extra| extra.keep);
    let extra = extra.map(|extra| extra_tokens(model, extra, " All other members."));
    quote!({ #(#fields)* #(#matched)* #(#extra)* })
}

fn extra_tokens(model: &Model, extra: &Extra, doc: &str) -> TokenStream {
    let ident = ident(&extra.ident);
    let map = ty::tokens(&ty::map(&extra.path, &ty::ty(model, &extra.ty)));
    quote!(#[doc = #doc] pub #ident: #map,)
}

fn field_tokens(model: &Model, compiled: &Compiled, field: &Field) -> TokenStream {
    let info = field
        .described
        .and_then(|node| compiled.info.get(node as usize));
    let mut lines = docs::of_schema(info);
    if lines.is_empty() {
        lines.push(docs::code(&field.wire));
    }
    let constraints = docs::constraints(&field.ty);
    if !constraints.is_empty() {
        docs::separate(&mut lines);
        lines.extend(constraints);
    }
    if let Some(default) = &field.default {
        docs::separate(&mut lines);
        lines.push(format!("Default: {}.", docs::code(&default.to_string())));
    }
    let docs = docs::attributes(&lines);
    let ident = ident(&field.ident);
    let ty = ty::tokens(&field_ty(model, field));
    let attributes = field.attributes.iter().map(|text| ty::tokens(text));
    quote!(#docs #(#attributes)* pub #ident: #ty,)
}

/// The Rust type of a field.
pub(in crate::emit) fn field_ty(model: &Model, field: &Field) -> String {
    let ty = ty::ty(model, &field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional => format!("Option<{ty}>"),
        Presence::Maybe => format!("Maybe<{ty}>"),
    }
}

/// An identifier, raw where the name says so.
fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => format_ident!("{name}"),
    }
}
