//! Lists: their lengths, their order, items that repeat.

use serde_json::Value;

use super::spot::{Candidate, Spot};
use crate::make::build::{Builder, of_item};
use crate::text::Edit;

/// Items that are added at most.
const MOST: u64 = 20_000;

/// A list of so many items.
pub fn of_length(
    spot: &Spot<'_>,
    length: u64,
    builder: &mut Builder<'_>,
    recipe: String,
) -> Option<Candidate> {
    let items = spot.value.as_array()?;
    let length = usize::try_from(length.min(MOST)).ok()?;
    let kept: Vec<String> = items.iter().take(length).map(Value::to_string).collect();
    let missing = length.saturating_sub(kept.len());
    if missing == 0 {
        return Some(spot.replaced(format!("[{}]", kept.join(",")), recipe));
    }
    let mut all = items.clone();
    let filler = smallest(spot, items, builder);
    let mut index = 0;
    while all.len() < length {
        let next = match (&filler, spot.want.unique) {
            (Some(filler), false) => filler.clone(),
            _ => {
                index += 1;
                let made = builder.value(&of_item(spot.want, all.len()));
                crate::make::numbers::moved(&made, index)
            }
        };
        all.push(next);
    }
    let added = all.iter().skip(items.len()).map(Value::to_string).collect();
    let edit = Edit::Append {
        at: spot.at.clone(),
        items: added,
    };
    Some(Candidate::new(edit, recipe))
}

/// The shortest item that there is, or can be made: long lists are to stay small.
fn smallest(spot: &Spot<'_>, items: &[Value], builder: &mut Builder<'_>) -> Option<Value> {
    let full = std::mem::replace(&mut builder.plan.full, false);
    let made = builder.value(&of_item(spot.want, items.len()));
    builder.plan.full = full;
    let known = items.iter().cloned().chain([made]);
    known.min_by_key(|item| item.to_string().len())
}

/// Around a number of items.
pub fn around(
    spot: &Spot<'_>,
    count: u64,
    keyword: &str,
    builder: &mut Builder<'_>,
) -> Vec<Candidate> {
    let counts = [
        (Some(count), "the limit"),
        (count.checked_sub(1), "one less"),
        (count.checked_add(1), "one more"),
    ];
    let found = counts
        .into_iter()
        .filter_map(|(count, what)| of_length(spot, count?, builder, format!("{keyword}: {what}")));
    found.collect()
}

/// Items that repeat, and items that only look as if they did.
pub fn unique(spot: &Spot<'_>) -> Vec<Candidate> {
    let Some(items) = spot.value.as_array() else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let append = |raw: String, what: &str| {
        let edit = Edit::Append {
            at: spot.at.clone(),
            items: vec![raw],
        };
        Candidate::new(edit, format!("uniqueItems: {what}"))
    };
    for item in items.iter().take(1).chain(items.last()) {
        let raw = item.to_string();
        out.push(append(raw.clone(), "the same item again"));
        match item {
            Value::Number(number) if number.is_i64() => {
                out.push(append(
                    format!("{raw}.0"),
                    "the same number, spelled otherwise",
                ));
            }
            Value::String(text) => {
                out.push(append(
                    crate::text::quote_escaped(text),
                    "the same text, escaped",
                ));
                out.push(append(
                    crate::text::quote(&text.to_uppercase()),
                    "the text in upper case",
                ));
            }
            Value::Object(members) => {
                let mut raws: Vec<String> = members
                    .iter()
                    .map(|(name, value)| format!("{}:{value}", crate::text::quote(name)))
                    .collect();
                raws.reverse();
                out.push(append(
                    format!("{{{}}}", raws.join(",")),
                    "the same members in another order",
                ));
            }
            _ => {}
        }
    }
    for raw in [
        "[1,true]",
        "[0,false]",
        "[1,\"1\"]",
        "[[1],[1.0]]",
        "[1,1.0]",
        "[{\"a\":1,\"b\":2},{\"b\":2,\"a\":1}]",
    ] {
        out.push(spot.replaced(raw, "uniqueItems: what may be equal"));
    }
    out
}

/// One item less, one more, another order.
pub fn shape(spot: &Spot<'_>, builder: &mut Builder<'_>) -> Vec<Candidate> {
    let Some(items) = spot.value.as_array() else {
        return Vec::new();
    };
    let mut out: Vec<Candidate> = vec![spot.replaced("[]", "items: none")];
    let length = items.len() as u64;
    out.extend(of_length(
        spot,
        length + 1,
        builder,
        "items: one more".to_owned(),
    ));
    out.extend(of_length(
        spot,
        length.saturating_sub(1),
        builder,
        "items: one less".to_owned(),
    ));
    let mut reversed: Vec<String> = items.iter().map(Value::to_string).collect();
    reversed.reverse();
    out.push(spot.replaced(format!("[{}]", reversed.join(",")), "items: in reverse"));
    for (raw, what) in [
        ("null", "null"),
        ("[]", "a list"),
        ("{}", "an object"),
        ("\"x\"", "a text"),
        ("0", "a number"),
        ("true", "a boolean"),
    ] {
        let edit = Edit::Append {
            at: spot.at.clone(),
            items: vec![raw.to_owned()],
        };
        out.push(Candidate::new(edit, format!("items: {what} at the end")));
    }
    out
}
