//! How a place is read: a codec as an expression.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{checks, literal, ty};
use crate::model::{Model, Ty};

/// The codec of a place.
pub(super) fn codec(model: &Model, place: &Ty) -> TokenStream {
    match place {
        Ty::Json => quote!(rt::any()),
        Ty::Never => quote!(rt::never()),
        Ty::Null => quote!(rt::null()),
        Ty::Bool => quote!(rt::boolean()),
        Ty::Int {
            repr,
            literal,
            checks,
        } => {
            let int = ty::int(*repr);
            let checks = checks::numbers(checks, &int);
            let name = format_ident!(
                "{}",
                if *literal {
                    "literal_integer"
                } else {
                    "integer"
                }
            );
            quote!(rt::#name(#checks))
        }
        Ty::Double(checks) => {
            let checks = checks::numbers(checks, &quote!(f64));
            quote!(rt::double(#checks))
        }
        Ty::Number(checks) => {
            let checks = checks::numbers(checks, &quote!(Number));
            quote!(rt::number(#checks))
        }
        Ty::Text { checks, .. } => {
            let checks = checks::strings(checks);
            quote!(rt::text(#checks))
        }
        Ty::Seq {
            item,
            min,
            max,
            unique,
        } => seq(model, item, (*min, *max), *unique),
        Ty::Map {
            path,
            value,
            names,
            min,
            max,
        } => {
            let out = ty::map(path, &ty::ty(model, value));
            let value = codec(model, value);
            let names = checks::names(names);
            let count = checks::properties(*min, *max);
            quote!(rt::map::<#out, _, _, _>(#value, #names, #count))
        }
        Ty::Option(inner) => {
            let inner = codec(model, inner);
            quote!(rt::nullable(#inner))
        }
        Ty::Boxed(inner) => {
            let inner = codec(model, inner);
            quote!(rt::boxed(#inner))
        }
        Ty::Named(item) => {
            let name = format_ident!("{}", model.items[*item].name);
            quote!(rt::of::<#name>())
        }
        Ty::Checked { node, inner } => {
            let node = literal::node(*node);
            let inner = codec(model, inner);
            quote!(rt::checked(&CHECKS, #node, #inner))
        }
        Ty::Foreign {
            text: Some(checks), ..
        } => {
            let out = ty::ty(model, place);
            let checks = checks::strings(checks);
            quote!(rt::foreign_text::<#out, _>(#checks))
        }
        Ty::Foreign { node, .. } => {
            let out = ty::ty(model, place);
            let node = literal::node(*node);
            quote!(rt::foreign::<#out>(&CHECKS, #node))
        }
    }
}

fn seq(
    model: &Model,
    item: &Ty,
    (min, max): (Option<u64>, Option<u64>),
    unique: bool,
) -> TokenStream {
    let item = codec(model, item);
    let count = checks::items(min, max);
    let seq = quote!(rt::seq(#item, #count));
    if unique {
        quote!(rt::unique_seq(#seq))
    } else {
        seq
    }
}
