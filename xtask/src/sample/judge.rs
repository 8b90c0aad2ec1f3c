//! What the other validator says of documents.

use std::time::Duration;

use hit_diff::Sample;
use serde_json::json;

use super::make::Subject;
use crate::peer::Worker;

/// Time for all documents of a schema.
const LIMIT: Duration = Duration::from_secs(60);

/// How many documents are as they should be.
///
/// # Errors
/// Why it has no verdict.
pub(crate) fn judge(
    worker: &mut Worker,
    subject: &Subject,
    samples: &[Sample],
    wanted: bool,
) -> Result<usize, String> {
    let question = json!({
        "schema": subject.schema, "draft": subject.draft, "documents": subject.documents,
        "texts": samples.iter().map(|sample| sample.text.as_str()).collect::<Vec<_>>(),
    });
    let reply = worker.ask(&question, LIMIT).ok_or("no answer in time")?;
    match reply["verdicts"].as_array() {
        Some(verdicts) => Ok(verdicts
            .iter()
            .filter(|verdict| **verdict == wanted)
            .count()),
        None => Err(reply["error"].as_str().unwrap_or("no verdicts").to_owned()),
    }
}
