//! The configuration as it is written.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

/// A `hit.toml`: one or more outputs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfigFile {
    /// What to generate, in order.
    #[serde(default)]
    pub generate: Vec<Config>,
}

/// One output: some schemas, one place to write to, and how.
///
/// ```
/// use hit_codegen::{Config, Place};
/// let config = Config::new()
///     .schema("schemas/play.schema.json")
///     .out("src/play.rs")
///     .place(Place::at("#/$defs/Range").name("PlayRange"));
/// assert_eq!(config.places.len(), 1);
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Config {
    /// Entry schemas: paths relative to the configuration's folder. The last
    /// component may hold `*`.
    pub schemas: Vec<String>,
    /// A `.rs` file, or a folder that gets `mod.rs`, `types.rs` and `codec.rs`.
    pub out: PathBuf,
    /// Where documents are found: URI, or URI prefix ending in `/`, to path.
    pub map: BTreeMap<String, PathBuf>,
    /// Dialect of schemas without `$schema` (`2020-12`, `7`, …).
    pub draft: Option<String>,
    /// Whether `format` is checked.
    pub formats: Formats,
    /// Whether `contentEncoding` and `contentMediaType` are checked, as draft 7 allows.
    pub assert_content: bool,
    /// Derives for every type.
    pub derive: Vec<String>,
    /// Attributes for every type.
    pub attributes: Vec<String>,
    /// Rust path of the map type; it takes a key and a value parameter.
    pub map_type: Option<String>,
    /// What becomes of members that the schema allows and does not name.
    pub extras: Option<Extras>,
    /// Type of integers whose schema sets no bounds.
    pub integer: Option<IntegerType>,
    /// Type of numbers for which `f64` might not be exact.
    pub number: Option<NumberType>,
    /// Own types for formats: format to Rust path.
    pub types: BTreeMap<String, String>,
    /// Own types for formats, by crate: `jiff`, `chrono`, `time`, `uuid`, `url`.
    pub presets: Vec<String>,
    /// Whether types are `schemars::JsonSchema`: their schemas are those that they were generated from.
    pub schemars: Option<Schemars>,
    /// Generate even where a conjunction accepts no value at all.
    pub allow_contradictions: bool,
    /// Decisions for single places.
    #[serde(rename = "place")]
    pub places: Vec<Place>,
}

/// Decisions for the places that `at` matches.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Place {
    /// Which places: see [`super::Matcher`].
    pub at: String,
    /// Name of the type, of the field, or of the arm there.
    pub name: Option<String>,
    /// Rust path of an own type to use instead.
    #[serde(rename = "type")]
    pub own_type: Option<String>,
    /// Further derives.
    pub derive: Vec<String>,
    /// Further attributes.
    pub attributes: Vec<String>,
    /// Rust path of the map type.
    pub map_type: Option<String>,
    /// What becomes of members that the schema allows and does not name.
    pub extras: Option<Extras>,
    /// Type of an integer whose schema sets no bounds.
    pub integer: Option<IntegerType>,
    /// Type of a number for which `f64` might not be exact.
    pub number: Option<NumberType>,
}

/// Whether `format` is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Formats {
    /// As the schema's dialect says.
    #[default]
    Dialect,
    /// Always.
    Assert,
    /// Never.
    Annotation,
}

/// What becomes of members that the schema allows and does not name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extras {
    /// They are kept in a map and written back.
    #[default]
    Keep,
    /// They are checked and dropped.
    Drop,
}

/// Whether types are `schemars::JsonSchema`. It needs `hit-runtime` with the feature `schemars`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Schemars {
    /// Always, or never.
    Always(bool),
    /// Where the crate that holds the code has this feature: who does not want it pays nothing.
    Feature(String),
}

/// Type of integers whose schema sets no bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum IntegerType {
    /// `hit_runtime::types::Integer`, which holds every one.
    #[default]
    Integer,
    /// `i64`; integers beyond it are refused.
    #[serde(rename = "i64")]
    I64,
}

/// Type of numbers for which `f64` might not be exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum NumberType {
    /// `hit_runtime::types::Number`, which holds every one.
    #[default]
    Number,
    /// `f64`; integers that it cannot hold exactly are refused.
    #[serde(rename = "f64")]
    F64,
}

macro_rules! setters {
    ($( $(#[$doc:meta])* $name:ident: $ty:ty => |$this:ident, $value:ident| $body:expr; )*) => { $(
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, $value: $ty) -> Self {
            let $this = &mut self;
            $body;
            self
        }
    )* };
}

impl Config {
    /// A configuration that decides nothing.
    pub fn new() -> Self {
        Self::default()
    }

    setters! {
        /// Adds an entry schema.
        schema: impl Into<String> => |this, value| this.schemas.push(value.into());
        /// Says where to write: a `.rs` file or a folder.
        out: impl Into<PathBuf> => |this, value| this.out = value.into();
        /// Says whether `format` is checked.
        formats: Formats => |this, value| this.formats = value;
        /// Adds a derive for every type.
        derive: impl Into<String> => |this, value| this.derive.push(value.into());
        /// Adds an attribute for every type.
        attribute: impl Into<String> => |this, value| this.attributes.push(value.into());
        /// Sets the map type.
        map_type: impl Into<String> => |this, value| this.map_type = Some(value.into());
        /// Says what becomes of unknown members.
        extras: Extras => |this, value| this.extras = Some(value);
        /// Sets the type of unbounded integers.
        integer: IntegerType => |this, value| this.integer = Some(value);
        /// Sets the type of numbers that `f64` might not hold.
        number: NumberType => |this, value| this.number = Some(value);
        /// Makes types `schemars::JsonSchema`.
        schemars: Schemars => |this, value| this.schemars = Some(value);
        /// Uses another crate's types for the formats it has types for.
        preset: impl Into<String> => |this, value| this.presets.push(value.into());
        /// Adds decisions for single places.
        place: Place => |this, value| this.places.push(value);
    }

    /// Says where a document is found.
    #[must_use]
    pub fn map(mut self, uri: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        self.map.insert(uri.into(), path.into());
        self
    }
}

impl Place {
    /// Decisions for the places that `at` matches.
    pub fn at(at: impl Into<String>) -> Self {
        Self {
            at: at.into(),
            ..Self::default()
        }
    }

    setters! {
        /// Sets the name of the type, field or arm.
        name: impl Into<String> => |this, value| this.name = Some(value.into());
        /// Uses an own type.
        own_type: impl Into<String> => |this, value| this.own_type = Some(value.into());
        /// Adds a derive.
        derive: impl Into<String> => |this, value| this.derive.push(value.into());
        /// Adds an attribute.
        attribute: impl Into<String> => |this, value| this.attributes.push(value.into());
        /// Sets the map type.
        map_type: impl Into<String> => |this, value| this.map_type = Some(value.into());
        /// Says what becomes of unknown members.
        extras: Extras => |this, value| this.extras = Some(value);
    }
}
