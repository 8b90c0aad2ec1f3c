//! Enums: what a variant holds is validated where JSON has it.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Member;

use crate::ast::{Container, Style, Variant};
use crate::attr::Tagging;
use crate::emit::nested::Fields;

/// A `match` over the variants.
pub fn variants(container: &Container, variants: &[Variant], runtime: &TokenStream) -> TokenStream {
    if variants.is_empty() {
        return TokenStream::new();
    }
    let arms = variants
        .iter()
        .map(|variant| arm(container, variant, runtime));
    quote!(match self { #(#arms)* })
}

fn arm(container: &Container, variant: &Variant, runtime: &TokenStream) -> TokenStream {
    let ident = &variant.ident;
    if variant.hidden || variant.shape.style == Style::Unit {
        return quote!(Self::#ident { .. } => {});
    }
    let names = || variant.shape.fields.iter().map(|field| &field.member);
    let bound = || {
        variant
            .shape
            .fields
            .iter()
            .map(|field| local("now", &field.member))
    };
    let (members, values) = (names(), bound());
    let fields = Fields {
        runtime,
        name: format!("{}/{}", container.ident, ident),
    };
    let now = |member: &Member| {
        let local = local("now", member);
        quote!(#local)
    };
    let before = before_of(variant);
    let (at, steps) = place(container, variant, runtime);
    let checks = fields.of(&variant.shape, &now, &before, &at);
    quote! {
        Self::#ident { #(#members: #values,)* .. } => {
            #steps
            #checks
        }
    }
}

/// The member of the same variant before, if it was that variant.
fn before_of(variant: &Variant) -> impl Fn(&Member) -> TokenStream {
    let ident = &variant.ident;
    move |member| {
        let local = local("old", member);
        quote! {
            match old {
                ::core::option::Option::Some(Self::#ident { #member: #local, .. }) => ::core::option::Option::Some(#local),
                _ => ::core::option::Option::None,
            }
        }
    }
}

/// A name for a bound field.
fn local(kind: &str, member: &Member) -> proc_macro2::Ident {
    match member {
        Member::Named(ident) => format_ident!("hit_{kind}_{}", ident),
        Member::Unnamed(index) => format_ident!("hit_{kind}_{}", index.index),
    }
}

/// The place of what a variant holds, and how to get there.
fn place(
    container: &Container,
    variant: &Variant,
    runtime: &TokenStream,
) -> (TokenStream, TokenStream) {
    let name = match &container.names.tagging {
        _ if variant.untagged => return (quote!(at), TokenStream::new()),
        Tagging::Internal(_) | Tagging::Untagged => return (quote!(at), TokenStream::new()),
        Tagging::External => &variant.json,
        Tagging::Adjacent(_, content) => content,
    };
    (
        quote!(hit_variant),
        quote!(let hit_variant = &#runtime::Place::member(at, #name);),
    )
}
