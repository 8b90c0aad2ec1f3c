//! Looking behind a service: is what was accepted there, once, and as it was sent.

use hit_runtime::number::json_eq;
use serde_json::Value;

use super::fault::{Fault, Kind};
use super::sender::Sender;
use crate::http::{Reply, Request};
use crate::service::{Count, ReadBack};

/// How many documents are stored; `None` where the service does not say.
pub async fn count(sender: &Sender, count: &Count) -> Option<i128> {
    let request = Request::get(count.path.clone()).header("Accept", "*/*");
    let reply = sender.send(&request).await.reply.ok()?;
    if reply.status != 200 {
        return None;
    }
    match reply.json()?.pointer(&count.number)? {
        Value::Number(number) => number.as_i64().map(i128::from),
        Value::Array(items) => i128::try_from(items.len()).ok(),
        Value::Object(members) => i128::try_from(members.len()).ok(),
        _ => None,
    }
}

/// Where an accepted document can be read, as the reply says.
pub fn location(read: &ReadBack, reply: &Reply) -> Option<String> {
    if let Some(name) = read.id.strip_prefix("header:") {
        let value = reply.header(name)?;
        let path = match value.split_once("://") {
            Some((_, rest)) => rest.get(rest.find('/')?..)?.to_owned(),
            None => value.to_owned(),
        };
        return Some(path);
    }
    let body = reply.json()?;
    let id = match body.pointer(&read.id)? {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Some(read.path.replace("{id}", &escaped(&id)))
}

/// An identifier in a path (RFC 3986, section 2.3).
pub fn escaped(id: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    id.bytes()
        .map(|byte| match plain(&byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect()
}

/// Whether an accepted document is there and equal.
pub async fn read_back(
    sender: &Sender,
    read: &ReadBack,
    reply: &Reply,
    body: &[u8],
) -> Option<Fault> {
    let Some(path) = location(read, reply) else {
        let detail = format!("the reply has no identifier at {}", read.id);
        return Some(Fault::new(Kind::NotStored, "no identifier", detail));
    };
    let request = Request::get(path.clone()).header("Accept", "*/*");
    let stored = match sender.send(&request).await.reply {
        Ok(stored) if stored.status == 200 => stored,
        Ok(stored) => {
            let detail = format!("GET {path} answers {} for what was accepted", stored.status);
            return Some(Fault::new(Kind::NotStored, "not there", detail));
        }
        Err(error) => {
            let detail = format!("GET {path}: {error}");
            return Some(Fault::new(Kind::NoReply, "reading back", detail));
        }
    };
    let sent: Value = serde_json::from_slice(body).ok()?;
    let found = stored
        .json()
        .and_then(|it| it.pointer(&read.document).cloned());
    let Some(mut found) = found else {
        let detail = format!("GET {path} has no document at `{}`", read.document);
        return Some(Fault::new(Kind::Altered, "no document", detail));
    };
    if let Value::Object(members) = &mut found {
        for name in &read.added {
            if sent.get(name).is_none() {
                members.remove(name);
            }
        }
    }
    match json_eq(&sent, &found) {
        true => None,
        false => {
            let (place, what) = difference(&sent, &found, String::new());
            let detail = format!(
                "GET {path} gives back another document: {what} at {}",
                super::words::place(&place)
            );
            let general = crate::make::general(&hit_runtime::Pointer::from_escaped(place));
            Some(Fault::new(
                Kind::Altered,
                format!("{what} at {general}"),
                detail,
            ))
        }
    }
}

/// The first place where two documents differ.
fn difference(sent: &Value, found: &Value, at: String) -> (String, &'static str) {
    match (sent, found) {
        (Value::Object(sent), Value::Object(found)) => {
            for (name, value) in sent {
                let mut pointer = hit_runtime::Pointer::from_escaped(at.clone());
                pointer.push(name);
                match found.get(name) {
                    None => return (pointer.as_str().to_owned(), "a member is lost"),
                    Some(other) if !json_eq(value, other) => {
                        return difference(value, other, pointer.as_str().to_owned());
                    }
                    Some(_) => {}
                }
            }
            (at, "a member more")
        }
        (Value::Array(sent), Value::Array(found)) if sent.len() == found.len() => {
            let mut pairs = sent.iter().zip(found).enumerate();
            match pairs.find(|(_, (one, other))| !json_eq(one, other)) {
                Some((index, (one, other))) => difference(one, other, format!("{at}/{index}")),
                None => (at, "nothing"),
            }
        }
        (Value::Array(_), Value::Array(_)) => (at, "another number of items"),
        (Value::String(_), Value::String(_)) => (at, "another text"),
        (Value::Number(_), Value::Number(_)) => (at, "another number"),
        _ => (at, "another value"),
    }
}
