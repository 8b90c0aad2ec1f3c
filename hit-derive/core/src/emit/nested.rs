//! Constraints of fields, and values in them that are validated themselves.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Index, Member, Type};

use crate::ast::{Field, Shape, Style};
use crate::emit::constraint::Constraints;
use crate::emit::members::named;
use crate::lower::respanned;

/// Writes the checks of fields.
pub struct Fields<'a> {
    /// `::hit_runtime`
    pub runtime: &'a TokenStream,
    /// The name of the type, for the places of constraints.
    pub name: String,
}

/// Makes the reference to a member.
type Access<'a> = &'a dyn Fn(&Member) -> TokenStream;

impl Fields<'_> {
    /// The checks of all fields. `now` gives a reference to a member, `before`
    /// an `Option` of one; `at` is the place of the value.
    pub fn of(
        &self,
        shape: &Shape,
        now: Access<'_>,
        before: Access<'_>,
        at: &TokenStream,
    ) -> TokenStream {
        let fields = shape.visible().map(|field| {
            let (value, old) = (now(&field.member), before(&field.member));
            let checks = self.field(field, shape.style, value, old);
            let place = self.place(field, shape.style, at);
            if checks.is_empty() {
                return checks;
            }
            quote!({ let (hit_parent, hit_at) = (#at, #place); #checks })
        });
        quote!(#(#fields)*)
    }

    /// The place of a field, as a reference.
    fn place(&self, field: &Field, style: Style, at: &TokenStream) -> TokenStream {
        let runtime = self.runtime;
        match (style, &field.member) {
            _ if field.flatten => quote!(#at),
            (Style::Named, _) => {
                let json = &field.json;
                quote!(&#runtime::Place::member(#at, #json))
            }
            (Style::Tuple, Member::Unnamed(index)) => {
                let index = index.index as usize;
                quote!(&#runtime::Place::index(#at, #index))
            }
            _ => quote!(#at),
        }
    }

    fn field(
        &self,
        field: &Field,
        style: Style,
        value: TokenStream,
        old: TokenStream,
    ) -> TokenStream {
        let runtime = self.runtime;
        let constraints = Constraints {
            derived: quote!(#runtime::derived),
            schema: match style {
                Style::Named => format!("{}#/properties/{}", self.name, pointer(&field.json)),
                _ => format!("{}#", self.name),
            },
            name: &field.json,
        };
        let constraints = constraints.of(&field.constraints, "hit_value");
        let nested = match field.skip {
            Some(_) => TokenStream::new(),
            None => self.nested(&field.ty),
        };
        let (hit_value, hit_before) = (own("hit_value"), own("hit_before"));
        if constraints.is_empty() && nested.is_empty() {
            return TokenStream::new();
        }
        quote! {
            let #hit_value = #value;
            let #hit_before = #old;
            #constraints
            #nested
        }
    }

    /// Validates what a value of a type holds; nothing where the type says that there is nothing.
    fn nested(&self, ty: &Type) -> TokenStream {
        let (value, old) = (own("hit_value"), own("hit_before"));
        let (value, old) = (&quote!(#value), &quote!(#old));
        if is_plain(ty) {
            return TokenStream::new();
        }
        if has_tuple(ty) {
            return self.structural(ty);
        }
        let span = Span::mixed_site().located_at(ty.span());
        let runtime = respanned(self.runtime, span);
        let (value, old) = (respanned(value, span), respanned(old, span));
        // Outside of the place where the type is written stand only names of parameters.
        let (ctx, at, report) = (quote!(ctx), quote!(hit_at), quote!(report));
        quote_spanned! {span=>
            #runtime::Validate::validate_at(#value, #old, {
                #[allow(unused_imports)]
                use #runtime::{NarrowToNothing as _, NarrowToPart as _, NarrowToSame as _};
                (&&&#runtime::Narrow::new(#ctx, #value)).narrow()
            }, #at, #report);
        }
    }

    /// Tuples are validated element by element: their contexts may differ.
    fn structural(&self, ty: &Type) -> TokenStream {
        let runtime = self.runtime;
        let (value, old) = (own("hit_value"), own("hit_before"));
        if let Type::Tuple(tuple) = ty {
            let elements = tuple.elems.iter().enumerate().map(|(index, element)| {
                let member = Index::from(index);
                let inner = self.nested(element);
                quote!({
                    let #value = &#value.#member;
                    let #old = ::core::option::Option::map(#old, |old| &old.#member);
                    let hit_at = &#runtime::Place::index(hit_at, #index);
                    #inner
                })
            });
            return quote!(#(#elements)*);
        }
        let inner = match ty {
            Type::Array(array) => Some(("Vec".to_owned(), vec![&*array.elem])),
            _ => named(ty),
        };
        let Some((name, inner)) = inner else {
            return TokenStream::new();
        };
        let Some(element) = inner.last() else {
            return TokenStream::new();
        };
        let checks = self.nested(element);
        match name.as_str() {
            "Option" => quote! {
                if let ::core::option::Option::Some(#value) = #value {
                    let #old = ::core::option::Option::and_then(#old, ::core::option::Option::as_ref);
                    #checks
                }
            },
            "Box" | "Rc" | "Arc" => quote!({
                let #value = &**#value;
                let #old = ::core::option::Option::map(#old, |old| &**old);
                #checks
            }),
            "HashMap" | "BTreeMap" | "IndexMap" => quote! {
                for (hit_key, #value) in #runtime::derived::sorted(#value) {
                    let #old = ::core::option::Option::and_then(#old, |old| old.get(hit_key));
                    let hit_at = &#runtime::Place::member(hit_at, hit_key);
                    #checks
                }
            },
            _ => quote! {
                for (hit_index, #value) in ::core::iter::Iterator::enumerate(#value.iter()) {
                    let #old = #runtime::derived::none_of(#value);
                    let hit_at = &#runtime::Place::index(hit_at, hit_index);
                    #checks
                }
            },
        }
    }
}

/// A name that only generated code sees.
fn own(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// Whether there is nothing in values of a type, by its name.
fn is_plain(ty: &Type) -> bool {
    match ty {
        Type::Tuple(tuple) => tuple.elems.iter().all(is_plain),
        Type::Array(array) => is_plain(&array.elem),
        Type::Slice(slice) => is_plain(&slice.elem),
        Type::Reference(reference) => is_plain(&reference.elem),
        _ => match named(ty) {
            Some((name, inner)) if inner.is_empty() => matches!(
                name.as_str(),
                "String"
                    | "str"
                    | "bool"
                    | "char"
                    | "f32"
                    | "f64"
                    | "i8"
                    | "i16"
                    | "i32"
                    | "i64"
                    | "i128"
                    | "isize"
                    | "u8"
                    | "u16"
                    | "u32"
                    | "u64"
                    | "u128"
                    | "usize"
            ),
            Some((name, inner)) => {
                matches!(
                    name.as_str(),
                    "Option"
                        | "Box"
                        | "Vec"
                        | "VecDeque"
                        | "HashSet"
                        | "BTreeSet"
                        | "HashMap"
                        | "BTreeMap"
                        | "Rc"
                        | "Arc"
                        | "Cow"
                ) && inner.iter().all(|inner| is_plain(inner))
            }
            None => false,
        },
    }
}

fn has_tuple(ty: &Type) -> bool {
    match ty {
        Type::Tuple(_) => true,
        Type::Array(array) => has_tuple(&array.elem),
        _ => named(ty).is_some_and(|(name, inner)| {
            let known = matches!(
                name.as_str(),
                "Option"
                    | "Box"
                    | "Vec"
                    | "VecDeque"
                    | "HashMap"
                    | "BTreeMap"
                    | "IndexMap"
                    | "Rc"
                    | "Arc"
            );
            known && inner.last().is_some_and(|inner| has_tuple(inner))
        }),
    }
}

/// A name as a token of a JSON Pointer.
pub fn pointer(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
