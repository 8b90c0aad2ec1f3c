//! Parameters of the type, in the impls.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericParam, Generics, Lifetime, parse_quote};

use crate::ast::Container;

/// The context of the rules of a type.
pub fn context(container: &Container, runtime: &TokenStream) -> TokenStream {
    match &container.rules.context {
        Some(ty) => quote!(#ty),
        None => quote!(#runtime::NoContext),
    }
}

/// The parameters for `impl Validate`: what a parameter stands for can be validated in the same context.
pub fn validated(container: &Container, runtime: &TokenStream) -> Generics {
    let context = context(container, runtime);
    let mut generics = container.generics.clone();
    let params: Vec<_> = generics
        .type_params()
        .map(|param| param.ident.clone())
        .collect();
    let clause = generics.make_where_clause();
    for param in params {
        clause
            .predicates
            .push(parse_quote!(#param: #runtime::Validate<Context = #context>));
    }
    generics
}

/// The parameters with one more lifetime in front, `'hit`, which all others outlive.
pub fn borrowed(container: &Container) -> (Generics, Lifetime) {
    let lifetime: Lifetime = parse_quote!('hit);
    let mut generics = container.generics.clone();
    let bounds: Vec<syn::WherePredicate> = generics
        .params
        .iter()
        .filter_map(|param| match param {
            GenericParam::Type(param) => {
                let ident = &param.ident;
                Some(parse_quote!(#ident: #lifetime))
            }
            GenericParam::Lifetime(param) => {
                let name = &param.lifetime;
                Some(parse_quote!(#name: #lifetime))
            }
            GenericParam::Const(_) => None,
        })
        .collect();
    for param in generics.type_params_mut() {
        param.default = None;
    }
    generics.params.insert(0, parse_quote!(#lifetime));
    generics.make_where_clause().predicates.extend(bounds);
    (generics, lifetime)
}
