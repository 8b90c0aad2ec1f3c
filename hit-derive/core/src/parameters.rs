//! The parameters of a type, as impls repeat them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{ConstParam, GenericParam, Generics, TypeParam};

/// Parameters and what is asked of them.
#[derive(Clone)]
pub struct Parameters {
    list: Vec<Parameter>,
    predicates: Vec<TokenStream>,
}

#[derive(Clone)]
struct Parameter {
    kind: Kind,
    /// `T`, `'a`
    name: TokenStream,
    /// `T: Bound`, `const N: usize`: without a default, which impls must not have.
    declared: TokenStream,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Lifetime,
    Type,
    Const,
}

impl Parameters {
    /// Those that are written.
    pub fn of(generics: &Generics) -> Self {
        let clause = generics.where_clause.iter();
        let predicates = clause.flat_map(|clause| &clause.predicates);
        Self {
            list: generics.params.iter().map(parameter).collect(),
            predicates: predicates.map(ToTokens::to_token_stream).collect(),
        }
    }

    /// The parameters that are types.
    pub fn types(&self) -> impl Iterator<Item = &TokenStream> {
        let types = self.list.iter().filter(|it| it.kind == Kind::Type);
        types.map(|it| &it.name)
    }

    /// The parameters that can have a shorter life: types and lifetimes.
    pub fn living(&self) -> impl Iterator<Item = &TokenStream> {
        let living = self.list.iter().filter(|it| it.kind != Kind::Const);
        living.map(|it| &it.name)
    }

    /// Asks something more.
    pub fn ask(&mut self, predicate: TokenStream) {
        self.predicates.push(predicate);
    }

    /// One more lifetime, in front.
    pub fn outlive(&mut self, lifetime: TokenStream) {
        let parameter = Parameter {
            kind: Kind::Lifetime,
            name: lifetime.clone(),
            declared: lifetime,
        };
        self.list.insert(0, parameter);
    }

    /// Behind `impl` or a name that is declared, behind a name that is used, and `where`.
    pub fn split(&self) -> [TokenStream; 3] {
        let (list, predicates) = (&self.list, &self.predicates);
        let (declared, names) = (
            list.iter().map(|it| &it.declared),
            list.iter().map(|it| &it.name),
        );
        let clause = match predicates.is_empty() {
            true => TokenStream::new(),
            false => quote!(where #(#predicates,)*),
        };
        match list.is_empty() {
            true => [TokenStream::new(), TokenStream::new(), clause],
            false => [quote!(<#(#declared),*>), quote!(<#(#names),*>), clause],
        }
    }
}

fn parameter(param: &GenericParam) -> Parameter {
    match param {
        GenericParam::Lifetime(param) => Parameter {
            kind: Kind::Lifetime,
            name: param.lifetime.to_token_stream(),
            declared: param.to_token_stream(),
        },
        GenericParam::Type(param) => {
            let TypeParam {
                attrs,
                ident,
                colon_token,
                bounds,
                ..
            } = param;
            Parameter {
                kind: Kind::Type,
                name: quote!(#ident),
                declared: quote!(#(#attrs)* #ident #colon_token #bounds),
            }
        }
        GenericParam::Const(param) => {
            let ConstParam {
                attrs,
                const_token,
                ident,
                colon_token,
                ty,
                ..
            } = param;
            Parameter {
                kind: Kind::Const,
                name: quote!(#ident),
                declared: quote!(#(#attrs)* #const_token #ident #colon_token #ty),
            }
        }
    }
}
