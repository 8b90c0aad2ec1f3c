//! A service as a configuration describes it.

use std::path::{Component, Path, PathBuf};

use hit_schema::Entry;
use hit_schema::load::{ChainLoader, MapLoader, MemoryLoader, ProjectLoader, file_uri};
use serde_json::{Value, json};

use super::config::{Config, EndpointConfig};
use super::data::{BadService, Endpoint, Service};
use super::profile::Profile;
use crate::http::{Request, Transport};
use crate::schema::Schema;

/// The service of a configuration; files are looked for beside it, in `folder`.
///
/// # Errors
/// Where a schema is not found or cannot be used.
pub async fn configured(
    config: &Config,
    folder: &Path,
    profile: Profile,
    transport: &dyn Transport,
) -> Result<Service, BadService> {
    let mut endpoints = Vec::new();
    for endpoint in &config.endpoints {
        endpoints.push(made(endpoint, folder, &profile, Some(transport)).await?);
    }
    Ok(service(config, endpoints, profile))
}

/// The same without a service at hand: all schemas are files.
///
/// # Errors
/// As [`configured`].
pub async fn offline(
    config: &Config,
    folder: &Path,
    profile: Profile,
) -> Result<Service, BadService> {
    let mut endpoints = Vec::new();
    for endpoint in &config.endpoints {
        endpoints.push(made(endpoint, folder, &profile, None).await?);
    }
    Ok(service(config, endpoints, profile))
}

fn service(config: &Config, endpoints: Vec<Endpoint>, profile: Profile) -> Service {
    let mut absent = config.absent.clone();
    if absent.is_empty() {
        absent.push("/no-such-path-of-this-service".to_owned());
    }
    Service {
        profile,
        endpoints,
        readable: config.readable.clone(),
        absent,
        links: config.links.clone(),
        usages: None,
    }
}

async fn made(
    config: &EndpointConfig,
    folder: &Path,
    profile: &Profile,
    transport: Option<&dyn Transport>,
) -> Result<Endpoint, BadService> {
    let served = config.schema.starts_with('/').then(|| {
        let (target, _) = split(&config.schema);
        target.to_owned()
    });
    let schema = match (&served, transport) {
        (Some(target), Some(transport)) => fetched(config, target, profile, transport).await?,
        (Some(target), None) => {
            let why = format!(
                "the schema {target} of {} is the service's, which is not asked",
                config.name
            );
            return Err(BadService::Configuration(why));
        }
        (None, _) => of_file(config, folder, profile)?,
    };
    Ok(Endpoint {
        name: config.name.clone(),
        method: config.method.clone().unwrap_or_else(|| "POST".to_owned()),
        target: config.path.clone(),
        headers: config.headers.clone().into_iter().collect(),
        schema,
        schema_target: served,
        read: config.read.clone(),
        count: config.count.clone(),
        known: config.known.clone().unwrap_or(Value::Null),
        driven: true,
    })
}

async fn fetched(
    config: &EndpointConfig,
    target: &str,
    profile: &Profile,
    transport: &dyn Transport,
) -> Result<Schema, BadService> {
    let request = Request::get(target).header("Accept", "*/*");
    let url = format!("{}{target}", transport.base());
    let unreachable = |why: String| BadService::Unreachable(format!("GET {url}: {why}"));
    let reply = transport
        .send(&request)
        .await
        .map_err(|error| unreachable(error.to_string()))?;
    if reply.status != 200 {
        return Err(unreachable(format!("it answers {}", reply.status)));
    }
    let text = String::from_utf8_lossy(&reply.body).into_owned();
    let (_, part) = split(&config.schema);
    let (entry, loader) = match part {
        None => (
            Entry::text(config.name.clone(), text.clone()),
            ChainLoader::new(),
        ),
        Some(part) => {
            let uri = format!("service://service{target}");
            let loader = MemoryLoader::new().with(uri.clone(), text.clone());
            let entry = referring(&config.name, &uri, part);
            (entry, ChainLoader::new().with(loader))
        }
    };
    let schema = Schema::compile(&entry, &loader, profile.formats, &text);
    schema.map_err(|error| BadService::Schema(config.name.clone(), error))
}

fn of_file(
    config: &EndpointConfig,
    folder: &Path,
    profile: &Profile,
) -> Result<Schema, BadService> {
    let (name, part) = split(&config.schema);
    let base = std::env::current_dir().unwrap_or_default();
    let path = plain(&base.join(folder).join(name));
    let text = std::fs::read_to_string(&path).map_err(|error| {
        let why = format!(
            "cannot read the schema `{}` of {}: {error}",
            path.display(),
            config.name
        );
        BadService::Configuration(why)
    })?;
    let entry = match part {
        None => Entry {
            name: config.name.clone(),
            ..Entry::file(config.name.clone(), &path)
        },
        Some(part) => referring(&config.name, &file_uri(&path), part),
    };
    let loader = ProjectLoader::new(base, MapLoader::new());
    let schema = Schema::compile(&entry, &loader, profile.formats, &text);
    schema.map_err(|error| BadService::Schema(config.name.clone(), error))
}

/// A schema that is a part of a document.
fn referring(name: &str, uri: &str, part: &str) -> Entry {
    let reference = format!("{uri}#{}", hit_schema::uri::percent_encode_path(part));
    Entry::text(name, json!({ "$ref": reference }).to_string())
}

fn split(schema: &str) -> (&str, Option<&str>) {
    match schema.rsplit_once('#') {
        Some((document, part)) => (document, Some(part).filter(|part| !part.is_empty())),
        None => (schema, None),
    }
}

/// A path without `.` and `..`, so that a document has one URI however it is reached.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}
