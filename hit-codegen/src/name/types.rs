//! Names of types: the shortest candidate that nobody else claims. Where two
//! claim the same, both take the next, longer one.

use hit_runtime::check::NodeId;
use hit_schema::Compiled;

use super::choose::choose;
use super::ident::{part, spelled, type_ident};
use super::ordinal::ordinal;
use super::path::{full_name, place_name, steps};
use crate::config::Settings;
use crate::model::{Item, Model};

/// Longest title that makes a name.
const MAX_TITLE: usize = 40;
/// Most words of a title that makes a name.
const MAX_WORDS: usize = 4;

/// Names all types of the model.
pub(super) fn name(model: &mut Model, compiled: &Compiled, settings: &Settings) {
    let candidates: Vec<Vec<String>> = model
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let mut names = candidates(item, compiled, settings);
            // Two types of one subschema and one check: their order is the schema's.
            let last = names.last().map(|name| format!("{name}{}", ordinal(at)));
            names.extend(last);
            names
        })
        .collect();
    for (item, name) in model.items.iter_mut().zip(choose(&candidates)) {
        item.name = name;
    }
}

/// Names for a type, best first; the last one is nobody else's.
fn candidates(item: &Item, compiled: &Compiled, settings: &Settings) -> Vec<String> {
    let (document, pointer) = place(compiled, item.origin);
    let mut names = Vec::new();
    if let Some(name) = settings.name(item.origin) {
        names.push(type_ident_of(name));
    } else {
        let is_definition = matches!(
            steps(pointer).last(),
            Some(super::path::Step::Definition(_))
        );
        if !is_definition && !pointer.is_empty() {
            names.extend(title(compiled, item.origin));
        }
        names.push(place_name(document, pointer));
    }
    if pointer.ends_with("/x-rules-context") && settings.name(item.origin).is_none() {
        names.insert(0, "RulesContext".to_owned());
    }
    if pointer.is_empty() {
        names.extend(title(compiled, item.origin));
        names.push(format!("{}Document", place_name(document, pointer)));
    }
    names.push(full_name(document, pointer));
    names.push(type_ident(&spelled(&format!("{document}#{pointer}"))));
    let suffix = part(&item.suffix);
    let suffixed = |name: String| format!("{name}{suffix}");
    let mut names: Vec<String> = names.into_iter().map(suffixed).collect();
    names.push(type_ident(&spelled(&format!(
        "{document}#{pointer} node {}",
        item.node
    ))));
    names.retain(|name| !name.is_empty());
    names.dedup();
    names
}

fn type_ident_of(name: &str) -> String {
    if super::is_type_name(name) {
        name.to_owned()
    } else {
        type_ident(name)
    }
}

fn place(compiled: &Compiled, node: NodeId) -> (&str, &str) {
    let Some(node) = compiled.program.nodes.get(node as usize) else {
        return ("", "");
    };
    let document = compiled.program.sources.get(node.source as usize);
    (document.map_or("", String::as_str), &node.pointer)
}

/// The title, where it reads like a name.
fn title(compiled: &Compiled, node: NodeId) -> Option<String> {
    let title = compiled.info.get(node as usize)?.title.as_deref()?;
    let short = title.len() <= MAX_TITLE && title.split_whitespace().count() <= MAX_WORDS;
    let name = type_ident(title);
    (short && !name.is_empty() && name.is_ascii()).then_some(name)
}
