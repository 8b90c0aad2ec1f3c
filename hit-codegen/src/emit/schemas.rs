//! Types as `schemars::JsonSchema`: the schemas that they were generated from.

use std::fmt::Write;

use hit_schema::{Compiled, SourceId, bundle, bundled_as, uri};

use super::table::{raw, text};
use crate::config::Schemars;
use crate::model::{Item, Model};

/// The documents, and the place of each type in one of them. `alone` are the entries, each
/// without the others.
pub(crate) fn schemas(model: &Model, alone: &[Compiled], wanted: &Schemars) -> String {
    let gate = match wanted {
        Schemars::Always(false) => return String::new(),
        Schemars::Always(true) => String::new(),
        Schemars::Feature(feature) => format!("#[cfg(feature = {})]\n", text(feature)),
    };
    let documents = documents(model, alone);
    let (mut statics, mut lines) = (String::new(), String::new());
    for item in &model.items {
        if let Some((document, place)) = placed(model, item, &documents) {
            let _ = writeln!(
                lines,
                "    {}: {} {} {};",
                item.name,
                document.name,
                text(&document.base),
                text(&place)
            );
        }
    }
    for document in &documents {
        let _ = writeln!(
            statics,
            "\n{gate}static {}: &str = {};",
            document.name,
            raw(&document.text)
        );
    }
    format!("{gate}hit_runtime::json_schemas! {{\n{lines}}}\n{statics}")
}

/// A document that types refer to.
struct Document<'c> {
    /// The name of its text.
    name: String,
    /// With all that it refers to.
    text: String,
    /// Its URI.
    base: String,
    compiled: &'c Compiled,
    source: SourceId,
}

/// The documents of the roots, each once.
fn documents<'c>(model: &Model, alone: &'c [Compiled]) -> Vec<Document<'c>> {
    let mut documents: Vec<Document<'c>> = Vec::new();
    for (compiled, typed) in alone.iter().zip(&model.roots) {
        let item = &model.items[typed.item];
        let root = compiled.roots.first().map(|root| root.node as usize);
        let Some(info) = root.and_then(|root| compiled.info.get(root)) else {
            continue;
        };
        let source = info.origin.source;
        let named = bundled_as(compiled, 0, source).filter(|uri| uri::is_absolute(uri));
        let base = named.map_or_else(|| format!("schema:///{}", item.name), str::to_owned);
        let document = bundle(compiled, 0).map(|text| Document {
            name: format!("SCHEMA_OF_{}", screaming(&item.name)),
            text: compact(&text),
            base: base.trim_end_matches('#').to_owned(),
            compiled,
            source,
        });
        let known = |new: &Document<'_>| documents.iter().any(|it| it.text == new.text);
        documents.extend(document.filter(|new| !known(new)));
    }
    documents
}

/// The document that holds a type, and the URI of its place; empty for the document itself.
fn placed<'d>(
    model: &Model,
    item: &Item,
    documents: &'d [Document<'_>],
) -> Option<(&'d Document<'d>, String)> {
    let node = model.program.nodes.get(item.node as usize)?;
    let name = model.program.sources.get(node.source as usize)?;
    let fragment = uri::percent_encode_path(node.pointer.as_str());
    if let Some(document) = documents
        .iter()
        .find(|it| it.source(name) == Some(it.source))
    {
        let place = match fragment.is_empty() {
            true => String::new(),
            false => format!("{}#{fragment}", document.base),
        };
        return Some((document, place));
    }
    documents.iter().find_map(|document| {
        let called = bundled_as(document.compiled, 0, document.source(name)?)?;
        let place = uri::resolve(&document.base, called.trim_end_matches('#'));
        Some((document, format!("{place}#{fragment}")))
    })
}

impl Document<'_> {
    /// A document of the model among those of this one.
    fn source(&self, name: &str) -> Option<SourceId> {
        let mut sources = self.compiled.sources.iter();
        sources.find(|(_, it)| it.name == name).map(|(id, _)| id)
    }
}

/// JSON without blanks between its tokens, which is as it is otherwise.
fn compact(json: &str) -> String {
    let (mut out, mut in_string, mut escaped) = (String::new(), false, false);
    for c in json.chars() {
        if in_string || !c.is_ascii_whitespace() {
            out.push(c);
        }
        in_string = match c {
            '"' if !escaped => !in_string,
            _ => in_string,
        };
        escaped = in_string && c == '\\' && !escaped;
    }
    out
}

fn screaming(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_uppercase());
    }
    out
}
