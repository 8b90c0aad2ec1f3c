//! What rules read of a value: its members by their JSON names.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::Type;

use crate::ast::{Container, Data, Field, Shape, Style, Variant};
use crate::attr::Tagging;
use crate::emit::generics::borrowed;
use crate::emit::members::is_map;
use crate::lower::rust_name;

/// How rules read a value of the type.
pub fn read(container: &Container, runtime: &TokenStream) -> TokenStream {
    let writer = Writer { container, runtime };
    match &container.data {
        Data::Struct(shape) => match (shape.style, shape.fields.as_slice()) {
            (Style::Newtype, [field]) => writer.like(field),
            (_, fields) if container.names.transparent => {
                match fields.iter().find(|field| !field.hidden) {
                    Some(field) => writer.like(field),
                    None => TokenStream::new(),
                }
            }
            (Style::Named, _) => writer.object(&writer.of_struct(shape)),
            _ => writer.opaque(),
        },
        Data::Enum(variants) if container.is_words() => writer.words(variants),
        Data::Enum(variants) => writer.object(&writer.of_enum(variants)),
    }
}

struct Writer<'a> {
    container: &'a Container,
    runtime: &'a TokenStream,
}

/// The view of an object: what a rule selects from.
#[derive(Default)]
struct View {
    /// Name, type, and how it is got from `value`.
    fields: Vec<(String, TokenStream, TokenStream)>,
    /// The type of a flattened field, and how its view is got.
    flat: Option<(TokenStream, TokenStream)>,
    /// Views of variants.
    more: TokenStream,
}

