//! Unions.

use hit_runtime::check::TypeSet;
use hit_schema::Compiled;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{codec, docs, literal, ty};
use crate::model::{Arm, Dispatch, Item, ItemId, Model, Ty, Union};

/// The arms, as a person reads them.
pub(super) fn body(model: &Model, compiled: &Compiled, union: &Union) -> TokenStream {
    let arms = union.arms.iter().map(|arm| {
        let lines = match &arm.ty {
            Ty::Named(_) | Ty::Boxed(_) => first_line(compiled, arm),
            place => {
                let mut lines = first_line(compiled, arm);
                lines.extend(docs::constraints(place));
                lines
            }
        };
        let docs = docs::attributes(&if lines.is_empty() {
            vec![fallback(arm)]
        } else {
            lines
        });
        let name = format_ident!("{}", arm.ident);
        if arm.ty == Ty::Null {
            return quote!(#docs #name,);
        }
        let ty = ty::ty(model, &arm.ty);
        quote!(#docs #name(#ty),)
    });
    quote!({ #(#arms)* })
}

fn first_line(compiled: &Compiled, arm: &Arm) -> Vec<String> {
    let info = compiled.info.get(arm.origin as usize);
    let text = info.and_then(|info| info.title.as_deref().or(info.description.as_deref()));
    text.map(docs::wrapped)
        .and_then(|lines| lines.into_iter().next())
        .into_iter()
        .collect()
}

fn fallback(arm: &Arm) -> String {
    match arm.tags.as_slice() {
        [] => arm.ident.clone(),
        tags => tags
            .iter()
            .map(|tag| docs::code(tag))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// How the union is read.
pub(super) fn codec(union: &Union, node: u32) -> TokenStream {
    match union.dispatch {
        Dispatch::Tag(_) => quote!(rt::by_tag::<Self>()),
        Dispatch::Kind => quote!(rt::by_kind::<Self>()),
        Dispatch::First => {
            let node = literal::node(node);
            quote!(rt::first_match::<Self>(&CHECKS, #node))
        }
    }
}

/// What the union needs to be read, and how it is written.
pub(super) fn machine(model: &Model, item: &Item, union: &Union) -> TokenStream {
    let name = format_ident!("{}", item.name);
    let reading = match &union.dispatch {
        Dispatch::Tag(tag) => tagged(model, &name, union, tag),
        Dispatch::Kind => by_kind(model, &name, union),
        Dispatch::First => first(model, &name, union),
    };
    let writes = union.arms.iter().map(|arm| {
        let name = format_ident!("{}", arm.ident);
        if arm.ty == Ty::Null {
            return quote!(Self::#name => serializer.serialize_unit(),);
        }
        quote!(Self::#name(value) => serde::Serialize::serialize(value, serializer),)
    });
    let conversions = conversions(model, &name, union);
    quote! {
        #reading
        impl serde::Serialize for #name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { #(#writes)* }
            }
        }
        #conversions
    }
}

/// `From` for every generated type that only one arm holds.
fn conversions(model: &Model, name: &proc_macro2::Ident, union: &Union) -> TokenStream {
    let named = |arm: &Arm| match arm.ty {
        Ty::Named(item) => Some(item),
        _ => None,
    };
    let held: Vec<ItemId> = union.arms.iter().filter_map(named).collect();
    let conversions = union.arms.iter().filter_map(|arm| {
        let item = named(arm)?;
        if held.iter().filter(|other| **other == item).count() > 1 {
            return None;
        }
        let (arm, ty) = (
            format_ident!("{}", arm.ident),
            format_ident!("{}", model.items[item].name),
        );
        Some(quote! {
            impl From<#ty> for #name {
                fn from(value: #ty) -> Self {
                    Self::#arm(value)
                }
            }
        })
    });
    quote!(#(#conversions)*)
}

fn tagged(model: &Model, name: &proc_macro2::Ident, union: &Union, tag: &str) -> TokenStream {
    let arms = union.arms.iter().map(|arm| {
        let (ident, tags) = (format_ident!("{}", arm.ident), &arm.tags);
        let codec = codec::codec(model, &arm.ty);
        quote!(#(#tags)|* => rt::Codec::read(#codec, deserializer, ctx).map(Self::#ident),)
    });
    let tags = union.arms.iter().flat_map(|arm| &arm.tags);
    quote! {
        impl<'de> rt::Tagged<'de> for #name {
            const TAG: &'static str = #tag;
            fn arm<D: serde::Deserializer<'de>>(tag: &str, deserializer: D, ctx: rt::Ctx) -> Result<Self, D::Error> {
                match tag {
                    #(#arms)*
                    _ => rt::unknown_tag(tag, &[#(#tags),*]),
                }
            }
        }
    }
}

fn by_kind(model: &Model, name: &proc_macro2::Ident, union: &Union) -> TokenStream {
    let mut methods = Vec::new();
    let mut expected = Vec::new();
    let of = |class: TypeSet| union.arms.iter().find(|arm| arm.kinds.0 & class.0 != 0);
    if let Some(arm) = of(TypeSet::NULL) {
        expected.push("null");
        methods.push(simple(
            model,
            arm,
            &quote!(null),
            &TokenStream::new(),
            &quote!(()),
        ));
    }
    if let Some(arm) = of(TypeSet::BOOLEAN) {
        expected.push("a boolean");
        methods.push(simple(
            model,
            arm,
            &quote!(boolean),
            &quote!(value: bool),
            &quote!(value),
        ));
    }
    for (class, method, text) in [
        (TypeSet::NUMBER, "number", "a number"),
        (TypeSet::STRING, "string", "a string"),
        (TypeSet::ARRAY, "array", "an array"),
        (TypeSet::OBJECT, "object", "an object"),
    ] {
        let Some(arm) = of(class) else { continue };
        expected.push(text);
        let (method, ident) = (format_ident!("{method}"), format_ident!("{}", arm.ident));
        let codec = codec::codec(model, &arm.ty);
        methods.push(quote! {
            fn #method<D: serde::Deserializer<'de>>(deserializer: D, ctx: rt::Ctx) -> Result<Self, D::Error> {
                rt::Codec::read(#codec, deserializer, ctx).map(Self::#ident)
            }
        });
    }
    let expected = expected.join(" or ");
    quote! {
        impl<'de> rt::ByKind<'de> for #name {
            const EXPECTED: &'static str = #expected;
            #(#methods)*
        }
    }
}

/// A method for `null` or a boolean, which need no deserializer to tell.
fn simple(
    model: &Model,
    arm: &Arm,
    method: &TokenStream,
    parameter: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let name = format_ident!("{}", arm.ident);
    let comma = (!parameter.is_empty()).then(|| quote!(,));
    let body = match arm.ty {
        Ty::Null => quote!({ let () = #value; Ok(Self::#name) }),
        Ty::Bool => quote!(Ok(Self::#name(#value))),
        _ => {
            let codec = codec::codec(model, &arm.ty);
            quote!(rt::read_scalar(#codec, #value, ctx).map(Self::#name))
        }
    };
    let ctx = if matches!(arm.ty, Ty::Null | Ty::Bool) {
        quote!(_)
    } else {
        quote!(ctx)
    };
    quote! {
        fn #method<E: serde::de::Error>(#parameter #comma #ctx: rt::Ctx) -> Result<Self, E> {
            #body
        }
    }
}

fn first(model: &Model, name: &proc_macro2::Ident, union: &Union) -> TokenStream {
    let nodes = union.arms.iter().map(|arm| literal::node(arm.node));
    let last = union.arms.len().saturating_sub(1);
    let arms = union.arms.iter().enumerate().map(|(at, arm)| {
        let pattern = if at == last { quote!(_) } else { quote!(#at) };
        let ident = format_ident!("{}", arm.ident);
        if arm.ty == Ty::Null {
            return quote!(#pattern => Ok(Self::#ident),);
        }
        let codec = codec::codec(model, &arm.ty);
        quote!(#pattern => rt::Codec::read(#codec, value, ctx).map(Self::#ident),)
    });
    quote! {
        impl rt::Ordered for #name {
            const ARMS: &'static [u32] = &[#(#nodes),*];
            fn arm(at: usize, value: Value, ctx: rt::Ctx) -> Result<Self, rt::JsonError> {
                match at { #(#arms)* }
            }
        }
    }
}
