//! A collector of statistic hits, found out by asking it.

use std::collections::BTreeMap;

use hit_schema::Entry;
use hit_schema::load::NoLoader;
use serde_json::{Map, Value, json};

use super::data::{BadService, Count, Endpoint, ReadBack, Service, Usages};
use super::profile::Profile;
use crate::http::{Reply, Request, Transport};
use crate::schema::Schema;

const TYPES: &str = "/api/stat/hit-types";
const HITS: &str = "/api/stat/hits";

/// Asks a collector for its hit types, their schemas, and what it knows. Of all
/// types, or of those that are named.
///
/// # Errors
/// Where it cannot be reached, or a schema cannot be used.
pub async fn hits(
    transport: &dyn Transport,
    profile: Profile,
    only: &[String],
) -> Result<Service, BadService> {
    let types = types(transport).await?;
    let unknown: Vec<&String> = only
        .iter()
        .filter(|name| !types.contains_key(*name))
        .collect();
    if let Some(name) = unknown.first() {
        let has: Vec<&str> = types.keys().map(String::as_str).collect();
        let why = format!(
            "the service has no hit type `{name}` (it has: {})",
            has.join(", ")
        );
        return Err(BadService::Configuration(why));
    }
    let known = known(transport).await;
    let mut endpoints = Vec::new();
    for (name, target) in &types {
        let reply = get(transport, target).await?;
        let text = String::from_utf8_lossy(&reply.body).into_owned();
        let entry = Entry::text(name.clone(), text.clone());
        let schema = Schema::compile(&entry, &NoLoader, profile.formats, &text);
        let schema = schema.map_err(|error| BadService::Schema(name.clone(), error))?;
        endpoints.push(Endpoint {
            name: name.clone(),
            method: "POST".to_owned(),
            target: HITS.to_owned(),
            headers: Vec::new(),
            schema,
            schema_target: Some(target.clone()),
            read: Some(ReadBack {
                id: "/id".to_owned(),
                path: format!("{HITS}/{{id}}"),
                document: "/hit".to_owned(),
                added: Vec::new(),
            }),
            count: Some(Count {
                path: format!("{HITS}?size=0"),
                number: "/totalCount".to_owned(),
            }),
            known: known.clone(),
            driven: only.is_empty() || only.contains(name),
        });
    }
    let all: Vec<String> = types.into_values().collect();
    let mut readable = vec![
        "/api/stat".to_owned(),
        TYPES.to_owned(),
        "/api/dam/users".to_owned(),
    ];
    readable.extend(all);
    Ok(Service {
        profile,
        endpoints,
        readable,
        absent: [
            "/api/stat/hit-types/NO-SUCH-TYPE/schema",
            "/api/stat/hit-types/play/schema",
            "/api/stat/hit-types/PLAY/no-such-part",
            "/api/stat/hits/no-such-hit",
            "/api/stat/no-such-resource",
            "/no-such-path",
        ]
        .map(str::to_owned)
        .into(),
        links: ["/api/stat", TYPES].map(str::to_owned).into(),
        usages: usages(transport).await,
    })
}

/// Where uses of media are recorded, if the service says it.
async fn usages(transport: &dyn Transport) -> Option<Usages> {
    let reply = get(transport, "/api/dam").await.ok()?.json()?;
    let path = reply.pointer("/_links/usages/href")?.as_str()?;
    path.contains("{id}").then(|| Usages {
        endpoint: "DOWNLOAD".to_owned(),
        item: "/medias/0".to_owned(),
        path: path.to_owned(),
        number: "/totalCount".to_owned(),
    })
}

async fn get(transport: &dyn Transport, target: &str) -> Result<Reply, BadService> {
    let request = Request::get(target).header("Accept", "*/*");
    let reply = transport.send(&request).await;
    let url = format!("{}{target}", transport.base());
    let reply = reply.map_err(|error| BadService::Unreachable(format!("GET {url}: {error}")))?;
    match reply.status {
        200 => Ok(reply),
        status => {
            let why = format!(
                "GET {url} answers {status}: this is no collector of hits; another service is described with --config"
            );
            Err(BadService::Unreachable(why))
        }
    }
}

/// The hit types, and where their schemas are.
async fn types(transport: &dyn Transport) -> Result<BTreeMap<String, String>, BadService> {
    let reply = get(transport, TYPES).await?;
    let listed = reply.json().unwrap_or(Value::Null);
    let listed = listed
        .pointer("/_embedded/hit-types")
        .and_then(Value::as_array);
    let mut types = BTreeMap::new();
    for entry in listed.into_iter().flatten() {
        if let Some(name) = entry.get("type").and_then(Value::as_str) {
            let linked = entry.pointer("/_links/schema/href").and_then(Value::as_str);
            let target = linked
                .filter(|link| link.starts_with('/'))
                .map(str::to_owned);
            let target = target.unwrap_or_else(|| format!("{TYPES}/{name}/schema"));
            types.insert(name.to_owned(), target);
        }
    }
    match types.is_empty() {
        true => Err(BadService::Unreachable(format!(
            "{TYPES} lists no hit types"
        ))),
        false => Ok(types),
    }
}

/// What the service says that it knows. An empty list may mean that it knows nothing.
async fn known(transport: &dyn Transport) -> Value {
    let mut known = Map::new();
    let users = embedded(transport, "/api/dam/users", "users").await;
    let users: Vec<&str> = users
        .iter()
        .filter_map(|user| user.get("id")?.as_str())
        .collect();
    if !users.is_empty() {
        known.insert("knownUsers".to_owned(), json!(users));
    }
    let medias = embedded(transport, "/api/dam/medias", "medias").await;
    let lengths: Map<String, Value> = medias
        .iter()
        .filter_map(|media| {
            let length = media.get("durationInSeconds")?;
            let id = media.get("id")?.as_str()?;
            length.is_number().then(|| (id.to_owned(), length.clone()))
        })
        .collect();
    if !lengths.is_empty() {
        known.insert("mediaLengths".to_owned(), Value::Object(lengths));
    }
    Value::Object(known)
}

async fn embedded(transport: &dyn Transport, target: &str, name: &str) -> Vec<Value> {
    let reply = get(transport, target).await;
    let reply = reply
        .ok()
        .and_then(|reply| reply.json())
        .unwrap_or(Value::Null);
    let found = reply
        .get("_embedded")
        .and_then(|it| it.get(name))
        .and_then(Value::as_array);
    found.cloned().unwrap_or_default()
}
