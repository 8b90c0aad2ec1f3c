//! The two parts of the output: types, and tables.

use std::collections::BTreeSet;

use hit_schema::Compiled;
use proc_macro2::TokenStream;
use quote::quote;

use super::{rules, table, ty, types};
use crate::model::{ItemKind, Model};

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
    let plan = model.rules.as_ref();
    let mut lowered = String::new();
    for (id, item) in model.items.iter().enumerate() {
        definitions.push(types::definition(model, compiled, id));
        let ruled = plan.and_then(|plan| rules::item(model, plan, id));
        tables.push(table::table(model, item, ruled.is_some()));
        if let Some((ruled, functions)) = ruled {
            tables.push(ruled);
            lowered.push_str(&functions);
        }
        if plan.is_some_and(|plan| plan.context == Some(id)) {
            definitions.push(rules::definition(model, id));
            tables.push(rules::implementation(model, id));
        }
    }
    let imports = imports(model);
    definitions.insert(0, imports);
    let checks = table::raw(&model.program.to_text());
    tables.push(format!(
        "static CHECKS: hit_runtime::check::LazyChecker = hit_runtime::check::LazyChecker::new({checks});\n"
    ));
    if !lowered.is_empty() {
        tables.push(rules::functions(&lowered));
    }
    tables.extend(plan.map(rules::statics));
    Emitted {
        types: definitions,
        tables,
    }
}

/// The names that the types of places mention.
fn mentioned(model: &Model) -> BTreeSet<String> {
    let mut texts: Vec<String> = Vec::new();
    for item in &model.items {
        match &item.kind {
            ItemKind::Struct(body) => {
                let fields = body.fields.iter();
                texts.extend(fields.map(|field| types::field_ty(model, field)));
                let matched = body.matched.iter().map(|(_, extra)| extra);
                let kept = matched.chain(&body.extra).filter(|extra| extra.keep);
                texts.extend(kept.map(|extra| ty::map(&extra.path, &ty::ty(model, &extra.ty))));
            }
            ItemKind::Union(union) => {
                texts.extend(union.arms.iter().map(|arm| ty::ty(model, &arm.ty)));
            }
            ItemKind::Newtype(place) => texts.push(ty::ty(model, place)),
            ItemKind::Tuple(tuple) => {
                let places = tuple.places.iter().map(|place| &place.ty);
                texts.extend(places.chain(&tuple.rest).map(|place| ty::ty(model, place)));
            }
            ItemKind::Words(_) | ItemKind::Pending => {}
        }
    }
    let words = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words.map(str::to_owned).collect()
}

fn imports(model: &Model) -> TokenStream {
    let words = mentioned(model);
    let value = words.contains("Value").then(|| {
        quote!(
            use hit_runtime::Value;
        )
    });
    let map = words.contains("BTreeMap").then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    });
    let names = ["Integer", "Maybe", "Never", "Number"];
    let own = names.into_iter().filter(|name| words.contains(*name));
    let own = own.map(|name| {
        let name = quote::format_ident!("{name}");
        quote!(use hit_runtime::types::#name;)
    });
    quote!(#value #(#own)* #map)
}
