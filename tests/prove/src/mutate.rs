//! Small changes to any JSON value.

use serde_json::{Value, json};

use crate::schema::words;
use crate::{Dice, Literals};

/// Places of a value, at most.
const PLACES: usize = 400;

/// Changes a value at a few places, with what `literals` say.
pub fn mutate(value: &mut Value, literals: &Literals, dice: &mut Dice) {
    for _ in 0..=dice.below(2) {
        once(value, literals, dice);
    }
}

fn once(value: &mut Value, literals: &Literals, dice: &mut Dice) {
    let places = places(value);
    let [at, from] = [dice.pick(&places).clone(), dice.pick(&places).clone()];
    let other = value.pointer(&from).cloned().unwrap_or_default();
    let Some(slot) = value.pointer_mut(&at) else {
        return;
    };
    match dice.below(6) {
        0 => *slot = other,
        1 => *slot = literal(literals, dice),
        2 => *slot = words::value(dice, 1),
        3 => remove(slot, dice),
        4 => insert(slot, other, literals, dice),
        _ => bend(slot, literals, dice),
    }
}

/// Pointers to the value and what is in it.
fn places(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while next < found.len() && found.len() < PLACES {
        let at = found[next].clone();
        match value.pointer(&at) {
            Some(Value::Object(members)) => {
                let escaped = members
                    .keys()
                    .map(|name| name.replace('~', "~0").replace('/', "~1"));
                found.extend(escaped.map(|name| format!("{at}/{name}")));
            }
            Some(Value::Array(items)) => {
                found.extend((0..items.len().min(20)).map(|index| format!("{at}/{index}")))
            }
            _ => {}
        }
        next += 1;
    }
    found
}

fn literal(literals: &Literals, dice: &mut Dice) -> Value {
    match dice.below(3) {
        0 if !literals.values.is_empty() => dice.pick(&literals.values).clone(),
        1 if !literals.numbers.is_empty() => Value::Number(dice.pick(&literals.numbers).clone()),
        _ if !literals.texts.is_empty() => dice.pick(&literals.texts).clone().into(),
        _ => words::scalar(dice),
    }
}

fn remove(slot: &mut Value, dice: &mut Dice) {
    match slot {
        Value::Object(members) if !members.is_empty() => {
            let name = members.keys().nth(dice.below(members.len())).cloned();
            name.map(|name| members.remove(&name));
        }
        Value::Array(items) if !items.is_empty() => drop(items.remove(dice.below(items.len()))),
        other => *other = words::scalar(dice),
    }
}

fn insert(slot: &mut Value, other: Value, literals: &Literals, dice: &mut Dice) {
    match slot {
        Value::Object(members) => {
            let name = match literals.texts.is_empty() || dice.one_in(3) {
                true => dice.word(words::NAMES),
                false => dice.pick(&literals.texts).clone(),
            };
            members.insert(name, other);
        }
        Value::Array(items) => items.insert(dice.below(items.len() + 1), other),
        scalar => *scalar = json!([scalar.clone(), other]),
    }
}

/// Nearly the same.
fn bend(slot: &mut Value, literals: &Literals, dice: &mut Dice) {
    match slot {
        Value::String(text) => match dice.below(4) {
            0 => drop(text.pop()),
            1 => text.push(*dice.pick(&['a', '0', ' ', 'é', '\n', '-', '.'])),
            2 => *text = text.to_uppercase(),
            _ => text.insert(0, *dice.pick(&['a', '1', '-', '/', '😀'])),
        },
        Value::Number(number) => {
            let float = number.as_f64().unwrap_or(0.0);
            *slot = match (number.as_i64(), dice.below(4)) {
                (Some(whole), 0) => json!(whole.saturating_add(1)),
                (Some(whole), 1) => json!(whole.saturating_sub(1)),
                (Some(whole), 2) => json!(whole as f64),
                (_, 3) => json!(-float),
                _ => json!(float + 0.5),
            };
        }
        Value::Bool(truth) => *truth = !*truth,
        Value::Object(members) if !members.is_empty() => {
            let name = members.keys().nth(dice.below(members.len())).cloned();
            if let Some((name, value)) =
                name.and_then(|name| Some((name.clone(), members.remove(&name)?)))
            {
                members.insert(format!("{name}x"), value);
            }
        }
        Value::Array(items) if !items.is_empty() => items.reverse(),
        other => *other = literal(literals, dice),
    }
}
