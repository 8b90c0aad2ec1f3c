//! A schema with everything that judges by it.

use std::fmt;

use hit_diff::{Independent, SchemaError};
use hit_rules::schema::Rules;
use hit_schema::load::Load;
use hit_schema::{Diagnostics, Entry, FormatMode, Options};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::choice::Choices;

/// Whether a service asserts `format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formats {
    /// As the dialect of the schema says: an annotation, mostly.
    Dialect,
    /// Always.
    Assert,
    /// It is not known: what the two would judge differently is not sent.
    Open,
}

/// A schema, ready to judge and to make documents for.
#[derive(Debug)]
pub struct Schema {
    /// What reports call it.
    pub name: String,
    /// SHA-256 of its text, in hexadecimal.
    pub digest: String,
    /// One reading; two where it is open whether formats are asserted.
    pub(super) readings: Vec<Reading>,
    pub(super) rules: Rules,
    pub(super) takes_headers: bool,
    pub(super) choices: Choices,
}

/// A schema under one meaning of `format`.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) own: hit_diff::Schema,
    pub(super) independent: Option<Independent>,
}

/// Why a schema cannot be used.
#[derive(Debug)]
pub enum BadSchema {
    /// It is no valid schema.
    Invalid(SchemaError),
    /// Its rules are wrong.
    Rules(Diagnostics),
    /// It refers to documents that are not available.
    Missing(Vec<String>),
    /// The independent validator refuses it.
    Independent(String),
}

impl fmt::Display for BadSchema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(error) => fmt::Display::fmt(error, f),
            Self::Rules(diagnostics) => fmt::Display::fmt(diagnostics, f),
            Self::Missing(uris) => {
                write!(f, "it refers to what is not available: {}", uris.join(", "))
            }
            Self::Independent(why) => {
                write!(f, "the crate `jsonschema` refuses the schema: {why}")
            }
        }
    }
}

impl std::error::Error for BadSchema {}

impl Schema {
    /// Compiles a document for both judges, and its rules.
    ///
    /// # Errors
    /// When it is no valid schema, or one of the judges refuses it.
    pub fn compile(
        entry: &Entry,
        loader: &dyn Load,
        formats: Formats,
        text: &str,
    ) -> Result<Self, BadSchema> {
        let modes: &[FormatMode] = match formats {
            Formats::Dialect => &[FormatMode::Dialect],
            Formats::Assert => &[FormatMode::Assert],
            Formats::Open => &[FormatMode::Annotation, FormatMode::Assert],
        };
        let readings: Result<Vec<Reading>, BadSchema> = modes
            .iter()
            .map(|mode| reading(entry, loader, &options(*mode)))
            .collect();
        let readings = readings?;
        let mode = modes.first().copied().unwrap_or_default();
        let compiled = readings.first().map(|reading| reading.own.compiled());
        let compiled = compiled.ok_or_else(|| BadSchema::Missing(Vec::new()))?;
        let rules = hit_rules::schema::compile(compiled, loader, &options(mode));
        let rules = rules.map_err(BadSchema::Rules)?;
        let takes_headers = rules.has_context()
            && rules
                .check_context(&json!({"headers": {"content-type": "application/json"}}))
                .is_ok();
        Ok(Self {
            name: entry.name.clone(),
            digest: hex(&Sha256::digest(text.as_bytes())),
            readings,
            rules,
            takes_headers,
            choices: Choices::default(),
        })
    }

    /// The schema as hit compiled it; formats are annotations where it is open.
    ///
    /// # Panics
    /// Never: there is a reading.
    pub fn own(&self) -> &hit_diff::Schema {
        let first = self.readings.first();
        &first.expect("compile makes one reading at least").own
    }

    /// Its rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What rules may ask for, with the headers of a request, where the schema
    /// says that they may.
    pub fn context(&self, known: &Value, headers: &[(String, String)]) -> Option<Value> {
        if !self.rules.has_context() {
            return None;
        }
        let mut context = known.as_object().cloned().unwrap_or_default();
        if self.takes_headers {
            let headers = headers.iter();
            let headers = headers.map(|(name, value)| (name.clone(), json!(value)));
            context.insert("headers".to_owned(), Value::Object(headers.collect()));
        }
        Some(Value::Object(context))
    }
}

fn options(format: FormatMode) -> Options {
    Options {
        format,
        ..Options::STANDARD
    }
}

fn reading(entry: &Entry, loader: &dyn Load, options: &Options) -> Result<Reading, BadSchema> {
    let own = hit_diff::Schema::compile(entry, loader, options).map_err(BadSchema::Invalid)?;
    let missing: Vec<String> = own.missing().map(str::to_owned).collect();
    if !missing.is_empty() {
        return Err(BadSchema::Missing(missing));
    }
    let independent = Independent::new(&own).map_err(BadSchema::Independent)?;
    Ok(Reading { own, independent })
}

/// Bytes in hexadecimal.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
