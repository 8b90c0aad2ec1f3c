//! What a schema says about one value, its references and some of its
//! alternatives included: a guess, not a proof.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::Dice;

/// The keywords of several schemas that the same value has to match.
#[derive(Default)]
pub(super) struct Merged<'s> {
    schemas: Vec<&'s Map<String, Value>>,
}

/// Schemas looked at for one value, at most.
const MOST: usize = 12;

impl<'s> Merged<'s> {
    /// Follows references below `root`, and one alternative of each choice.
    pub(super) fn new(root: &'s Value, schema: &'s Value, dice: &mut Dice) -> Self {
        let mut merged = Self::default();
        merged.add(root, schema, dice);
        merged
    }

    fn add(&mut self, root: &'s Value, schema: &'s Value, dice: &mut Dice) {
        let Value::Object(members) = schema else {
            return;
        };
        if self.schemas.len() >= MOST
            || self
                .schemas
                .iter()
                .any(|other| std::ptr::eq(*other, members))
        {
            return;
        }
        self.schemas.push(members);
        for name in ["$ref", "$dynamicRef", "$recursiveRef"] {
            if let Some(target) = members
                .get(name)
                .and_then(|target| find(root, target.as_str()?))
            {
                self.add(root, target, dice);
            }
        }
        for (name, value) in members {
            match (name.as_str(), value) {
                ("allOf" | "extends", Value::Array(all)) => {
                    all.iter().for_each(|one| self.add(root, one, dice))
                }
                ("anyOf" | "oneOf", Value::Array(all)) if !all.is_empty() => {
                    let one = dice.pick(all);
                    self.add(root, one, dice);
                }
                ("extends", one) => self.add(root, one, dice),
                ("if" | "then" | "else" | "$defs", one) if dice.one_in(2) => {
                    self.add(root, one, dice)
                }
                _ => {}
            }
        }
    }

    /// The values of a keyword.
    pub(super) fn all<'m>(&'m self, name: &'m str) -> impl Iterator<Item = &'s Value> + 'm {
        self.schemas
            .iter()
            .filter_map(move |schema| schema.get(name))
    }

    /// The schemas that speak of a member.
    pub(super) fn member(&self, name: &str) -> Option<&'s Value> {
        let named = self
            .all("properties")
            .find_map(|properties| properties.get(name));
        named.or_else(|| {
            self.all("additionalProperties")
                .find(|other| other.is_object())
        })
    }

    /// The types named, in all lists.
    pub(super) fn types(&self) -> Vec<&'s str> {
        let mut types = Vec::new();
        for value in self.all("type") {
            match value {
                Value::String(one) => types.push(one.as_str()),
                Value::Array(several) => types.extend(several.iter().filter_map(Value::as_str)),
                _ => {}
            }
        }
        types
    }
}

/// Where a reference leads: pointers, anchors and identifiers of one document.
fn find<'s>(root: &'s Value, target: &str) -> Option<&'s Value> {
    if let Some(pointer) = target.strip_prefix('#')
        && (pointer.is_empty() || pointer.starts_with('/'))
    {
        let pointer: Cow<'_, str> = match pointer.contains('%') {
            true => pointer.replace("%25", "%").into(),
            false => pointer.into(),
        };
        return root.pointer(&pointer);
    }
    let name = target.trim_start_matches('#');
    let folders = ["$defs", "definitions"];
    let definitions = folders
        .iter()
        .filter_map(|folder| root.get(folder)?.as_object());
    let named = |schema: &&Value| {
        let keywords = ["$anchor", "$dynamicAnchor", "$id", "id"];
        keywords.iter().any(|keyword| {
            let text = schema.get(keyword).and_then(Value::as_str);
            text.is_some_and(|text| text.trim_start_matches('#') == name)
        })
    };
    definitions.flat_map(|all| all.values()).find(named)
}
