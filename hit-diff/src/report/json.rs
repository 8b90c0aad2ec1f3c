//! Reports as JSON.

use serde_json::{Value, json};

use super::words;
use crate::changes::Change;
use crate::check::{Place, Verdict, Witness};
use crate::compare::Report;

/// The JSON Schema that [`Report::to_json`] keeps to.
pub const REPORT_SCHEMA: &str = include_str!("report.schema.json");

impl Report {
    /// The report as JSON; [`REPORT_SCHEMA`] says how it looks.
    pub fn to_json(&self) -> Value {
        let mut report = json!({
            "old": self.old,
            "new": self.new,
            "mode": self.mode.to_string(),
            "reading": self.reading.to_string(),
            "verdict": words::verdict(&self.verdict),
            "onlyUndeclared": self.only_undeclared,
            "undeclared": self.undeclared.iter().map(hit_runtime::Pointer::as_str).collect::<Vec<_>>(),
            "changes": self.changes.iter().map(change).collect::<Vec<_>>(),
        });
        match &self.verdict {
            Verdict::Compatible { proof } => report["proof"] = json!(proof.name()),
            Verdict::Breaking { witness } => report["witness"] = self::witness(witness),
            Verdict::Undecided { reason, places } => {
                report["reason"] = json!(reason);
                report["places"] = places.iter().map(place).collect();
            }
        }
        report
    }
}

fn witness(witness: &Witness) -> Value {
    let mut out = json!({
        "document": witness.document,
        "broken": witness.broken.to_string(),
        "byRule": witness.by_rule,
        "independent": witness.independent,
    });
    if let Some(context) = &witness.context {
        out["context"] = context.clone();
    }
    if let Some(refusal) = &witness.refusal {
        out["refusal"] = json!({
            "instance": refusal.instance.as_str(),
            "schema": refusal.schema,
            "message": refusal.message,
        });
    }
    out
}

fn change(change: &Change) -> Value {
    let mut out = json!({
        "id": change.id,
        "direction": change.direction.name(),
        "severity": change.severity.name(),
        "message": change.message,
        "fingerprint": change.fingerprint,
    });
    for (name, side) in [("old", &change.old), ("new", &change.new)] {
        if let Some(side) = side {
            out[name] = place(side);
        }
    }
    if let Some(value) = &change.witness {
        out["witness"] = value.clone();
    }
    out
}

fn place(place: &Place) -> Value {
    let mut out = json!({"document": place.document, "pointer": place.pointer});
    if let Some((line, column)) = place.line {
        out["line"] = json!(line);
        out["column"] = json!(column);
    }
    out
}
