//! One item's table, and what else it offers.

use hit_runtime::types::Number;
use serde_json::Value;

use super::{checks, codec, literal, new, object, union};
use crate::emit::ty;
use crate::model::{Item, ItemKind, Model, Tuple, Word};

/// The text for an item; `ruled` says whether it has rules.
pub(in crate::emit) fn table(model: &Model, item: &Item, ruled: bool) -> String {
    let (name, lines, more) = match &item.kind {
        ItemKind::Struct(body) => (
            "object",
            object::lines(model, body),
            new::constructor(model, item, body),
        ),
        ItemKind::Words(words) => {
            let (name, lines) = words_lines(words);
            (name, lines, None)
        }
        ItemKind::Union(body) => {
            let (name, lines) = union::lines(model, body);
            (name, lines, union::conversions(model, item, body))
        }
        ItemKind::Newtype(place) => {
            let line = format!(
                "{} => {};",
                ty::ty(model, place),
                codec::codec(model, place)
            );
            ("newtype", vec![line], None)
        }
        ItemKind::Tuple(body) => ("tuple", tuple_lines(model, body), None),
        ItemKind::Pending => return String::new(),
    };
    let mut judged = if item.judged { " checked" } else { "" }.to_owned();
    if ruled {
        judged.push_str(" ruled");
    }
    let lines: String = lines.iter().map(|line| format!("    {line}\n")).collect();
    let table = format!(
        "rt::{name}! {{\n    {}: {}{judged};\n{lines}}}\n",
        item.name, item.node
    );
    match more {
        Some(more) => format!("{table}\n{more}"),
        None => table,
    }
}

fn words_lines(words: &[Word]) -> (&'static str, Vec<String>) {
    let deep = |word: &Word| word.value.is_array() || word.value.is_object();
    let name = if words.iter().all(|word| word.value.is_string()) {
        "words"
    } else if words.iter().any(deep) {
        "constants"
    } else {
        "scalars"
    };
    let line = |word: &Word| {
        let value = match &word.value {
            other if name == "constants" => literal::text(&other.to_string()),
            Value::String(text) => literal::text(text),
            Value::Bool(value) => value.to_string(),
            Value::Number(number) => literal::bound(Number::from_json(number)),
            _ => "()".to_owned(),
        };
        format!("{value} => {},", word.ident)
    };
    (name, words.iter().map(line).collect())
}

fn tuple_lines(model: &Model, tuple: &Tuple) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, place) in tuple.places.iter().enumerate() {
        let presence = if place.required {
            "required"
        } else {
            "optional"
        };
        lines.push(format!(
            "at {at} item_{at}: {presence} {};",
            codec::codec(model, &place.ty)
        ));
    }
    let at = tuple.places.len();
    lines.extend(
        tuple
            .rest
            .iter()
            .map(|rest| format!("rest {at}: {};", codec::codec(model, rest))),
    );
    let counts = checks::counts("items", tuple.min, tuple.max);
    lines.extend(counts.map(|checks| format!("count {checks};")));
    lines
}
