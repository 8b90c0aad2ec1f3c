//! Rust types of places.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::model::{Model, Repr, Ty};

/// The Rust type.
pub(super) fn ty(model: &Model, place: &Ty) -> TokenStream {
    match place {
        Ty::Json => quote!(Value),
        Ty::Never => quote!(Never),
        Ty::Null => quote!(()),
        Ty::Bool => quote!(bool),
        Ty::Int { repr, .. } => int(*repr),
        Ty::Double(_) => quote!(f64),
        Ty::Number(_) => quote!(Number),
        Ty::Text { .. } => quote!(String),
        Ty::Seq { item, .. } => {
            let item = ty(model, item);
            quote!(Vec<#item>)
        }
        Ty::Map { path, value, .. } => map(path, &ty(model, value)),
        Ty::Option(inner) => {
            let inner = ty(model, inner);
            quote!(Option<#inner>)
        }
        Ty::Boxed(inner) => {
            let inner = ty(model, inner);
            quote!(Box<#inner>)
        }
        Ty::Named(item) => {
            let name = format_ident!("{}", model.items[*item].name);
            quote!(#name)
        }
        Ty::Checked { inner, .. } => ty(model, inner),
        Ty::Foreign { path, .. } => parsed(path),
    }
}

/// A map type: the default one by its short name.
pub(super) fn map(path: &str, value: &TokenStream) -> TokenStream {
    let short = path == "std::collections::BTreeMap";
    let path = if short {
        quote!(BTreeMap)
    } else {
        parsed(path)
    };
    quote!(#path<String, #value>)
}

/// The Rust type of an integer.
pub(super) fn int(repr: Repr) -> TokenStream {
    let ident = match repr {
        Repr::Any => return quote!(Integer),
        Repr::Signed(bits) => format_ident!("i{bits}"),
        Repr::Unsigned(bits) => format_ident!("u{bits}"),
    };
    quote!(#ident)
}

/// A path that configuration checking has found to parse.
fn parsed(path: &str) -> TokenStream {
    path.parse().unwrap_or_default()
}
