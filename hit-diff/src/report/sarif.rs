//! Reports as SARIF 2.1.0, for code scanning.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::words;
use crate::changes::Severity;
use crate::check::{Place, Verdict};
use crate::compare::Report;

/// Reports as one SARIF log.
pub fn to_sarif(reports: &[Report]) -> Value {
    let results: Vec<Value> = reports.iter().flat_map(results).collect();
    let rules: BTreeSet<&str> = results
        .iter()
        .filter_map(|result| result["ruleId"].as_str())
        .collect();
    let rules: Vec<Value> = rules.into_iter().map(|id| json!({"id": id})).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "hit diff",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn results(report: &Report) -> Vec<Value> {
    let mut results = Vec::new();
    if let Verdict::Breaking { .. } | Verdict::Undecided { .. } = report.verdict {
        let level = if report.verdict.is_breaking() {
            "error"
        } else {
            "warning"
        };
        let mut message = words::summary(report);
        if let Verdict::Breaking { witness } = &report.verdict {
            message = format!(
                "{message}; {}: {}",
                words::lost(witness.broken),
                witness.document
            );
        }
        if let Some(note) = words::undeclared(report) {
            message = format!("{message}. {note}");
        }
        let place = Place {
            document: report.new.clone(),
            pointer: String::new(),
            line: Some((1, 1)),
        };
        results.push(json!({
            "ruleId": format!("schema-{}", words::verdict(&report.verdict)),
            "level": level,
            "message": {"text": message},
            "locations": [location(&place)],
        }));
    }
    for change in &report.changes {
        let level = match change.severity {
            Severity::Breaking => "error",
            Severity::Warning => "warning",
            Severity::Info => "note",
        };
        let place = change.new.as_ref().or(change.old.as_ref());
        results.push(json!({
            "ruleId": change.id,
            "level": level,
            "message": {"text": change.message},
            "locations": place.map(location).into_iter().collect::<Vec<_>>(),
            "partialFingerprints": {"change/v1": change.fingerprint},
        }));
    }
    results
}

fn location(place: &Place) -> Value {
    let uri = hit_schema::uri::percent_encode_path(&place.document);
    let mut physical = json!({"artifactLocation": {"uri": uri}});
    if let Some((line, column)) = place.line {
        physical["region"] = json!({"startLine": line, "startColumn": column});
    }
    json!({
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": format!("#{}", place.pointer)}],
    })
}
