//! The crate `jsonschema`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hit_schema::Draft;
use serde_json::Value;

/// A schema as the crate `jsonschema` checks it.
pub struct Oracle(jsonschema::Validator);

impl Oracle {
    /// Builds a validator.
    ///
    /// # Errors
    /// Why there is none; also where the crate breaks down.
    pub fn new(draft: Draft, schema: &Value, formats: bool) -> Result<Self, String> {
        let known = known(draft).ok_or("jsonschema does not know the draft")?;
        let options = jsonschema::options()
            .with_draft(known)
            .offline()
            .should_validate_formats(formats)
            // Drafts 6 and 7 may assert content; hit does so where that is asked for.
            .without_content_media_type_support("application/json")
            .without_content_encoding_support("base64");
        let built = catch_unwind(AssertUnwindSafe(|| {
            options.build(schema).map_err(|error| error.to_string())
        }));
        built.map_err(|_| "jsonschema panics".to_owned())?.map(Self)
    }

    /// Whether the document is accepted; `None` where the crate breaks down.
    pub fn accepts(&self, document: &Value) -> Option<bool> {
        catch_unwind(AssertUnwindSafe(|| self.0.is_valid(document))).ok()
    }
}

fn known(draft: Draft) -> Option<jsonschema::Draft> {
    Some(match draft {
        Draft::Draft4 => jsonschema::Draft::Draft4,
        Draft::Draft6 => jsonschema::Draft::Draft6,
        Draft::Draft7 => jsonschema::Draft::Draft7,
        Draft::Draft201909 => jsonschema::Draft::Draft201909,
        Draft::Draft202012 => jsonschema::Draft::Draft202012,
        Draft::Draft3 | Draft::V1 => return None,
    })
}
