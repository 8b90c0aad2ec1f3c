//! `peer-judge`: reads questions, a line of JSON each, `{"schema", "draft",
//! "documents": {URI: schema}, "texts": [text of a document]}`, and writes
//! `{"verdicts": [bool]}` or `{"error"}`.

use std::error::Error;
use std::io::{BufRead, Write};

use jsonschema::{Draft, Retrieve, Uri};
use serde_json::{Map, Value, json};

/// Documents by URI.
struct Documents(Map<String, Value>);

impl Retrieve for Documents {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn Error + Send + Sync>> {
        let uri = uri.as_str().trim_end_matches('#');
        let found = self.0.get(uri);
        found
            .cloned()
            .ok_or_else(|| format!("{uri} is not there").into())
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let question: Value = serde_json::from_str(&line?)?;
        let reply = match verdicts(&question) {
            Ok(verdicts) => json!({ "verdicts": verdicts }),
            Err(error) => json!({ "error": error }),
        };
        writeln!(out, "{reply}")?;
        out.flush()?;
    }
    Ok(())
}

fn verdicts(question: &Value) -> Result<Vec<bool>, String> {
    let draft = match question["draft"].as_str() {
        Some("draft4") => Draft::Draft4,
        Some("draft6") => Draft::Draft6,
        Some("draft7") => Draft::Draft7,
        Some("2019-09") => Draft::Draft201909,
        _ => Draft::Draft202012,
    };
    let documents = question["documents"]
        .as_object()
        .cloned()
        .unwrap_or_default();
    let validator = jsonschema::options()
        .with_draft(draft)
        .should_validate_formats(false)
        .without_content_media_type_support("application/json")
        .without_content_encoding_support("base64")
        .with_retriever(Documents(documents))
        .build(&question["schema"])
        .map_err(|error| error.to_string())?;
    let texts = question["texts"].as_array().into_iter().flatten();
    texts
        .map(|text| {
            let document: Value = serde_json::from_str(text.as_str().unwrap_or_default())
                .map_err(|error| error.to_string())?;
            Ok(validator.is_valid(&document))
        })
        .collect()
}
