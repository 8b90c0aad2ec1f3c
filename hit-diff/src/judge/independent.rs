//! The `jsonschema` crate as a validator that shares no code with hit.

use std::collections::BTreeMap;
use std::error::Error;

use hit_schema::Draft;
use jsonschema::{Retrieve, Uri, Validator};
use serde_json::Value;

use crate::schema::Schema;

/// Media types and encodings that the crate asserts in drafts 6 and 7.
const CONTENT_TYPES: [&str; 1] = ["application/json"];
const CONTENT_ENCODINGS: [&str; 1] = ["base64"];

/// One schema in the independent validator: once, or twice where documents are
/// missing.
#[derive(Debug)]
pub struct Independent {
    validators: Vec<Validator>,
}

impl Independent {
    /// `None` for drafts that the crate does not know.
    ///
    /// # Errors
    /// Where the crate refuses the schema.
    ///
    /// ```
    /// let schema = hit_diff::Schema::from_text("age", r#"{"type": "integer"}"#)?;
    /// let judge = hit_diff::Independent::new(&schema)?.ok_or("an unknown draft")?;
    /// assert_eq!(judge.accepts(&serde_json::json!(18)), Some(true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(schema: &Schema) -> Result<Option<Self>, String> {
        let Some(draft) = draft(schema.draft) else {
            return Ok(None);
        };
        let refusing = schema.refusing.as_ref().map(|other| &other.documents);
        let documents = std::iter::once(&schema.documents).chain(refusing);
        let validators: Result<Vec<Validator>, String> = documents
            .map(|documents| build(schema, draft, documents.clone()))
            .collect();
        Ok(Some(Self {
            validators: validators?,
        }))
    }

    /// Whether a document is accepted; `None` where that depends on a missing
    /// document.
    pub fn accepts(&self, document: &Value) -> Option<bool> {
        let mut verdicts = self
            .validators
            .iter()
            .map(|validator| validator.is_valid(document));
        let first = verdicts.next()?;
        verdicts.all(|verdict| verdict == first).then_some(first)
    }
}

fn build(
    schema: &Schema,
    draft: jsonschema::Draft,
    documents: BTreeMap<String, Value>,
) -> Result<Validator, String> {
    let mut options = jsonschema::options()
        .with_draft(draft)
        .should_validate_formats(schema.formats)
        .with_retriever(Documents(documents));
    if !schema.content {
        options = CONTENT_TYPES.iter().fold(options, |options, name| {
            options.without_content_media_type_support(name)
        });
        options = CONTENT_ENCODINGS.iter().fold(options, |options, name| {
            options.without_content_encoding_support(name)
        });
    }
    let has_id = ["$id", "id"]
        .iter()
        .any(|keyword| schema.text.get(keyword).is_some());
    if !has_id {
        options = options.with_base_uri(schema.uri.clone());
    }
    options
        .build(&schema.text)
        .map_err(|error| error.to_string())
}

/// The draft as the crate names it.
pub(crate) fn draft(draft: Draft) -> Option<jsonschema::Draft> {
    Some(match draft {
        Draft::Draft4 => jsonschema::Draft::Draft4,
        Draft::Draft6 => jsonschema::Draft::Draft6,
        Draft::Draft7 => jsonschema::Draft::Draft7,
        Draft::Draft201909 => jsonschema::Draft::Draft201909,
        Draft::Draft202012 => jsonschema::Draft::Draft202012,
        Draft::Draft3 | Draft::V1 => return None,
    })
}

/// Documents at hand, by URI.
pub(crate) struct Documents(pub(crate) BTreeMap<String, Value>);

impl Retrieve for Documents {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn Error + Send + Sync>> {
        let uri = uri.as_str();
        let found = self
            .0
            .get(uri)
            .or_else(|| self.0.get(uri.trim_end_matches('#')));
        let missing = || format!("`{uri}` is not available").into();
        found.cloned().ok_or_else(missing)
    }
}
