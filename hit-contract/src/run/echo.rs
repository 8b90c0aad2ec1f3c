//! Personal values that a refusal says again.

use serde_json::Value;

use super::fault::{Fault, Kind};
use crate::case::Case;
use crate::http::Reply;
use crate::service::Profile;

/// Texts that are shorter may stand in a reply by chance.
const SHORTEST: usize = 8;

/// Personal values of the case that stand in the reply.
pub fn echoed(case: &Case, reply: &Reply, profile: &Profile) -> Option<Fault> {
    if profile.personal.is_empty() {
        return None;
    }
    let document: Value = serde_json::from_slice(case.body()).ok()?;
    let body = String::from_utf8_lossy(&reply.body);
    for pattern in &profile.personal {
        let tokens: Vec<&str> = pattern.split('/').skip(1).collect();
        let mut values = Vec::new();
        find(&document, &tokens, &mut values);
        let said = values.into_iter().find(|value| {
            let escaped = crate::text::quote(value);
            let inner = escaped.trim_matches('"');
            value.len() >= SHORTEST && (body.contains(value) || body.contains(inner))
        });
        if said.is_some() {
            let detail = format!("the refusal says the value of {pattern} again");
            return Some(Fault::new(Kind::Echo, pattern.clone(), detail));
        }
    }
    None
}

fn find<'v>(value: &'v Value, tokens: &[&str], out: &mut Vec<&'v str>) {
    match (tokens.split_first(), value) {
        (None, Value::String(text)) => out.push(text),
        (Some((&"*", rest)), Value::Array(items)) => {
            items.iter().for_each(|item| find(item, rest, out));
        }
        (Some((&"*", rest)), Value::Object(members)) => {
            members.values().for_each(|member| find(member, rest, out));
        }
        (Some((name, rest)), Value::Object(members)) => {
            if let Some(member) = members.get(*name) {
                find(member, rest, out);
            }
        }
        _ => {}
    }
}
