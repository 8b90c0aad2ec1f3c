//! References that lead nowhere, inside a document that is there: they are made
//! to name a document that is not, so that the rest can be compared.

use hit_runtime::Severity;
use hit_runtime::json::Json;
use hit_schema::{Diagnostics, Entry, codes};
use serde_json::Value;

/// What such references name.
const SCHEME: &str = "dangling:";

/// The entry with references that lead nowhere replaced; `None` where something
/// else is wrong. Lines stay what they are.
pub(super) fn mended(entry: &Entry, found: &Diagnostics) -> Option<Entry> {
    let errors = found
        .items
        .iter()
        .filter(|item| item.severity == Severity::Error);
    let mut text: Option<(u32, Vec<(usize, usize, String)>)> = None;
    for error in errors {
        let origin = error
            .origin
            .as_ref()
            .filter(|_| matches!(error.code, codes::DANGLING_POINTER | codes::DANGLING_ANCHOR))?;
        let source = found.sources.get(origin.source)?;
        if source.uri != entry.uri {
            return None;
        }
        let node = found
            .sources
            .tree(origin.source)?
            .pointer(&origin.pointer)?;
        let Json::String(reference) = &node.value else {
            return None;
        };
        let replaced = Value::from(format!("{SCHEME}{}", reference.trim_start_matches('#')));
        let spans = &mut text.get_or_insert_with(|| (origin.source.0, Vec::new())).1;
        spans.push((node.span.start, node.span.end, replaced.to_string()));
    }
    let (source, mut spans) = text?;
    spans.sort();
    spans.dedup();
    let mut bytes = found
        .sources
        .get(hit_schema::SourceId(source))?
        .text
        .clone();
    for (start, end, replaced) in spans.into_iter().rev() {
        bytes.get(start..end)?;
        bytes.replace_range(start..end, &replaced);
    }
    Some(Entry {
        bytes: Some(bytes.into_bytes()),
        ..entry.clone()
    })
}
