//! A service: its endpoints, and how to look behind them.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::profile::Profile;
use crate::schema::{BadSchema, Schema};

/// A service that is tested.
#[derive(Debug)]
pub struct Service {
    /// What it decides for itself.
    pub profile: Profile,
    /// What it takes.
    pub endpoints: Vec<Endpoint>,
    /// Paths that are read with GET and have no other method.
    pub readable: Vec<String>,
    /// Paths under which there is nothing.
    pub absent: Vec<String>,
    /// Paths of HAL documents, whose links are followed.
    pub links: Vec<String>,
    /// Where uses are recorded, if they are.
    pub usages: Option<Usages>,
}

/// Where a service records uses of what documents name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usages {
    /// The endpoint whose documents record them.
    pub endpoint: String,
    /// Where such a document names what is used: a JSON Pointer.
    pub item: String,
    /// The path of the uses of one, with `{id}` in it.
    pub path: String,
    /// Where the reply has their number: a JSON Pointer.
    pub number: String,
}

/// Something that takes documents of a schema.
#[derive(Debug)]
pub struct Endpoint {
    /// What reports call it.
    pub name: String,
    /// `POST`
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Headers of every request.
    pub headers: Vec<(String, String)>,
    /// What bodies have to be.
    pub schema: Schema,
    /// Where the service serves the schema, if it does.
    pub schema_target: Option<String>,
    /// How an accepted document is read back.
    pub read: Option<ReadBack>,
    /// How the stored documents are counted.
    pub count: Option<Count>,
    /// Values from outside that are known, as rules call them.
    pub known: Value,
    /// Whether cases are made for it. If not, it only says what else is accepted.
    pub driven: bool,
}

/// How an accepted document is read back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadBack {
    /// Where the reply has the identifier: a JSON Pointer, or `header:location`
    /// for the path itself.
    pub id: String,
    /// The path, with `{id}` in it.
    pub path: String,
    /// Where the reply has the document: a JSON Pointer.
    #[serde(default)]
    pub document: String,
    /// Members that the service adds to the document.
    #[serde(default)]
    pub added: Vec<String>,
}

/// How the stored documents are counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// The path and query.
    pub path: String,
    /// Where the reply has a number, or a list: a JSON Pointer.
    #[serde(default)]
    pub number: String,
}

/// Why a service cannot be tested.
#[derive(Debug)]
pub enum BadService {
    /// It cannot be reached, or does not answer what it has to.
    Unreachable(String),
    /// The configuration is wrong.
    Configuration(String),
    /// A schema cannot be used.
    Schema(String, BadSchema),
}

impl fmt::Display for BadService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(why) | Self::Configuration(why) => f.write_str(why),
            Self::Schema(name, error) => {
                write!(f, "the schema of {name} cannot be used\n\n{error}")
            }
        }
    }
}

impl std::error::Error for BadService {}
