//! The schemas that a service serves.

use std::time::Duration;

use hit_schema::Entry;
use serde_json::Value;
use ureq::Agent;

use crate::outcome::Failure;

/// Where a service lists its hit types.
const TYPES: &str = "/api/stat/hit-types";
/// Bytes of one reply.
const SIZE: u64 = 16 << 20;
/// Types that are asked for.
const MOST: usize = 1_000;
/// Time for one request, from looking up the name to the last byte.
const TIME: Duration = Duration::from_secs(20);

/// A schema as it is served.
pub struct Served {
    /// The type as it stands in hits.
    pub name: String,
    /// The document.
    pub entry: Entry,
}

/// Asks a service for the schemas of all of its hit types.
pub fn all(url: &str) -> Result<Vec<Served>, Failure> {
    let base = url.trim_end_matches('/');
    if !base.starts_with("http://") && !base.starts_with("https://") {
        return Err(Failure::message(format_args!(
            "`--served {url}` is no http or https URL"
        )));
    }
    let client = Client {
        agent: Agent::config_builder()
            .timeout_global(Some(TIME))
            .max_redirects(3)
            .http_status_as_error(false)
            .build()
            .new_agent(),
        base: base.to_owned(),
    };
    let listing = client.get(
        &format!("{base}{TYPES}"),
        "application/hal+json, application/json",
    )?;
    let types: Vec<(String, String)> = listed(&listing, base);
    if types.is_empty() {
        return Err(Failure::message(format_args!(
            "{base}{TYPES} lists no hit types"
        )));
    }
    if types.len() > MOST {
        return Err(Failure::message(format_args!(
            "{base}{TYPES} lists {} hit types, more than {MOST}",
            types.len()
        )));
    }
    let schema = |(name, url): (String, String)| {
        let text = client.get(&url, "application/schema+json, application/json")?;
        Ok(Served {
            name,
            entry: Entry::text(url, text.to_string()),
        })
    };
    types.into_iter().map(schema).collect()
}

struct Client {
    agent: Agent,
    base: String,
}

impl Client {
    /// The JSON of a reply.
    fn get(&self, url: &str, accept: &str) -> Result<Value, Failure> {
        let wrong = |text: String| Failure::message(format_args!("GET {url}: {text}"));
        if origin(url) != origin(&self.base) {
            return Err(wrong(format!(
                "is not at {}, where it was asked for",
                origin(&self.base)
            )));
        }
        let reply = self.agent.get(url).header("accept", accept).call();
        let mut reply = reply.map_err(|error| wrong(error.to_string()))?;
        if !reply.status().is_success() {
            return Err(wrong(format!("the reply is {}", reply.status())));
        }
        let body = reply.body_mut().with_config().limit(SIZE).read_to_vec();
        let body = body.map_err(|error| wrong(error.to_string()))?;
        serde_json::from_slice(&body).map_err(|error| wrong(format!("no JSON: {error}")))
    }
}

/// Scheme, host and port.
fn origin(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    let end = url.get(start..).and_then(|rest| rest.find('/'));
    end.and_then(|end| url.get(..start + end)).unwrap_or(url)
}

/// Names and addresses of the types in a listing (HAL): every list that is
/// embedded counts, of objects with `type` or `name`, or of names.
fn listed(listing: &Value, base: &str) -> Vec<(String, String)> {
    let embedded = listing["_embedded"].as_object();
    let lists = embedded.into_iter().flat_map(|lists| lists.values());
    let bare = listing.as_array();
    let items = lists.filter_map(Value::as_array).chain(bare).flatten();
    let named = items.filter_map(|item| {
        let names = [&item["type"], &item["name"], item];
        let name = names.into_iter().find_map(Value::as_str)?;
        let link = item["_links"]["schema"]["href"].as_str();
        let url = match link {
            Some(link) => hit_schema::uri::resolve(&format!("{base}{TYPES}"), link),
            None => format!("{base}{TYPES}/{name}/schema"),
        };
        Some((name.to_owned(), url))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{listed, origin};

    #[test]
    fn listings_name_types() {
        let listing = json!({"_embedded": {"hit-types": [
            {"type": "PLAY", "_links": {"schema": {"href": "/s/play"}}},
            {"name": "VIEW"},
            "SEARCH",
        ]}});
        let expected = [
            ("PLAY", "http://h:1/s/play"),
            ("VIEW", "http://h:1/x/api/stat/hit-types/VIEW/schema"),
            ("SEARCH", "http://h:1/x/api/stat/hit-types/SEARCH/schema"),
        ];
        let expected = expected.map(|(name, url)| (name.to_owned(), url.to_owned()));
        assert_eq!(listed(&listing, "http://h:1/x"), expected);
    }

    #[test]
    fn origins_end_before_the_path() {
        assert_eq!(origin("http://h:1/a//b"), "http://h:1");
        assert_eq!(origin("http://h"), "http://h");
    }
}
