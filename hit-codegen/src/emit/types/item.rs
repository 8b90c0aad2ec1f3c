//! One item's definition.

use hit_schema::Compiled;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{structure, tuple, union, words};
use crate::emit::{docs, ty};
use crate::model::{Item, ItemId, ItemKind, Model};

/// The definition, as a person reads it.
pub(in crate::emit) fn definition(model: &Model, compiled: &Compiled, id: ItemId) -> TokenStream {
    let item = &model.items[id];
    let name = format_ident!("{}", item.name);
    let mut lines = lines(model, compiled, item);
    if let Some(rules) = model.rules.as_ref().and_then(|plan| plan.items.get(&id)) {
        lines.extend(docs::rules(&rules.shown));
    }
    let docs = docs::attributes(&lines);
    let derives = item.derives.iter().map(|text| ty::tokens(text));
    let attributes = item.attributes.iter().map(|text| ty::tokens(text));
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
            let ty = ty::tokens(&ty::ty(model, place));
            quote!(#head pub struct #name(#[doc = " The value."] pub #ty);)
        }
        ItemKind::Tuple(tuple) => {
            let body = tuple::body(model, tuple);
            quote!(#head pub struct #name #body;)
        }
        ItemKind::Pending => TokenStream::new(),
    }
}

fn lines(model: &Model, compiled: &Compiled, item: &Item) -> Vec<String> {
    let mut lines = docs::of_schema(compiled.info.get(item.documented as usize));
    if let ItemKind::Newtype(ty) = &item.kind {
        let constraints = docs::constraints(ty);
        if !constraints.is_empty() {
            docs::separate(&mut lines);
            lines.extend(constraints);
        }
    }
    if lines.is_empty() {
        lines.push(place(model, item));
    }
    if item.judged {
        docs::separate(&mut lines);
        lines.push("Checked as a whole value, beyond what the fields say.".to_owned());
    }
    lines
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
    docs::code(&format!("{file}#{}", node.pointer))
}
