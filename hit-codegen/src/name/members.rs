//! Names of fields, arms and words: unique within their type.

use hit_schema::Compiled;
use serde_json::Value;

use super::choose::choose;
use super::ident::{field_ident, spelled, variant_ident};
use super::ordinal::ordinal;
use crate::config::Settings;
use crate::model::{Arm, Extra, ItemKind, Model, Struct, Word};

/// Names the members of all types of the model.
pub(super) fn name(model: &mut Model, compiled: &Compiled, settings: &Settings) {
    for item in &mut model.items {
        match &mut item.kind {
            ItemKind::Struct(body) => fields(body, settings),
            ItemKind::Words(words) => name_words(words),
            ItemKind::Union(union) => arms(&mut union.arms, &item.name, compiled, settings),
            ItemKind::Newtype(_) | ItemKind::Tuple(_) | ItemKind::Pending => {}
        }
    }
}

fn fields(body: &mut Struct, settings: &Settings) {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for field in &body.fields {
        let configured = field
            .origin
            .and_then(|node| settings.name(node))
            .map(field_ident);
        let own = field_ident(&field.wire);
        let mut row: Vec<String> = configured.into_iter().chain([own]).collect();
        row.push(field_ident(&spelled(&field.wire)));
        row.retain(|name| !name.is_empty());
        row.dedup();
        rows.push(row);
    }
    for (pattern, _) in &body.matched {
        let words = field_ident(&pattern.0);
        let mut row = vec![words.clone(), format!("{words}_members")];
        row.push(field_ident(&format!("matching {}", spelled(&pattern.0))));
        row.retain(|name| !name.is_empty() && name.is_ascii() && name != "_members");
        rows.push(row);
    }
    if body.extra.is_some() {
        let names = [
            "extra",
            "extra_members",
            "other_members",
            "all_other_members",
        ];
        rows.push(names.iter().map(|name| (*name).to_owned()).collect());
    }
    let mut names = choose(&rows).into_iter();
    for field in &mut body.fields {
        field.ident = names.next().unwrap_or_default();
    }
    let extras = body
        .matched
        .iter_mut()
        .map(|(_, extra)| extra)
        .chain(&mut body.extra);
    for extra in extras {
        let name = names.next().unwrap_or_default();
        give(extra, name);
    }
}

fn give(extra: &mut Extra, name: String) {
    extra.ident = name;
}

fn name_words(words: &mut [Word]) {
    let row = |word: &Word| {
        let text = match &word.value {
            Value::String(text) => text.clone(),
            Value::Null => "null".to_owned(),
            Value::Number(number) => number
                .to_string()
                .replacen('-', "minus ", 1)
                .replacen('.', " point ", 1),
            Value::Array(items) if items.is_empty() => "empty array".to_owned(),
            Value::Object(members) if members.is_empty() => "empty object".to_owned(),
            other => other.to_string(),
        };
        let mut row = vec![variant_ident(&text), variant_ident(&spelled(&text))];
        row.push(variant_ident(&spelled(&word.value.to_string())));
        row.retain(|name| !name.is_empty());
        row.dedup();
        row
    };
    let rows: Vec<Vec<String>> = words.iter().map(row).collect();
    for (word, name) in words.iter_mut().zip(choose(&rows)) {
        word.ident = name;
    }
}

fn arms(arms: &mut [Arm], parent: &str, compiled: &Compiled, settings: &Settings) {
    let row = |arm: &Arm| {
        let configured = settings.name(arm.origin).map(variant_ident);
        let own = arm.names.iter().map(|name| variant_ident(name));
        let short = arm.names.iter().map(|name| {
            let name = variant_ident(name);
            name.strip_prefix(parent).unwrap_or(&name).to_owned()
        });
        let mut row: Vec<String> = configured.into_iter().collect();
        row.extend(
            short
                .zip(own)
                .map(|(short, own)| if short.is_empty() { own } else { short }),
        );
        row.extend(place(arm, compiled));
        row.retain(|name| !name.is_empty() && !name.starts_with(char::is_numeric));
        row.dedup();
        row
    };
    let rows: Vec<Vec<String>> = arms.iter().map(row).collect();
    for (arm, name) in arms.iter_mut().zip(choose(&rows)) {
        arm.ident = name;
    }
}

/// The arm's own place in words, then its whole pointer.
fn place(arm: &Arm, compiled: &Compiled) -> Vec<String> {
    let pointer = compiled
        .program
        .nodes
        .get(arm.origin as usize)
        .map(|node| &node.pointer);
    let pointer = pointer.map_or("", String::as_str);
    let last = pointer.rsplit('/').next().unwrap_or_default();
    let place = last
        .parse::<usize>()
        .map_or_else(|_| variant_ident(last), ordinal);
    let first = arm
        .names
        .last()
        .map(|name| variant_ident(name))
        .unwrap_or_default();
    vec![
        place.clone(),
        format!("{place}{first}"),
        variant_ident(&spelled(pointer)),
    ]
}
