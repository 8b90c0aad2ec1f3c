//! The configuration of any service, in TOML.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::data::{BadService, Count, ReadBack};
use super::profile::Profile;
use super::statuses::Statuses;
use crate::schema::Formats;

/// A configuration as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The URL of the service, unless it is given otherwise.
    #[serde(default)]
    pub base: Option<String>,
    /// The profile to begin with.
    #[serde(default)]
    pub profile: Option<String>,
    /// Whether formats are asserted.
    #[serde(default)]
    pub formats: Option<Asserted>,
    /// The longest body that is taken.
    #[serde(default)]
    pub body_limit: Option<usize>,
    /// How long a reply may take, in milliseconds.
    #[serde(default)]
    pub reply_ms: Option<u64>,
    /// Members whose values are never said again.
    #[serde(default)]
    pub personal: Option<Vec<String>>,
    /// Statuses that differ from the profile's.
    #[serde(default)]
    pub statuses: StatusConfig,
    /// What the service offers, where that differs from the profile.
    #[serde(default)]
    pub offers: Offers,
    /// What it takes.
    #[serde(rename = "endpoint")]
    pub endpoints: Vec<EndpointConfig>,
    /// Paths that are read with GET and have no other method.
    #[serde(default)]
    pub readable: Vec<String>,
    /// Paths under which there is nothing.
    #[serde(default)]
    pub absent: Vec<String>,
    /// Paths of HAL documents, whose links are followed.
    #[serde(default)]
    pub links: Vec<String>,
}

/// Whether formats are asserted.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Asserted {
    /// As the dialect says.
    Dialect,
    /// Always.
    Assert,
    /// It is not known.
    Open,
}

/// Statuses.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StatusConfig {
    accepted: Option<Statuses>,
    invalid: Option<Statuses>,
    malformed: Option<Statuses>,
    media_type: Option<Statuses>,
    too_large: Option<Statuses>,
    not_found: Option<Statuses>,
    method: Option<Statuses>,
}

/// What a service offers.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Offers {
    problems: Option<bool>,
    pointers: Option<bool>,
    allow: Option<bool>,
    etag: Option<bool>,
    idempotency: Option<bool>,
    strict_syntax: Option<bool>,
    strict_media_type: Option<bool>,
}

/// An endpoint.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndpointConfig {
    /// What reports call it.
    pub name: String,
    /// `POST`, unless another is given.
    #[serde(default)]
    pub method: Option<String>,
    /// Path and query.
    pub path: String,
    /// A file, or a path of the service that begins with `/`; a JSON Pointer
    /// after `#` chooses a part of it.
    pub schema: String,
    /// Headers of every request.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// How an accepted document is read back.
    #[serde(default)]
    pub read: Option<ReadBack>,
    /// How the stored documents are counted.
    #[serde(default)]
    pub count: Option<Count>,
    /// Values from outside that are known, as rules call them.
    #[serde(default)]
    pub known: Option<Value>,
}

impl Config {
    /// Reads a configuration.
    ///
    /// # Errors
    /// What is wrong with it, with line and column.
    ///
    /// ```
    /// let config = hit_contract::Config::parse(r#"
    ///     profile = "lenient"
    ///     [[endpoint]]
    ///     name = "orders"
    ///     path = "/orders"
    ///     schema = "order.schema.json"
    /// "#)?;
    /// assert_eq!(config.endpoints[0].name, "orders");
    /// # Ok::<(), hit_contract::BadService>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, BadService> {
        let config: Self = toml::from_str(text).map_err(|error| {
            BadService::Configuration(format!("the configuration is wrong: {error}"))
        })?;
        match config.endpoints.is_empty() {
            true => Err(BadService::Configuration(
                "the configuration has no [[endpoint]]".to_owned(),
            )),
            false => Ok(config),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// As [`Config::parse`], and where it cannot be read.
    pub fn read(path: &Path) -> Result<Self, BadService> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            let why = format!(
                "cannot read the configuration `{}`: {error}",
                path.display()
            );
            BadService::Configuration(why)
        })?;
        Self::parse(&text)
    }

    /// The profile, with what the configuration changes of it; `named` outranks the one that it names.
    ///
    /// # Errors
    /// Where there is none of the name.
    pub fn profile(&self, named: Option<&str>) -> Result<Profile, BadService> {
        let name = named.or(self.profile.as_deref()).unwrap_or("lenient");
        let unknown = || {
            let why = format!("there is no profile `{name}` (there are: strict, hit, lenient)");
            BadService::Configuration(why)
        };
        let mut profile = Profile::named(name).ok_or_else(unknown)?;
        let statuses = self.statuses.clone();
        set(&mut profile.accepted, statuses.accepted);
        set(&mut profile.invalid, statuses.invalid);
        set(&mut profile.malformed, statuses.malformed);
        set(&mut profile.media_type, statuses.media_type);
        set(&mut profile.too_large, statuses.too_large);
        set(&mut profile.not_found, statuses.not_found);
        set(&mut profile.method, statuses.method);
        set(&mut profile.problems, self.offers.problems);
        set(&mut profile.pointers, self.offers.pointers);
        set(&mut profile.allow, self.offers.allow);
        set(&mut profile.etag, self.offers.etag);
        set(&mut profile.idempotency, self.offers.idempotency);
        set(&mut profile.strictness.syntax, self.offers.strict_syntax);
        set(
            &mut profile.strictness.media_type,
            self.offers.strict_media_type,
        );
        set(&mut profile.personal, self.personal.clone());
        profile.strictness.body = self.body_limit;
        if let Some(reply) = self.reply_ms {
            profile.reply = Duration::from_millis(reply);
        }
        if let Some(formats) = self.formats {
            profile.formats = match formats {
                Asserted::Dialect => Formats::Dialect,
                Asserted::Assert => Formats::Assert,
                Asserted::Open => Formats::Open,
            };
        }
        Ok(profile)
    }
}

fn set<T>(slot: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *slot = value;
    }
}
