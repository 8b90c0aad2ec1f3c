//! The headers of a request that mean something for its hit.

use std::collections::BTreeMap;

use axum::http::{HeaderMap, HeaderName};

use crate::problem::{Class, Problem};

/// The client id of a user interface.
pub const CLIENT_ID: HeaderName = HeaderName::from_static("x-kpk-client-id");
/// What makes sending a hit twice harmless.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Characters of either.
const LONGEST: usize = 255;

/// The headers that rules may ask for.
///
/// # Errors
/// 400 for one that is there twice, is too long or no text.
pub fn for_rules(headers: &HeaderMap) -> Result<BTreeMap<String, String>, Problem> {
    let client = one(headers, &CLIENT_ID)?;
    let named = client.map(|value| (CLIENT_ID.as_str().to_owned(), value.to_owned()));
    Ok(named.into_iter().collect())
}

/// The idempotency key, plain or as a string of Structured Fields.
///
/// # Errors
/// 400 for one that is empty, or as above.
pub fn idempotency_key(headers: &HeaderMap) -> Result<Option<&str>, Problem> {
    let Some(text) = one(headers, &IDEMPOTENCY_KEY)? else {
        return Ok(None);
    };
    let quoted = text.strip_prefix('"').and_then(|it| it.strip_suffix('"'));
    match quoted.unwrap_or(text) {
        "" => Err(bad(&IDEMPOTENCY_KEY, "is empty")),
        key => Ok(Some(key)),
    }
}

fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Result<Option<&'a str>, Problem> {
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(bad(name, "is there more than once"));
    }
    match value.to_str() {
        Ok(text) if text.len() <= LONGEST => Ok(Some(text)),
        Ok(_) => Err(bad(name, "has more than 255 characters")),
        Err(_) => Err(bad(name, "is not visible ASCII")),
    }
}

fn bad(name: &HeaderName, what: &str) -> Problem {
    Problem::new(Class::BadHeader, format!("the header `{name}` {what}"))
}
