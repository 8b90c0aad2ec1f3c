//! The pairs of the corpus.

use std::io;
use std::path::Path;

use serde_json::Value;

/// Two schemas, and what is known of them.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) draft: String,
    pub(crate) formats: bool,
    /// Its documents are asked about.
    pub(crate) narrow: Value,
    /// Does it accept them all?
    pub(crate) wide: Value,
    /// What the corpus says.
    pub(crate) label: Option<bool>,
    /// Whether a document or a proof stands behind the label.
    pub(crate) firm: bool,
    /// A document that shows that the answer is no.
    pub(crate) witness: Option<Value>,
}

/// The labelled pairs; `None` where the corpus has none.
///
/// # Errors
/// When the file is there and cannot be read.
pub(crate) fn labelled(corpus: &Path, filter: Option<&str>) -> io::Result<Option<Vec<Case>>> {
    read(&corpus.join("cases.jsonl"), filter, |line| {
        let witness = Some(line["witness"].clone()).filter(|_| line["basis"] == "witness");
        let firm = line["basis"] == "witness" || line["basis"] == "proved";
        Case {
            label: line["truth"].as_bool(),
            firm,
            witness,
            ..case(line, "sub", "sup")
        }
    })
}

/// The versions of real schemas.
///
/// # Errors
/// When the file is there and cannot be read.
pub(crate) fn history(corpus: &Path, filter: Option<&str>) -> io::Result<Option<Vec<Case>>> {
    read(&corpus.join("history.jsonl"), filter, |line| {
        let known = &line["known"];
        let witness = Some(known["witness"].clone()).filter(|witness| !witness.is_null());
        let proved = ["jsonschema", "jsoncompat"]
            .iter()
            .any(|prover| known[*prover] == "yes");
        let label = match (&witness, proved) {
            (Some(_), _) => Some(false),
            (None, true) => Some(true),
            (None, false) => None,
        };
        Case {
            label,
            firm: label.is_some(),
            witness,
            ..case(line, "old", "new")
        }
    })
}

fn case(line: &Value, narrow: &str, wide: &str) -> Case {
    let text = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
    Case {
        id: text("id"),
        draft: text("draft"),
        formats: line["format_assertion"].as_bool().unwrap_or(false),
        narrow: line[narrow].clone(),
        wide: line[wide].clone(),
        label: None,
        firm: false,
        witness: None,
    }
}

fn read(
    path: &Path,
    filter: Option<&str>,
    case: impl Fn(&Value) -> Case,
) -> io::Result<Option<Vec<Case>>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut cases = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let case = case(&serde_json::from_str(line)?);
        if filter.is_none_or(|part| case.id.contains(part)) {
            cases.push(case);
        }
    }
    Ok(Some(cases))
}
