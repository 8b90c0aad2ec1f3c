//! The second prover: the canonical form of the crate `jsonschema`.

use jsonschema::canonical::{Containment, Satisfiability};

use crate::judge::{Documents, draft};
use crate::schema::Schema;

/// Schemas beyond this size take it too long.
const SIZE: usize = 12_000;

/// Whether it proves that `wide` accepts all that `narrow` accepts.
pub(crate) fn covers(narrow: &Schema, wide: &Schema) -> bool {
    attempt(narrow, wide) == Some(true)
}

fn attempt(narrow: &Schema, wide: &Schema) -> Option<bool> {
    if narrow.draft != wide.draft
        || narrow.formats != wide.formats
        || narrow.content != wide.content
    {
        return None;
    }
    if narrow.refusing.is_some() || wide.refusing.is_some() {
        return None;
    }
    let [narrow, wide] = [narrow, wide].map(|schema| {
        if schema.text.to_string().len() > SIZE {
            return None;
        }
        jsonschema::canonical::options()
            .with_draft(draft(schema.draft)?)
            .should_validate_formats(schema.formats)
            .with_retriever(Documents(schema.documents.clone()))
            .canonicalize(&schema.text)
            .ok()
    });
    let (narrow, wide) = (narrow?, wide?);
    if wide.covers(&narrow).ok()? == Containment::Yes {
        return Some(true);
    }
    let lost = narrow.subtract(&wide).ok()?;
    (lost.satisfiability() == Satisfiability::No).then_some(true)
}
