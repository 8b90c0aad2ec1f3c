//! The schemas of generated types: those that they were generated from.

use ::schemars::Schema;
use serde_json::{Value, json};

const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema at a place of a document, as a schema that needs nothing around it. What the
/// document says, it says there as it is written, rules included.
///
/// `base` is the URI of the document, and `place` that of the place, with the fragment; empty
/// for the document itself.
#[doc(hidden)]
pub fn schema_of(document: &str, base: &str, place: &str) -> Schema {
    // A text that no generator wrote describes nothing.
    let document = serde_json::from_str(document).unwrap_or(Value::Bool(false));
    let own_draft = document.get("$schema").is_none_or(|it| it == DRAFT);
    let schema = match place.is_empty() && own_draft {
        true => named(document, base),
        false => {
            let place = if place.is_empty() { base } else { place };
            json!({ "$ref": place, "$defs": { base: named(document, base) } })
        }
    };
    Schema::try_from(schema).unwrap_or_else(|_| Schema::from(false))
}

/// A document with its URI, by which references lead into it wherever it stands.
fn named(mut document: Value, base: &str) -> Value {
    if let Value::Object(members) = &mut document {
        members.entry("$id").or_insert_with(|| base.into());
    }
    document
}
