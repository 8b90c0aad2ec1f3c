//! The two parts of the output: types, and machine code.

use hit_schema::Compiled;
use proc_macro2::TokenStream;
use quote::quote;

use super::{item, literal};
use crate::model::Model;

/// Generated code, item by item.
#[derive(Debug)]
pub struct Emitted {
    /// Definitions of types.
    pub types: Vec<TokenStream>,
    /// Code that reads and writes them.
    pub codec: Vec<TokenStream>,
}

/// Prints the model.
pub fn emit(model: &Model, compiled: &Compiled) -> Emitted {
    let mut types = Vec::new();
    let mut codec = Vec::new();
    for built in &model.items {
        types.push(item::definition(model, compiled, built));
        codec.extend(item::machine(model, built));
    }
    let text = literal::raw(&model.program.to_text());
    codec.push(quote! {
        pub(super) static CHECKS: hit_runtime::check::LazyChecker =
            hit_runtime::check::LazyChecker::new(#text);
    });
    let imports = imports(&types);
    types.insert(0, imports);
    let mut used = codec.clone();
    used.extend(types.clone());
    codec.insert(0, codec_imports(&used));
    Emitted { types, codec }
}

/// Identifiers that occur in the code.
fn mentions(code: &[TokenStream], word: &str) -> bool {
    fn any(stream: TokenStream, word: &str) -> bool {
        stream.into_iter().any(|tree| match tree {
            proc_macro2::TokenTree::Ident(ident) => ident == word,
            proc_macro2::TokenTree::Group(group) => any(group.stream(), word),
            _ => false,
        })
    }
    code.iter().any(|stream| any(stream.clone(), word))
}

fn imports(types: &[TokenStream]) -> TokenStream {
    let value = mentions(types, "Value").then(|| {
        quote!(
            use hit_runtime::Value;
        )
    });
    let map = mentions(types, "BTreeMap").then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    });
    let names = ["Integer", "Maybe", "Never", "Number"];
    let own = names
        .into_iter()
        .filter(|name| mentions(types, name))
        .map(|name| {
            let name = quote::format_ident!("{name}");
            quote!(use hit_runtime::types::#name;)
        });
    quote!(#value #(#own)* #map)
}

fn codec_imports(code: &[TokenStream]) -> TokenStream {
    let dropped = mentions(code, "Dropped").then(|| {
        quote!(
            use hit_runtime::types::Dropped;
        )
    });
    quote! {
        use hit_runtime::decode as rt;
        use hit_runtime::serde;
        #dropped
    }
}
