//! Structs: objects with named members.

use hit_schema::Compiled;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{checks, codec, docs, ty};
use crate::model::{Extra, Field, Item, Model, Presence, Struct};

/// The fields, as a person reads them.
pub(super) fn body(model: &Model, compiled: &Compiled, body: &Struct) -> TokenStream {
    let fields = body
        .fields
        .iter()
        .map(|field| field_tokens(model, compiled, field));
    let extras = kept(body).map(|extra| {
        let ident = ident(&extra.ident);
        let map = ty::map(&extra.path, &ty::ty(model, &extra.ty));
        let doc = match pattern_of(body, extra) {
            Some(pattern) => format!(" Members whose name matches {}.", docs::code(pattern)),
            None => " All other members.".to_owned(),
        };
        quote!(#[doc = #doc] pub #ident: #map,)
    });
    quote!({ #(#fields)* #(#extras)* })
}

fn pattern_of<'a>(body: &'a Struct, extra: &Extra) -> Option<&'a str> {
    let found = body
        .matched
        .iter()
        .find(|(_, known)| std::ptr::eq(known, extra));
    found.map(|(pattern, _)| pattern.0.as_str())
}

fn field_tokens(model: &Model, compiled: &Compiled, field: &Field) -> TokenStream {
    let info = field
        .described
        .and_then(|node| compiled.info.get(node as usize));
    let mut lines = docs::of_schema(info);
    if lines.is_empty() {
        lines.push(format!("{}.", docs::code(&field.wire)));
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
    let ty = field_ty(model, field);
    let attributes = field
        .attributes
        .iter()
        .map(|text| text.parse().unwrap_or_else(|_| TokenStream::new()));
    quote!(#docs #(#attributes)* pub #ident: #ty,)
}

/// The Rust type of a field.
pub(super) fn field_ty(model: &Model, field: &Field) -> TokenStream {
    let ty = ty::ty(model, &field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional => quote!(Option<#ty>),
        Presence::Maybe => quote!(Maybe<#ty>),
    }
}

/// An identifier, raw where the name says so.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, proc_macro2::Span::call_site()),
        None => format_ident!("{name}"),
    }
}

fn slot(name: &str) -> Ident {
    format_ident!("{}_slot", name.strip_prefix("r#").unwrap_or(name))
}

fn kept(body: &Struct) -> impl Iterator<Item = &Extra> {
    body.matched
        .iter()
        .map(|(_, extra)| extra)
        .chain(&body.extra)
        .filter(|extra| extra.keep)
}

fn open(body: &Struct) -> impl Iterator<Item = &Extra> {
    body.matched
        .iter()
        .map(|(_, extra)| extra)
        .chain(&body.extra)
}

/// How the struct is read and written.
pub(super) fn machine(model: &Model, item: &Item, body: &Struct) -> TokenStream {
    let name = format_ident!("{}", item.name);
    let reading = reading(model, body);
    let writing = writing(body);
    quote! {
        impl<'de> rt::Object<'de> for #name {
            fn members<A: serde::de::MapAccess<'de>>(mut access: A, ctx: rt::Ctx) -> Result<Self, A::Error> {
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

fn reading(model: &Model, body: &Struct) -> TokenStream {
    let names: Vec<&str> = known_names(body).collect();
    let slots = body.fields.iter().map(|field| slot(&field.ident));
    let seen = body
        .constants
        .iter()
        .enumerate()
        .map(|(at, _)| format_ident!("constant_{at}"));
    let slots: Vec<Ident> = slots.chain(seen).collect();
    let extras: Vec<TokenStream> = open(body).map(extra_slot).collect();
    let arms = arms(model, body);
    let other = other(model, body);
    let counted = body.min.is_some() || body.max.is_some();
    let count = counted.then(|| quote!(let mut n = 0;));
    let step = counted.then(|| quote!(n += 1;));
    let checks = final_checks(body);
    let build = build(body);
    let look = if arms.is_empty() {
        quote!(rt::Key::At(_) => {})
    } else {
        quote! {
            rt::Key::At(at) => {
                hint = at + 1;
                match at { #arms }
            }
        }
    };
    let hint = if arms.is_empty() {
        quote!(let hint = 0;)
    } else {
        quote!(let mut hint = 0;)
    };
    quote! {
        const NAMES: &[&str] = &[#(#names),*];
        #(let mut #slots = None;)*
        #(#extras)*
        #hint
        #count
        while let Some(key) = rt::key(&mut access, NAMES, hint)? {
            #step
            match key {
                #look
                rt::Key::Other(name) => #other,
            }
        }
        #checks
        #build
    }
}

/// Names in the order of their arms: fields, constants, forbidden ones.
fn known_names(body: &Struct) -> impl Iterator<Item = &str> {
    let fields = body.fields.iter().map(|field| field.wire.as_str());
    let constants = body.constants.iter().map(|constant| constant.wire.as_str());
    fields
        .chain(constants)
        .chain(body.forbidden.iter().map(String::as_str))
}

fn arms(model: &Model, body: &Struct) -> TokenStream {
    let mut arms = Vec::new();
    for field in &body.fields {
        let at = arms.len();
        let slot = slot(&field.ident);
        let codec = codec::codec(model, &field.ty);
        let codec = match field.presence {
            Presence::Maybe => quote!(rt::maybe(#codec)),
            _ => codec,
        };
        arms.push(quote!(rt::put(&mut #slot, NAMES[#at], &mut access, #codec, ctx)?));
    }
    for (number, constant) in body.constants.iter().enumerate() {
        let at = arms.len();
        let seen = format_ident!("constant_{number}");
        let value = &constant.value;
        arms.push(quote!(rt::constant(&mut #seen, NAMES[#at], &mut access, &[#value], ctx)?));
    }
    for _ in &body.forbidden {
        let at = arms.len();
        arms.push(quote!(rt::unknown(NAMES[#at], NAMES)?));
    }
    let last = arms.len().saturating_sub(1);
    let arms = arms.iter().enumerate().map(|(at, arm)| {
        let pattern = if at == last { quote!(_) } else { quote!(#at) };
        quote!(#pattern => #arm,)
    });
    quote!(#(#arms)*)
}

fn extra_slot(extra: &Extra) -> TokenStream {
    let slot = slot(&extra.ident);
    if extra.keep {
        quote!(let mut #slot = Default::default();)
    } else {
        quote!(let mut #slot = Dropped::default();)
    }
}

/// What happens to a member that is not named.
fn other(model: &Model, body: &Struct) -> TokenStream {
    let keep = |extra: &Extra| {
        let slot = slot(&extra.ident);
        let codec = codec::codec(model, &extra.ty);
        let codec = if extra.keep {
            codec
        } else {
            quote!(rt::discard(#codec))
        };
        quote!(rt::keep(&mut #slot, name, &mut access, #codec, ctx)?)
    };
    let last = match &body.extra {
        Some(extra) => keep(extra),
        None => quote!(return rt::unknown(&name, NAMES)),
    };
    let mut chain = last;
    for (pattern, extra) in body.matched.iter().rev() {
        let pattern = checks::static_pattern(&pattern.0);
        let keep = keep(extra);
        chain = quote!(if rt::matches(&name, #pattern) { #keep } else { #chain });
    }
    let steps: Vec<TokenStream> = body.names.iter().flat_map(checks::string_steps).collect();
    if steps.is_empty() {
        return quote!({ #chain });
    }
    quote!({
        let s = name.as_str();
        #(rt::hold(#steps)?;)*
        #chain
    })
}

fn final_checks(body: &Struct) -> TokenStream {
    let least = quote!(rt::min_properties);
    let most = quote!(rt::max_properties);
    let counts = checks::counts(&least, &most, body.min, body.max);
    let of = |wire: &str| {
        body.fields
            .iter()
            .find(|field| field.wire == wire)
            .map(|field| slot(&field.ident))
    };
    let dependents = body.dependent.iter().filter_map(|(name, need)| {
        let (one, other) = (of(name)?, of(need)?);
        Some(quote!(rt::hold(rt::dependent(#one.is_some(), #other.is_some(), #need))?;))
    });
    quote!(#(rt::hold(#counts)?;)* #(#dependents)*)
}

fn build(body: &Struct) -> TokenStream {
    let required = body.constants.iter().enumerate().map(|(number, constant)| {
        let seen = format_ident!("constant_{number}");
        let wire = &constant.wire;
        quote!(rt::required::<(), _>(#seen, #wire)?;)
    });
    let fields = body.fields.iter().map(|field| {
        let (name, slot, wire) = (ident(&field.ident), slot(&field.ident), &field.wire);
        match field.presence {
            Presence::Required => quote!(#name: rt::required(#slot, #wire)?,),
            Presence::Optional => quote!(#name: #slot,),
            Presence::Maybe => quote!(#name: #slot.unwrap_or_default(),),
        }
    });
    let extras = kept(body).map(|extra| {
        let (name, slot) = (ident(&extra.ident), slot(&extra.ident));
        quote!(#name: #slot,)
    });
    quote!(#(#required)* Ok(Self { #(#fields)* #(#extras)* }))
}

fn writing(body: &Struct) -> TokenStream {
    let constants = body.constants.iter().map(|constant| {
        let (wire, value) = (&constant.wire, &constant.value);
        quote!(map.serialize_entry(#wire, #value)?;)
    });
    let fields = body.fields.iter().map(|field| {
        let (name, wire) = (ident(&field.ident), &field.wire);
        match field.presence {
            Presence::Required => quote!(map.serialize_entry(#wire, &self.#name)?;),
            Presence::Optional => quote! {
                if let Some(value) = &self.#name { map.serialize_entry(#wire, value)?; }
            },
            Presence::Maybe => quote! {
                if !self.#name.is_absent() { map.serialize_entry(#wire, &self.#name)?; }
            },
        }
    });
    let extras = kept(body).map(|extra| {
        let name = ident(&extra.ident);
        quote!(for (name, value) in &self.#name { map.serialize_entry(name, value)?; })
    });
    let steps: Vec<TokenStream> = constants.chain(fields).chain(extras).collect();
    let mutable = (!steps.is_empty()).then(|| quote!(mut));
    quote! {
        use serde::ser::SerializeMap as _;
        let #mutable map = serializer.serialize_map(None)?;
        #(#steps)*
        map.end()
    }
}
