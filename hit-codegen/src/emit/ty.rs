//! Rust types of places, as text.

use proc_macro2::TokenStream;

use crate::model::{Model, Repr, Ty};

/// The Rust type.
pub(super) fn ty(model: &Model, place: &Ty) -> String {
    match place {
        Ty::Json => "Value".to_owned(),
        Ty::Never => "Never".to_owned(),
        Ty::Null => "()".to_owned(),
        Ty::Bool => "bool".to_owned(),
        Ty::Int { repr, .. } => int(*repr),
        Ty::Double(_) => "f64".to_owned(),
        Ty::Number(_) => "Number".to_owned(),
        Ty::Text { .. } => "String".to_owned(),
        Ty::Seq { item, .. } => format!("Vec<{}>", ty(model, item)),
        Ty::Map { path, value, .. } => map(path, &ty(model, value)),
        Ty::Option(inner) => format!("Option<{}>", ty(model, inner)),
        Ty::Boxed(inner) => format!("Box<{}>", ty(model, inner)),
        Ty::Named(item) => model.items[*item].name.clone(),
        Ty::Checked { inner, .. } => ty(model, inner),
        Ty::Foreign { path, .. } => path.clone(),
    }
}

/// A map type: the default one by its short name.
pub(super) fn map(path: &str, value: &str) -> String {
    let path = if path == "std::collections::BTreeMap" {
        "BTreeMap"
    } else {
        path
    };
    format!("{path}<String, {value}>")
}

/// The Rust type of an integer.
pub(super) fn int(repr: Repr) -> String {
    match repr {
        Repr::Any => "Integer".to_owned(),
        Repr::Signed(bits) => format!("i{bits}"),
        Repr::Unsigned(bits) => format!("u{bits}"),
    }
}

/// Own text, or text of the configuration that was found to lex, as tokens.
pub(super) fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}
