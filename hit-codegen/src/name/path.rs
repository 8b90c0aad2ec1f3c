//! Names from places: what a pointer says in words.

use super::ident::{part, type_ident};
use super::ordinal::ordinal;

/// A step of a pointer that has something to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A definition: it starts a name of its own.
    Definition(String),
    /// Anything else: it is appended to the name before it.
    Part(String),
}

/// The steps of an escaped JSON Pointer.
pub(super) fn steps(pointer: &str) -> Vec<Step> {
    let unescape = |token: &str| token.replace("~1", "/").replace("~0", "~");
    let tokens: Vec<String> = pointer.split('/').skip(1).map(unescape).collect();
    let mut steps = Vec::new();
    let mut tokens = tokens.iter().map(String::as_str);
    while let Some(token) = tokens.next() {
        let step = match token {
            "$defs" | "definitions" => tokens.next().map(|name| Step::Definition(name.to_owned())),
            "properties" | "dependentSchemas" | "dependencies" => {
                tokens.next().map(|name| Step::Part(name.to_owned()))
            }
            "patternProperties" => tokens.next().map(|_| Step::Part("Value".to_owned())),
            "additionalProperties" | "unevaluatedProperties" => {
                Some(Step::Part("Value".to_owned()))
            }
            "items" | "additionalItems" | "unevaluatedItems" | "contains" => {
                Some(Step::Part("Item".to_owned()))
            }
            "prefixItems" => tokens.next().map(place),
            "anyOf" | "oneOf" | "allOf" | "type" | "extends" | "disallow" => {
                tokens.next().map(place)
            }
            "propertyNames" => Some(Step::Part("Name".to_owned())),
            other => match other.parse::<usize>() {
                Ok(_) => Some(place(other)),
                Err(_) => Some(Step::Part(other.to_owned())),
            },
        };
        steps.extend(step);
    }
    steps
}

fn place(token: &str) -> Step {
    Step::Part(token.parse().map_or_else(|_| token.to_owned(), ordinal))
}

/// The name of a document: its file name without extensions.
pub(super) fn stem(document: &str) -> String {
    let path = document.split(['?', '#']).next().unwrap_or(document);
    let mut parts = path.trim_end_matches('/').rsplit('/');
    let file = parts.next().unwrap_or_default();
    let stem = file
        .split('.')
        .find(|part| !part.is_empty())
        .unwrap_or("root");
    match stem {
        "schema" => parts
            .next()
            .filter(|folder| !folder.is_empty())
            .unwrap_or(stem)
            .to_owned(),
        stem => stem.to_owned(),
    }
}

/// The name that a place gives: from its last definition, or from the document.
///
/// ```
/// assert_eq!(hit_codegen::place_name("play.schema.json", "/properties/ranges/items"), "PlayRangesItem");
/// assert_eq!(hit_codegen::place_name("play.schema.json", "/$defs/Range/properties/start"), "RangeStart");
/// ```
pub fn place_name(document: &str, pointer: &str) -> String {
    let steps = steps(pointer);
    let from = steps
        .iter()
        .rposition(|step| matches!(step, Step::Definition(_)));
    let mut name = String::new();
    if from.is_none() {
        name.push_str(&words(&stem(document)));
    }
    for step in &steps[from.unwrap_or(0)..] {
        let (Step::Definition(text) | Step::Part(text)) = step;
        name.push_str(&words(text));
    }
    if name.is_empty() {
        "Root".to_owned()
    } else {
        type_ident(&name)
    }
}

/// The name with everything around it: document and all steps.
pub(super) fn full_name(document: &str, pointer: &str) -> String {
    let mut name = words(&stem(document));
    for step in steps(pointer) {
        let (Step::Definition(text) | Step::Part(text)) = step;
        name.push_str(&words(&text));
    }
    type_ident(&name)
}

/// A key in words, the empty one too.
fn words(text: &str) -> String {
    if text.is_empty() {
        "Empty".to_owned()
    } else {
        part(text)
    }
}
