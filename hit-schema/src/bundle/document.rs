//! A root document with the others inside.

use std::collections::BTreeSet;

use hit_runtime::json::{Member, Node};

use super::print::{close, next, quoted, value};
use crate::compiled::{Compiled, Document};
use crate::dialect::Draft;
use crate::metaschema;
use crate::source::{Source, SourceId};
use crate::uri;

/// The document of a root as one text that needs no other: those it refers to
/// stand in its `$defs` (`definitions` up to draft 7), each under its URI. No
/// reference is changed. The meta-schemas of the drafts stay outside.
///
/// `None` where there is no such root.
pub fn bundle(compiled: &Compiled, root: usize) -> Option<String> {
    Bundle::of(compiled, root)?.print()
}

/// What a document is called in the [`bundle`] of a root: a reference that holds there. Empty
/// for the root's own document without an identifier.
///
/// `None` where it is not in the bundle.
pub fn bundled_as(compiled: &Compiled, root: usize, source: SourceId) -> Option<&str> {
    let bundle = Bundle::of(compiled, root)?;
    let own = bundle.own;
    if own.source == source {
        let found = &compiled.sources.get(source)?.uri;
        return Some(if *found == own.uri { "" } else { &own.uri });
    }
    let document = bundle.others.iter().find(|it| it.source == source)?;
    Some(reference(compiled, own, document))
}

struct Bundle<'a> {
    compiled: &'a Compiled,
    own: &'a Document,
    others: Vec<&'a Document>,
}

impl<'a> Bundle<'a> {
    fn of(compiled: &'a Compiled, root: usize) -> Option<Self> {
        let root = compiled.roots.get(root)?;
        let source = compiled
            .info
            .get(usize::try_from(root.node).ok()?)?
            .origin
            .source;
        let documents = &compiled.places.documents;
        let own = documents
            .iter()
            .find(|document| document.source == source)?;
        let others = documents.iter().filter(|document| {
            document.source != source && document.used && metaschema::text(&document.uri).is_none()
        });
        Some(Self {
            compiled,
            own,
            others: others.collect(),
        })
    }

    fn print(&self) -> Option<String> {
        let source = self.compiled.sources.get(self.own.source)?;
        let tree = source.tree.as_ref()?;
        let mut out = String::new();
        match tree.as_object() {
            Some(members) if !self.others.is_empty() => self.root(&mut out, members, source),
            _ => value(&mut out, tree, &source.text, 0),
        }
        out.push('\n');
        Some(out)
    }

    /// The root document: its own members, with the others among its definitions.
    fn root(&self, out: &mut String, members: &[Member], source: &Source) {
        let keyword = match self.own.draft {
            Draft::Draft201909 | Draft::Draft202012 | Draft::V1 => "$defs",
            _ => "definitions",
        };
        out.push('{');
        let mut placed = false;
        for (index, member) in members.iter().enumerate() {
            next(out, index, 1);
            out.push_str(&format!("{}: ", quoted(&member.name)));
            if member.name == keyword {
                placed = true;
                self.definitions(out, member.value.as_object().unwrap_or_default(), source);
            } else {
                value(out, &member.value, &source.text, 1);
            }
        }
        if !placed {
            next(out, members.len(), 1);
            out.push_str(&format!("{}: ", quoted(keyword)));
            self.definitions(out, &[], source);
        }
        close(out, '}', 0);
    }

    fn definitions(&self, out: &mut String, members: &[Member], source: &Source) {
        out.push('{');
        let mut names = BTreeSet::new();
        for (index, member) in members.iter().enumerate() {
            next(out, index, 2);
            out.push_str(&format!("{}: ", quoted(&member.name)));
            value(out, &member.value, &source.text, 2);
            names.insert(member.name.clone());
        }
        for document in &self.others {
            let uri = reference(self.compiled, self.own, document);
            let mut name = uri.to_owned();
            while names.contains(&name) {
                name.push('\'');
            }
            next(out, names.len(), 2);
            out.push_str(&format!("{}: ", quoted(&name)));
            self.embedded(out, document, uri);
            names.insert(name);
        }
        close(out, '}', 1);
    }

    fn embedded(&self, out: &mut String, document: &Document, uri: &str) {
        let Some(source) = self.compiled.sources.get(document.source) else {
            return;
        };
        let Some(tree) = &source.tree else { return };
        let id = document.draft.id_keyword();
        let named = tree.get("$schema").and_then(Node::as_str);
        let dialect = named.map_or_else(|| document.draft.schema(), str::to_owned);
        let mut entries = vec![
            (quoted(id), quoted(uri)),
            (quoted("$schema"), quoted(&dialect)),
        ];
        match tree.as_object() {
            Some(members) => {
                for member in members
                    .iter()
                    .filter(|m| m.name != id && m.name != "$schema")
                {
                    let mut text = String::new();
                    value(&mut text, &member.value, &source.text, 3);
                    entries.push((quoted(&member.name), text));
                }
            }
            None if tree.as_bool() == Some(false) => {
                entries.push((quoted("not"), "{}".to_owned()));
            }
            None => {}
        }
        out.push('{');
        for (index, (name, text)) in entries.iter().enumerate() {
            next(out, index, 3);
            out.push_str(&format!("{name}: {text}"));
        }
        close(out, '}', 2);
    }
}

/// What a document is called within the bundle. Without an identifier of
/// its own the root may lie anywhere, and so may what lies beside it.
fn reference<'d>(compiled: &Compiled, own: &Document, document: &'d Document) -> &'d str {
    let found = compiled.sources.get(own.source).map(|source| &source.uri);
    match found {
        Some(found) if *found == own.uri => uri::relative(found, &document.uri),
        _ => &document.uri,
    }
}
