//! Unions.

use hit_schema::Compiled;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::{docs, ty};
use crate::model::{Arm, Model, Ty, Union};

/// The arms, as a person reads them.
pub(super) fn body(model: &Model, compiled: &Compiled, union: &Union) -> TokenStream {
    let arms = union.arms.iter().map(|arm| {
        let mut lines = first_line(compiled, arm);
        if lines.is_empty() {
            lines.push(fallback(arm));
        }
        if !matches!(arm.ty, Ty::Named(_) | Ty::Boxed(_)) {
            lines.extend(docs::constraints(&arm.ty));
        }
        let docs = docs::attributes(&lines);
        let name = format_ident!("{}", arm.ident);
        let ty = ty::tokens(&ty::ty(model, &arm.ty));
        quote!(#docs #name(#ty),)
    });
    quote!({ #(#arms)* })
}

/// The arm's own title or the beginning of its description.
fn first_line(compiled: &Compiled, arm: &Arm) -> Vec<String> {
    let Some(node) = arm.documented else {
        return Vec::new();
    };
    let info = compiled.info.get(node as usize);
    let text = info.and_then(|info| info.title.as_deref().or(info.description.as_deref()));
    text.map(docs::sentence).into_iter().collect()
}

fn fallback(arm: &Arm) -> String {
    match arm.tags.as_slice() {
        [] => docs::code(&arm.ident),
        tags => tags
            .iter()
            .map(|tag| docs::code(tag))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
