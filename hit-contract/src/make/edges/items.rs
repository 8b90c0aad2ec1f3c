//! Lists: their lengths, their order, items that repeat.

use serde_json::Value;

use super::spot::{Candidate, Spot};
use crate::make::build::{Builder, of_item};
use crate::text::Edit;

/// Items that are added at most.
const MOST: u64 = 20_000;

/// Lists of so many items: what is added is like the shortest item that is there, which rules accept,
/// and like the shortest that can be made, which the schema accepts.
pub fn of_length(
    spot: &Spot<'_>,
    length: u64,
    builder: &mut Builder<'_>,
    recipe: &str,
) -> Vec<Candidate> {
    let Some(items) = spot.value.as_array() else {
        return Vec::new();
    };
    let length = usize::try_from(length.min(MOST)).unwrap_or(usize::MAX);
    if length <= items.len() {
        let kept: Vec<String> = items.iter().take(length).map(Value::to_string).collect();
        return vec![spot.replaced(format!("[{}]", kept.join(",")), recipe)];
    }
    if spot.want.unique {
        let mut all = items.clone();
        while all.len() < length {
            let made = builder.value(&of_item(spot.want, all.len()));
            all.push(crate::make::numbers::moved(
                &made,
                all.len() - items.len() + 1,
            ));
        }
        return vec![appended(
            spot,
            all.get(items.len()..).unwrap_or_default(),
            recipe,
        )];
    }
    let missing = length - items.len();
    let known = items.iter().min_by_key(|item| item.to_string().len());
    let full = std::mem::replace(&mut builder.plan.full, false);
    let made = builder.value(&of_item(spot.want, items.len()));
    builder.plan.full = full;
    let mut out = Vec::new();
    if let Some(known) = known {
        out.push(appended(spot, &vec![known.clone(); missing], recipe));
    }
    if known != Some(&made) {
        let recipe = format!("{recipe}, the least that can be made");
        out.push(appended(spot, &vec![made; missing], &recipe));
    }
    out
}

/// The list with items more.
fn appended(spot: &Spot<'_>, items: &[Value], recipe: &str) -> Candidate {
    let edit = Edit::Append {
        at: spot.at.clone(),
        items: items.iter().map(Value::to_string).collect(),
    };
    Candidate::new(edit, recipe)
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
    let found = counts.into_iter().filter_map(|(count, what)| {
        Some(of_length(
            spot,
            count?,
            builder,
            &format!("{keyword}: {what}"),
        ))
    });
    found.flatten().collect()
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
    out.extend(of_length(spot, length + 1, builder, "items: one more"));
    out.extend(of_length(
        spot,
        length.saturating_sub(1),
        builder,
        "items: one less",
    ));
    let mut reversed: Vec<String> = items.iter().map(Value::to_string).collect();
    reversed.reverse();
    out.push(spot.replaced(format!("[{}]", reversed.join(",")), "items: in reverse"));
    // Where nothing forbids it, an item may come twice.
    if let Some(first) = items.first() {
        let at = spot.at.clone();
        let again = vec![first.to_string()];
        out.push(Candidate::new(
            Edit::Append { at, items: again },
            "items: one of them twice",
        ));
    }
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
