//! The two parts of the output: types, and tables.

use hit_schema::Compiled;
use proc_macro2::TokenStream;
use quote::quote;

use super::{table, types};
use crate::model::Model;

/// Generated code, item by item.
#[derive(Debug)]
pub struct Emitted {
    /// Definitions of types.
    pub types: Vec<TokenStream>,
    /// Tables that read and write them.
    pub tables: Vec<String>,
}

/// Prints the model.
pub fn emit(model: &Model, compiled: &Compiled) -> Emitted {
    let mut definitions = Vec::new();
    let mut tables = Vec::new();
    for item in &model.items {
        definitions.push(types::definition(model, compiled, item));
        tables.push(table::table(model, item));
    }
    let imports = imports(&definitions);
    definitions.insert(0, imports);
    let checks = table::raw(&model.program.to_text());
    tables.push(format!(
        "static CHECKS: hit_runtime::check::LazyChecker = hit_runtime::check::LazyChecker::new({checks});\n"
    ));
    Emitted {
        types: definitions,
        tables,
    }
}

fn imports(types: &[TokenStream]) -> TokenStream {
    let mentioned = |word: &str| types.iter().any(|stream| mentions(stream.clone(), word));
    let value = mentioned("Value").then(|| {
        quote!(
            use hit_runtime::Value;
        )
    });
    let map = mentioned("BTreeMap").then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    });
    let names = ["Integer", "Maybe", "Never", "Number"];
    let own = names
        .into_iter()
        .filter(|name| mentioned(name))
        .map(|name| {
            let name = quote::format_ident!("{name}");
            quote!(use hit_runtime::types::#name;)
        });
    quote!(#value #(#own)* #map)
}

fn mentions(stream: TokenStream, word: &str) -> bool {
    stream.into_iter().any(|tree| match tree {
        proc_macro2::TokenTree::Ident(ident) => ident == word,
        proc_macro2::TokenTree::Group(group) => mentions(group.stream(), word),
        _ => false,
    })
}