impl Writer<'_> {
    /// JSON is that of one field.
    fn like(&self, field: &Field) -> TokenStream {
        let (runtime, ident) = (self.runtime, &self.container.ident);
        let (ty, member) = (&field.ty, &field.member);
        let mut parameters = borrowed(self.container);
        parameters.ask(quote!(#ty: #runtime::derived::Read<'hit>));
        let [declared, _, clause] = parameters.split();
        let [_, names, _] = self.container.parameters.split();
        if field.skip.is_some() {
            return TokenStream::new();
        }
        quote! {
            #[automatically_derived]
            impl #declared #runtime::derived::Read<'hit> for #ident #names #clause {
                type As = <#ty as #runtime::derived::Read<'hit>>::As;
                fn read(&'hit self) -> ::core::result::Result<<Self as #runtime::derived::Read<'hit>>::As, #runtime::derived::Lack> {
                    #runtime::derived::Read::read(&self.#member)
                }
            }
        }
    }

    /// JSON is a text.
    fn words(&self, variants: &[Variant]) -> TokenStream {
        let (runtime, ident) = (self.runtime, &self.container.ident);
        let arms = variants.iter().map(|variant| {
            let (name, json) = (&variant.ident, &variant.json);
            quote!(Self::#name => #json,)
        });
        let text = if variants.is_empty() {
            quote!(match *self {})
        } else {
            quote!(match self { #(#arms)* })
        };
        quote! {
            #[automatically_derived]
            impl<'hit> #runtime::derived::Read<'hit> for #ident {
                type As = #runtime::derived::Text<'hit>;
                fn read(&'hit self) -> ::core::result::Result<#runtime::derived::Text<'hit>, #runtime::derived::Lack> {
                    ::core::result::Result::Ok(#runtime::derived::text(#text))
                }
            }
            #[automatically_derived]
            impl #runtime::derived::Word for #ident {
                fn word(&self) -> &str { #text }
            }
        }
    }

    /// A value without members that rules could name.
    fn opaque(&self) -> TokenStream {
        let (runtime, ident) = (self.runtime, &self.container.ident);
        let [declared, _, clause] = borrowed(self.container).split();
        let [_, names, _] = self.container.parameters.split();
        quote! {
            #[automatically_derived]
            impl #declared #runtime::derived::Read<'hit> for #ident #names #clause {
                type As = &'hit Self;
                fn read(&'hit self) -> ::core::result::Result<<Self as #runtime::derived::Read<'hit>>::As, #runtime::derived::Lack> {
                    ::core::result::Result::Ok(self)
                }
            }
        }
    }

    fn of_struct(&self, shape: &Shape) -> View {
        let runtime = self.runtime;
        let mut view = View::default();
        for field in shape.visible() {
            let (member, ty) = (&field.member, &field.ty);
            if !field.flatten {
                view.add(&field.json, quote!(&'hit #ty), quote!(&value.#member));
            } else if !is_map(ty) && view.flat.is_none() {
                view.flat = Some((
                    quote!(<#ty as #runtime::derived::Object<'hit>>::View),
                    quote!(#runtime::derived::Object::view(&value.#member)),
                ));
            }
        }
        view
    }

    fn of_enum(&self, variants: &[Variant]) -> View {
        let mut view = View::default();
        let shown: Vec<&Variant> = variants.iter().filter(|variant| !variant.hidden).collect();
        match &self.container.names.tagging {
            Tagging::External => self.named(&shown, &mut view),
            Tagging::Internal(tag) => {
                view.add(tag, quote!(&'hit str), self.tag(variants));
                merged(&shown, &mut view);
            }
            Tagging::Adjacent(tag, _) => view.add(tag, quote!(&'hit str), self.tag(variants)),
            Tagging::Untagged => merged(&shown, &mut view),
        }
        view
    }

    fn tag(&self, variants: &[Variant]) -> TokenStream {
        let ident = &self.container.ident;
        let arms = variants.iter().map(|variant| {
            let (name, json) = (&variant.ident, &variant.json);
            quote!(#ident::#name { .. } => #json,)
        });
        quote!(match value { #(#arms)* })
    }

    /// `{"Variant": …}`: a member a variant.
    fn named(&self, variants: &[&Variant], view: &mut View) {
        let ident = &self.container.ident;
        for variant in variants {
            let name = &variant.ident;
            if let (Style::Newtype, [field]) =
                (variant.shape.style, variant.shape.fields.as_slice())
            {
                let (ty, member) = (&field.ty, &field.member);
                view.add(
                    &variant.json,
                    quote!(::core::option::Option<&'hit #ty>),
                    quote!(match value {
                        #ident::#name { #member: value, .. } => ::core::option::Option::Some(value),
                        _ => ::core::option::Option::None,
                    }),
                );
            } else if variant.shape.style == Style::Named {
                self.named_fields(variant, view);
            }
        }
    }

    /// `{"Variant": {…}}`: a view of its own.
    fn named_fields(&self, variant: &Variant, view: &mut View) {
        let (ident, runtime, name) = (&self.container.ident, self.runtime, &variant.ident);
        let mut inner = View::default();
        let shown = || variant.shape.visible().filter(|field| !field.flatten);
        let members: Vec<_> = shown().map(|field| &field.member).collect();
        let locals: Vec<_> = (0..members.len())
            .map(|index| format_ident!("hit_{index}"))
            .collect();
        for (field, local) in shown().zip(&locals) {
            let ty = &field.ty;
            inner.add(&field.json, quote!(&'hit #ty), quote!(#local));
        }
        let struct_name = format_ident!("{ident}{name}Members");
        let (tokens, made, names) = self.view_struct(&struct_name, &inner);
        let mut outer = borrowed(self.container);
        outer.ask(quote!('hit: 'hit_view));
        outer.outlive(quote!('hit_view));
        let [declared, _, clause] = outer.split();
        view.more.extend(quote! {
            #tokens
            impl #declared #runtime::derived::Read<'hit_view> for #struct_name #names #clause {
                type As = &'hit_view Self;
                fn read(&'hit_view self) -> ::core::result::Result<Self::As, #runtime::derived::Lack> {
                    ::core::result::Result::Ok(self)
                }
            }
            impl #declared #runtime::derived::Object<'hit_view> for #struct_name #names #clause {
                type View = Self;
                fn view(&'hit_view self) -> Self { *self }
            }
        });
        view.add(
            &variant.json,
            quote!(::core::option::Option<#struct_name #names>),
            quote!(match value {
                #ident::#name { #(#members: #locals,)* .. } => ::core::option::Option::Some(#made),
                _ => ::core::option::Option::None,
            }),
        );
    }

    /// A struct of references, by JSON names; how it is made; its parameters.
    fn view_struct(
        &self,
        name: &syn::Ident,
        view: &View,
    ) -> (TokenStream, TokenStream, TokenStream) {
        let (ident, vis) = (&self.container.ident, &self.container.vis);
        let [declared, names, clause] = borrowed(self.container).split();
        let [_, own, _] = self.container.parameters.split();
        let fields: Vec<_> = view
            .fields
            .iter()
            .map(|(name, ..)| rust_name(name, Span::call_site()))
            .collect();
        let types = view.fields.iter().map(|(_, ty, _)| ty);
        let values = view.fields.iter().map(|(.., value)| value);
        let (flat, flat_value, deref) = match &view.flat {
            None => (None, None, TokenStream::new()),
            Some((ty, value)) => (
                Some(quote!(#[doc(hidden)] pub hit_flattened: #ty,)),
                Some(quote!(hit_flattened: #value,)),
                quote! {
                    impl #declared ::core::ops::Deref for #name #names #clause {
                        type Target = #ty;
                        fn deref(&self) -> &Self::Target { &self.hit_flattened }
                    }
                },
            ),
        };
        let tokens = quote! {
            #[doc(hidden)]
            #vis struct #name #declared #clause {
                #(pub #fields: #types,)*
                #flat
                hit_of: ::core::marker::PhantomData<&'hit #ident #own>,
            }
            impl #declared ::core::clone::Clone for #name #names #clause {
                fn clone(&self) -> Self { *self }
            }
            impl #declared ::core::marker::Copy for #name #names #clause {}
            #deref
        };
        let made =
            quote!(#name { #(#fields: #values,)* #flat_value hit_of: ::core::marker::PhantomData });
        (tokens, made, names)
    }

    fn object(&self, view: &View) -> TokenStream {
        let (runtime, ident) = (self.runtime, &self.container.ident);
        let name = format_ident!("{ident}Members");
        let (tokens, made, of_view) = self.view_struct(&name, view);
        let [declared, _, clause] = borrowed(self.container).split();
        let [_, names, _] = self.container.parameters.split();
        let (opaque, more) = (self.opaque(), &view.more);
        quote! {
            #more
            #tokens
            #opaque
            #[automatically_derived]
            impl #declared #runtime::derived::Object<'hit> for #ident #names #clause {
                type View = #name #of_view;
                fn view(&'hit self) -> <Self as #runtime::derived::Object<'hit>>::View {
                    let value = self;
                    #made
                }
            }
        }
    }
}

impl View {
    fn add(&mut self, name: &str, ty: TokenStream, value: TokenStream) {
        let same =
            |known: &str| rust_name(known, Span::call_site()) == rust_name(name, Span::call_site());
        if !self.fields.iter().any(|(known, ..)| same(known)) {
            self.fields.push((name.to_owned(), ty, value));
        }
    }
}

/// The members of all variants in one object: those that have one type wherever they occur.
fn merged(variants: &[&Variant], view: &mut View) {
    let named = |variant: &&&Variant| variant.shape.style == Style::Named;
    let mut all: Vec<(&str, String, &Type)> = Vec::new();
    for variant in variants.iter().filter(named) {
        for field in variant.shape.visible().filter(|field| !field.flatten) {
            let ty = &field.ty;
            all.push((&field.json, quote!(#ty).to_string(), ty));
        }
    }
    for (json, text, ty) in &all {
        if all.iter().any(|(other, ty, _)| other == json && ty != text) {
            continue;
        }
        let arms = variants.iter().filter(named).filter_map(|variant| {
            let field = variant
                .shape
                .visible()
                .find(|field| field.json == **json && !field.flatten)?;
            let (name, member) = (&variant.ident, &field.member);
            Some(quote!(Self::#name { #member: value, .. } => ::core::option::Option::Some(value),))
        });
        view.add(
            json,
            quote!(::core::option::Option<&'hit #ty>),
            quote!(match value { #(#arms)* _ => ::core::option::Option::None }),
        );
    }
}
