//! Names that stand twice, and what is too deep or too large for some.

use hit_runtime::Pointer;
use hit_runtime::json::{Json, Node};

use super::tools::Wire;
use crate::case::{Axis, Class};
use crate::make::sink::Document;
use crate::text::{Edit, quote, quote_escaped};

/// Levels that no parser of this kind takes.
const DEEP: usize = 10_000;
/// Levels that every parser takes.
const SHALLOW: usize = 60;

/// Names twice.
pub fn repeated(wire: &mut Wire<'_, '_>) {
    let mut objects = Vec::new();
    find(&wire.base.text.tree, &Pointer::root(), &mut objects);
    objects.truncate(4);
    for (at, name, raw) in objects {
        let place = if at.as_str().is_empty() {
            "at the root"
        } else {
            "inside"
        };
        let insert = |raw: &str| Edit::Insert {
            at: at.clone(),
            name: name.clone(),
            raw: raw.to_owned(),
        };
        for (raw, what) in [
            (raw.as_str(), "the same value"),
            ("null", "null the second time"),
            ("[]", "a list the second time"),
        ] {
            if let Some(text) = wire.base.text.edited(&insert(raw)) {
                wire.disputed(text, &format!("a name twice {place}, {what}"));
            }
        }
        let Some(text) = wire.base.text.edited(&insert(&raw)) else {
            continue;
        };
        // The last of the two names, by another spelling.
        if let Some(last) = text.rfind(&format!("{}:", quote(&name))) {
            let (before, after) = text.split_at(last);
            let after = after.replacen(&quote(&name), &quote_escaped(&name), 1);
            wire.disputed(
                format!("{before}{after}"),
                &format!("a name twice {place}, once escaped"),
            );
        }
    }
}

/// What is too deep or too large.
pub fn extreme(wire: &mut Wire<'_, '_>) {
    let nested = |open: &str, close: &str, depth: usize| {
        format!("{}{}", open.repeat(depth), close.repeat(depth))
    };
    let lists = nested("[", "]", DEEP);
    wire.disputed(lists.clone(), "lists, 10,000 deep");
    wire.malformed("[".repeat(100_000), "100,000 brackets that open");
    let objects = format!("{}1{}", "{\"a\":".repeat(DEEP), "}".repeat(DEEP));
    wire.disputed(objects, "objects, 10,000 deep");
    let insert = |raw: String| Edit::Insert {
        at: Pointer::root(),
        name: "nested".to_owned(),
        raw,
    };
    if let Some(text) = wire.base.text.edited(&insert(lists)) {
        wire.disputed(text, "a member with lists, 10,000 deep");
    }
    if let Some(text) = wire.base.text.edited(&insert(nested("[", "]", SHALLOW))) {
        let document = Document {
            axis: Axis::Wire,
            text,
            headers: Vec::new(),
            recipe: "a member with lists, 60 deep".to_owned(),
        };
        wire.sink.judged(wire.source, document);
    }
    for (raw, what) in [
        ("1e400", "a number beyond doubles"),
        ("-1e99999", "a number far beyond doubles"),
    ] {
        if let Some(text) = wire.base.text.edited(&insert(raw.to_owned())) {
            wire.disputed(text, what);
        }
        if let Some(text) = super::syntax::with_value(wire, raw) {
            wire.body(
                text,
                Class::Open,
                &format!("{what}, in the place of a value"),
            );
        }
    }
    let digits = "9".repeat(4_000);
    if let Some(text) = wire.base.text.edited(&insert(digits)) {
        wire.body(text, Class::Open, "a number of 4,000 digits");
    }
}

fn find(node: &Node, at: &Pointer, out: &mut Vec<(Pointer, String, String)>) {
    match &node.value {
        Json::Object(members) => {
            if let Some(first) = members.first() {
                out.push((
                    at.clone(),
                    first.name.clone(),
                    first.value.to_value().to_string(),
                ));
            }
            for member in members {
                find(&member.value, &at.join(&member.name), out);
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate().take(1) {
                find(item, &at.join(&index.to_string()), out);
            }
        }
        _ => {}
    }
}
