//! A collector of statistic hits as its schemas describe it, without asking one.

use hit_schema::Entry;
use hit_schema::load::NoLoader;
use serde_json::Value;

use super::data::{BadService, Endpoint, Service};
use super::profile::Profile;
use crate::schema::Schema;

/// The endpoints of a collector for schemas at hand, by name; `HIT`, which is any of the others,
/// is passed over. Of all types, or of those that are named.
///
/// # Errors
/// Where a schema cannot be used, or none is of a name.
pub fn shipped(
    schemas: &[(&str, &str)],
    profile: Profile,
    only: &[String],
) -> Result<Service, BadService> {
    let mut endpoints = Vec::new();
    for (name, text) in schemas.iter().filter(|(name, _)| *name != "HIT") {
        let entry = Entry::text(*name, *text);
        let schema = Schema::compile(&entry, &NoLoader, profile.formats, text);
        let schema = schema.map_err(|error| BadService::Schema((*name).to_owned(), error))?;
        endpoints.push(Endpoint {
            name: (*name).to_owned(),
            method: "POST".to_owned(),
            target: "/api/stat/hits".to_owned(),
            headers: Vec::new(),
            schema,
            schema_target: None,
            read: None,
            count: None,
            known: Value::Null,
            driven: only.is_empty() || only.iter().any(|only| only == name),
        });
    }
    let unknown = only
        .iter()
        .find(|only| !endpoints.iter().any(|it| it.name == **only));
    if let Some(name) = unknown {
        return Err(BadService::Configuration(format!(
            "there is no hit type `{name}`"
        )));
    }
    Ok(Service {
        profile,
        endpoints,
        readable: Vec::new(),
        absent: Vec::new(),
        links: Vec::new(),
        usages: None,
    })
}
