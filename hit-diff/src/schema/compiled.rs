//! A schema ready to be compared.

use std::collections::BTreeMap;

use hit_runtime::check::{Checker, NodeId};
use hit_schema::load::{Load, NoLoader};
use hit_schema::{Compiled, ContentMode, Draft, Entry, FormatMode, Options, compile};
use serde_json::Value;

use super::missing::{StandIn, Standing};
use crate::error::SchemaError;

/// One version of a schema, compiled, with all it needs to judge documents.
///
/// Documents it refers to that are not available are stepped over: what
/// depends on them is compared by their URI only.
#[derive(Debug)]
pub struct Schema {
    pub(crate) compiled: Compiled,
    pub(crate) root: NodeId,
    pub(crate) draft: Draft,
    pub(crate) checker: Checker,
    /// Source numbers of documents that are not available, with their URIs.
    pub(crate) missing: BTreeMap<u32, String>,
    /// The same schema with stand-ins that refuse, where a document is missing.
    pub(crate) refusing: Option<Box<Refusing>>,
    pub(crate) name: String,
    pub(crate) uri: String,
    pub(crate) text: Value,
    pub(crate) formats: bool,
    pub(crate) content: bool,
    /// All documents by URI, for the independent validator.
    pub(crate) documents: BTreeMap<String, Value>,
}

/// A schema whose missing documents refuse everything.
#[derive(Debug)]
pub(crate) struct Refusing {
    pub(crate) checker: Checker,
    pub(crate) root: NodeId,
    pub(crate) documents: BTreeMap<String, Value>,
}

impl Schema {
    /// Compiles a text that refers to no other documents.
    ///
    /// # Errors
    /// When it is no valid schema.
    ///
    /// ```
    /// let schema = hit_diff::Schema::from_text("age", r#"{"type": "integer"}"#)?;
    /// assert_eq!(schema.name(), "age");
    /// # Ok::<(), hit_diff::SchemaError>(())
    /// ```
    pub fn from_text(name: &str, text: &str) -> Result<Self, SchemaError> {
        Self::compile(&Entry::text(name, text), &NoLoader, &Options::default())
    }

    /// Compiles a document.
    ///
    /// # Errors
    /// When it is no valid schema.
    pub fn compile(
        entry: &Entry,
        loader: &dyn Load,
        options: &Options,
    ) -> Result<Self, SchemaError> {
        let (compiled, stand_ins) = attempt(entry, loader, options, StandIn::Everything)?;
        let refusing = match stand_ins.is_empty() {
            true => None,
            false => Some(Box::new(refusing(entry, loader, options)?)),
        };
        let root = root_of(&compiled)?;
        let checker = checker_of(&compiled)?;
        let sources: Vec<_> = compiled.sources.iter().collect();
        let missing = sources
            .iter()
            .filter(|(_, source)| stand_ins.contains_key(&source.uri))
            .map(|(id, source)| (id.0, source.uri.clone()))
            .collect();
        let draft = compiled
            .info
            .get(root as usize)
            .map_or(options.draft, |info| info.draft);
        let first = compiled.sources.iter().find(|(_, source)| {
            source.uri == entry.uri || Some(&source.uri) == compiled.roots.first().map(|r| &r.uri)
        });
        let text = first
            .and_then(|(_, source)| serde_json::from_str(&source.text).ok())
            .unwrap_or(Value::Bool(true));
        Ok(Self {
            root,
            draft,
            checker,
            missing,
            refusing,
            name: entry.name.clone(),
            uri: entry.uri.clone(),
            text,
            formats: options.format == FormatMode::Assert,
            content: options.content == ContentMode::Assert,
            documents: documents(&compiled),
            compiled,
        })
    }

    /// What it checks, and what its nodes say besides.
    pub fn compiled(&self) -> &Compiled {
        &self.compiled
    }

    /// The engine, for [`Schema::root`].
    pub fn checker(&self) -> &Checker {
        &self.checker
    }

    /// The node of its root.
    pub fn root(&self) -> NodeId {
        self.root
    }

    /// What messages call it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The draft its root is written in.
    pub fn draft(&self) -> Draft {
        self.draft
    }

    /// URIs of the documents it refers to that were not available.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        self.missing.values().map(String::as_str)
    }

    /// Whether hit's own engine accepts a document: `None` where that depends
    /// on a document that is not available.
    pub fn accepts(&self, document: &Value) -> Option<bool> {
        let accepted = self.checker.is_valid(self.root, document);
        match &self.refusing {
            Some(other) if other.checker.is_valid(other.root, document) != accepted => None,
            _ => Some(accepted),
        }
    }
}

fn refusing(entry: &Entry, loader: &dyn Load, options: &Options) -> Result<Refusing, SchemaError> {
    let (compiled, _) = attempt(entry, loader, options, StandIn::Nothing)?;
    Ok(Refusing {
        checker: checker_of(&compiled)?,
        root: root_of(&compiled)?,
        documents: documents(&compiled),
    })
}

fn attempt(
    entry: &Entry,
    loader: &dyn Load,
    options: &Options,
    stand_in: StandIn,
) -> Result<(Compiled, BTreeMap<String, Value>), SchemaError> {
    let standing = Standing::new(loader, options.draft, stand_in);
    if let Some(bytes) = &entry.bytes {
        standing.note(bytes);
    }
    let compiled =
        compile(std::slice::from_ref(entry), &standing, options).map_err(SchemaError::Invalid)?;
    Ok((compiled, standing.missing()))
}

fn root_of(compiled: &Compiled) -> Result<NodeId, SchemaError> {
    let root = compiled.roots.first().map(|root| root.node);
    root.ok_or_else(|| SchemaError::Unusable("there is no such schema".to_owned()))
}

fn checker_of(compiled: &Compiled) -> Result<Checker, SchemaError> {
    let checker = compiled.program.clone().prepare();
    checker.map_err(|error| SchemaError::Unusable(error.to_string()))
}

fn documents(compiled: &Compiled) -> BTreeMap<String, Value> {
    let texts = compiled.sources.iter();
    let parsed = texts.filter_map(|(_, source)| {
        let value = serde_json::from_str(&source.text).ok()?;
        Some((source.uri.clone(), value))
    });
    parsed.collect()
}
