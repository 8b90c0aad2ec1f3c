//! One item: its definition, and its machine.

use hit_schema::Compiled;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{codec, docs, literal, new, structure, tuple, ty, union, words};
use crate::model::{Item, ItemKind, Model};

/// The definition, as a person reads it.
pub(super) fn definition(model: &Model, compiled: &Compiled, item: &Item) -> TokenStream {
    let name = format_ident!("{}", item.name);
    let mut lines = docs::of_schema(compiled.info.get(item.origin as usize));
    if let ItemKind::Newtype(ty) = &item.kind {
        let constraints = docs::constraints(ty);
        if !constraints.is_empty() {
            docs::separate(&mut lines);
            lines.extend(constraints);
        }
    }
    if lines.is_empty() {
        lines.push(format!("`{}`.", place(model, item)));
    }
    if item.judged {
        docs::separate(&mut lines);
        lines.push("Checked as a whole value, beyond what the fields say.".to_owned());
    }
    let docs = docs::attributes(&lines);
    let derives = item
        .derives
        .iter()
        .map(|text| text.parse().unwrap_or_else(|_| TokenStream::new()));
    let attributes = item
        .attributes
        .iter()
        .map(|text| text.parse().unwrap_or_else(|_| TokenStream::new()));
    let head = quote!(#docs #[derive(#(#derives),*)] #(#attributes)*);
    match &item.kind {
        ItemKind::Struct(body) => {
            let body = structure::body(model, compiled, body);
            quote!(#head pub struct #name #body)
        }
        ItemKind::Words(words) => {
            let body = words::body(words);
            quote!(#head pub enum #name #body)
        }
        ItemKind::Union(union) => {
            let body = union::body(model, compiled, union);
            quote!(#head #[allow(clippy::large_enum_variant)] pub enum #name #body)
        }
        ItemKind::Newtype(place) => {
            let ty = ty::ty(model, place);
            quote!(#head pub struct #name(#[doc = " The value."] pub #ty);)
        }
        ItemKind::Tuple(tuple) => {
            let body = tuple::body(model, tuple);
            quote!(#head pub struct #name #body;)
        }
        ItemKind::Pending => TokenStream::new(),
    }
}

fn place(model: &Model, item: &Item) -> String {
    let Some(node) = model.program.nodes.get(item.node as usize) else {
        return String::new();
    };
    let document = model
        .program
        .sources
        .get(node.source as usize)
        .map_or("", String::as_str);
    let file = document.rsplit('/').next().unwrap_or(document);
    format!("{file}#{}", node.pointer).replace('`', "'")
}

/// How it is read and written.
pub(super) fn machine(model: &Model, item: &Item) -> Vec<TokenStream> {
    let name = format_ident!("{}", item.name);
    let (codec, rest) = match &item.kind {
        ItemKind::Struct(body) => {
            let constructor = new::constructor(model, item, body);
            let machine = structure::machine(model, item, body);
            (quote!(rt::fields::<Self>()), vec![constructor, machine])
        }
        ItemKind::Words(words) => (words::codec(words), vec![words::machine(item, words)]),
        ItemKind::Union(union) => (
            union::codec(union, item.node),
            vec![union::machine(model, item, union)],
        ),
        ItemKind::Newtype(place) => {
            let codec = codec::codec(model, place);
            let ty = ty::ty(model, place);
            (quote!(rt::wrapped(#codec, Self)), vec![newtype(&name, &ty)])
        }
        ItemKind::Tuple(tuple) => (
            quote!(rt::places::<Self>()),
            vec![tuple::machine(model, item, tuple)],
        ),
        ItemKind::Pending => return Vec::new(),
    };
    let node = literal::node(item.node);
    let codec = if item.judged {
        quote!(rt::checked(&CHECKS, #node, #codec))
    } else {
        codec
    };
    let mut all = vec![quote!(hit_runtime::model!(#name, CHECKS, #node, #codec);)];
    all.extend(rest);
    all
}

fn newtype(name: &proc_macro2::Ident, ty: &TokenStream) -> TokenStream {
    quote! {
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&self.0, serializer)
            }
        }
        impl From<#ty> for #name {
            fn from(value: #ty) -> Self {
                Self(value)
            }
        }
    }
}
