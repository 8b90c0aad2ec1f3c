//! Making a document along a schema.

use serde_json::{Map, Number, Value, json};

use super::merged::Merged;
use super::strings::string;
use crate::schema::words;
use crate::{Dice, Literals};

/// Makes documents along a schema. Many are accepted, and most of the others
/// are refused for one reason.
pub struct Conform<'s> {
    root: &'s Value,
    literals: &'s Literals,
}

/// Levels of a made document.
const DEPTH: usize = 4;

impl<'s> Conform<'s> {
    /// For a schema and what it says literally.
    pub fn new(root: &'s Value, literals: &'s Literals) -> Self {
        Self { root, literals }
    }

    /// A document.
    pub fn document(&self, dice: &mut Dice) -> Value {
        self.value(self.root, DEPTH, dice)
    }

    fn value(&self, schema: &'s Value, depth: usize, dice: &mut Dice) -> Value {
        if depth == 0 || dice.one_in(24) {
            return words::value(dice, 1);
        }
        let merged = Merged::new(self.root, schema, dice);
        if let Some(constant) = constant(&merged, dice) {
            return constant;
        }
        match self.kind(&merged, dice) {
            "object" => self.object(&merged, depth, dice),
            "array" => self.array(&merged, depth, dice),
            "string" => string(&merged, self.literals, dice).into(),
            "integer" | "number" => Value::Number(self.number(&merged, dice)),
            "boolean" => Value::Bool(dice.one_in(2)),
            "null" => Value::Null,
            _ => words::value(dice, 2),
        }
    }

    /// The type of value that the schema says most about.
    fn kind(&self, merged: &Merged<'s>, dice: &mut Dice) -> &'s str {
        let types = merged.types();
        if !types.is_empty() && !dice.one_in(12) {
            return dice.pick::<&str>(&types);
        }
        let hints: &[(&str, &[&str])] = &[
            (
                "object",
                &[
                    "properties",
                    "required",
                    "additionalProperties",
                    "patternProperties",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                    "dependencies",
                    "dependentRequired",
                    "dependentSchemas",
                    "unevaluatedProperties",
                ],
            ),
            (
                "array",
                &[
                    "items",
                    "prefixItems",
                    "contains",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "unevaluatedItems",
                    "additionalItems",
                ],
            ),
            (
                "string",
                &[
                    "pattern",
                    "minLength",
                    "maxLength",
                    "format",
                    "contentEncoding",
                ],
            ),
            (
                "number",
                &[
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                    "divisibleBy",
                ],
            ),
        ];
        let said = |names: &[&str]| names.iter().any(|name| merged.all(name).next().is_some());
        let kinds: Vec<&str> = hints
            .iter()
            .filter(|(_, names)| said(names))
            .map(|(kind, _)| *kind)
            .collect();
        match kinds.is_empty() {
            true => "any",
            false => dice.pick::<&str>(&kinds),
        }
    }

    fn object(&self, merged: &Merged<'s>, depth: usize, dice: &mut Dice) -> Value {
        let mut names: Vec<String> = Vec::new();
        for required in merged.all("required").filter_map(Value::as_array) {
            names.extend(required.iter().filter_map(Value::as_str).map(str::to_owned));
        }
        for properties in merged.all("properties").filter_map(Value::as_object) {
            let some = properties.keys().filter(|_| !dice.one_in(3));
            names.extend(some.take(20).cloned());
        }
        for _ in 0..dice.below(3) {
            names.push(match dice.one_in(2) && !self.literals.texts.is_empty() {
                true => dice.pick(&self.literals.texts).clone(),
                false => dice.word(words::NAMES),
            });
        }
        if dice.one_in(6) && !names.is_empty() {
            let gone = dice.below(names.len());
            names.remove(gone);
        }
        let mut members = Map::new();
        for name in names {
            let value = match merged.member(&name) {
                Some(schema) => self.value(schema, depth - 1, dice),
                None => words::value(dice, 1),
            };
            members.insert(name, value);
        }
        Value::Object(members)
    }

    fn array(&self, merged: &Merged<'s>, depth: usize, dice: &mut Dice) -> Value {
        let mut places: Vec<&'s Value> = Vec::new();
        for tuple in ["prefixItems", "items"]
            .into_iter()
            .flat_map(|name| merged.all(name))
            .filter_map(Value::as_array)
        {
            places = tuple.iter().collect();
        }
        let mut rest: Vec<&'s Value> = ["items", "additionalItems", "contains", "unevaluatedItems"]
            .into_iter()
            .flat_map(|name| merged.all(name))
            .collect();
        rest.retain(|schema| schema.is_object());
        let least = merged
            .all("minItems")
            .chain(merged.all("minContains"))
            .filter_map(Value::as_u64)
            .max()
            .unwrap_or(0)
            .min(6);
        let count = usize::try_from(least).unwrap_or(0) + dice.below(places.len() + 3);
        let item = |at: usize, dice: &mut Dice| match places.get(at) {
            Some(schema) => self.value(schema, depth - 1, dice),
            None if rest.is_empty() || dice.one_in(8) => words::value(dice, 1),
            None => {
                let schema = *dice.pick(&rest);
                self.value(schema, depth - 1, dice)
            }
        };
        let mut items: Vec<Value> = (0..count.min(12)).map(|at| item(at, dice)).collect();
        if dice.one_in(4) && !items.is_empty() {
            items.push(dice.pick(&items).clone());
        }
        items.into()
    }

    /// A number at or beside a bound, or a multiple of something.
    fn number(&self, merged: &Merged<'s>, dice: &mut Dice) -> Number {
        let names = [
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "divisibleBy",
        ];
        let said: Vec<&Value> = names
            .into_iter()
            .flat_map(|name| merged.all(name))
            .collect();
        if said.is_empty() || dice.one_in(4) {
            return words::number(dice);
        }
        let near = match *dice.pick(&said) {
            Value::Number(number) => beside(number, dice),
            _ => json!(0),
        };
        match near {
            Value::Number(number) => number,
            _ => Number::from(0),
        }
    }
}

fn beside(number: &Number, dice: &mut Dice) -> Value {
    let factor = i64::try_from(dice.below(7)).unwrap_or(0) - 3;
    match (number.as_i64(), number.as_f64().unwrap_or(0.0)) {
        (Some(whole), _) if dice.one_in(2) => json!(whole.saturating_add(factor)),
        (Some(whole), _) => json!(whole.saturating_mul(factor)),
        (None, float) if dice.one_in(2) => json!(float * factor as f64),
        (None, float) if dice.one_in(2) => json!(float + 0.1 * factor as f64),
        (None, _) => Value::Number(number.clone()),
    }
}

fn constant(merged: &Merged<'_>, dice: &mut Dice) -> Option<Value> {
    let mut values: Vec<&Value> = merged.all("const").collect();
    for list in merged.all("enum").filter_map(Value::as_array) {
        values.extend(list);
    }
    (!values.is_empty() && !dice.one_in(8)).then(|| (*dice.pick(&values)).clone())
}
