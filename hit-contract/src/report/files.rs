//! Replay files: a request, byte by byte, and what its answer has to be.

use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::json;
use crate::run::Finding;
use crate::service::{Count, ReadBack, Service};

/// The first word of a replay file.
pub const FORMAT: &str = "hit-contract-replay-1";

/// A replay file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Replay {
    /// [`FORMAT`]
    pub format: String,
    /// The URL of the service.
    pub base: String,
    /// The request.
    pub request: Value,
    /// The file with the body, beside this one; for people and for curl.
    pub body_file: Option<String>,
    /// The kind of the finding.
    pub kind: String,
    /// What was expected and what was found.
    pub detail: String,
    /// The statuses that are right, where the case says; else any below 500.
    pub statuses: Option<String>,
    /// How an accepted document is read back.
    pub read: Option<ReadBack>,
    /// How stored documents are counted.
    pub count: Option<Count>,
    /// The certificate, for people.
    pub certificate: Value,
}

/// Writes a replay file and a file with the body for each finding; where they are.
///
/// # Errors
/// Where a file cannot be written.
pub fn write(
    folder: &Path,
    service: &Service,
    base: &str,
    findings: &[Finding],
) -> io::Result<Vec<(Option<PathBuf>, PathBuf)>> {
    if !findings.is_empty() {
        std::fs::create_dir_all(folder)?;
    }
    let mut files = Vec::new();
    for (index, finding) in findings.iter().enumerate() {
        let stem = format!("{:03}-{}", index + 1, finding.fault.kind.name());
        let body = match &finding.example.request.body {
            Some(bytes) => {
                let path = folder.join(format!("{stem}.body"));
                std::fs::write(&path, bytes)?;
                Some(path)
            }
            None => None,
        };
        let path = folder.join(format!("{stem}.json"));
        let replay = replay(
            finding,
            service,
            base,
            body.is_some().then(|| format!("{stem}.body")),
        );
        let mut text = serde_json::to_string_pretty(&replay)?;
        text.push('\n');
        std::fs::write(&path, text)?;
        files.push((body, path));
    }
    Ok(files)
}

fn replay(finding: &Finding, service: &Service, base: &str, body_file: Option<String>) -> Replay {
    let case = finding.example.case.as_ref();
    let endpoint = finding
        .example
        .endpoint
        .and_then(|at| service.endpoints.get(at));
    let statuses = case.and_then(|case| service.profile.statuses(case.expect));
    Replay {
        format: FORMAT.to_owned(),
        base: base.to_owned(),
        request: json::request(&finding.example.request),
        body_file,
        kind: finding.fault.kind.name().to_owned(),
        detail: finding.fault.detail.clone(),
        statuses: statuses.map(ToString::to_string),
        read: endpoint.and_then(|endpoint| endpoint.read.clone()),
        count: endpoint.and_then(|endpoint| endpoint.count.clone()),
        certificate: case.map_or(json!(null), |case| json::case(case, &[])),
    }
}
