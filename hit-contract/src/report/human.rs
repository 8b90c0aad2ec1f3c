//! A run for people.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use super::coverage::{Row, Tried};
use super::curl::curl;
use crate::case::Class;
use crate::run::{Finding, Outcome};

/// Ambiguous documents that are listed.
const LISTED: usize = 10;

/// What was found. `files` says where the body and the replay file of each finding are.
pub fn human(
    outcome: &Outcome,
    files: &[(Option<std::path::PathBuf>, std::path::PathBuf)],
) -> String {
    let mut out = String::new();
    for (index, finding) in outcome.findings.iter().enumerate() {
        let files = files
            .get(index)
            .map(|(body, replay)| (body.as_deref(), replay.as_path()));
        out.push_str(&one(finding, outcome, files));
        out.push('\n');
    }
    for note in &outcome.notes {
        let _ = writeln!(out, "note: {note}");
    }
    ambiguous(outcome, &mut out);
    out.push_str(&summary(outcome));
    out
}

fn one(finding: &Finding, outcome: &Outcome, files: Option<(Option<&Path>, &Path)>) -> String {
    let mut out = String::new();
    let fault = &finding.fault;
    let _ = writeln!(out, "finding[{}]: {}", fault.kind.name(), fault.cause);
    let _ = writeln!(out, "  {}", fault.detail);
    if !finding.endpoints.is_empty() {
        let _ = writeln!(out, "  = of {}", finding.endpoints.join(", "));
    }
    if let Some(case) = &finding.example.case {
        let certificate = &case.certificate;
        let _ = writeln!(out, "  = case {}: {}", case.id, certificate.recipe);
        let _ = writeln!(
            out,
            "  = proof: hit says {}, jsonschema says {}, the rules: {}",
            certificate.engine.name(),
            certificate.independent.name(),
            certificate.rules.name()
        );
        if let Some(violated) = certificate
            .violated
            .as_ref()
            .filter(|_| case.expect == Class::Invalid)
        {
            let _ = writeln!(out, "  = violated: {} ({})", violated.code, violated.schema);
        }
    }
    if finding.count > 1 {
        let _ = writeln!(out, "  = met {} times; this is the smallest", finding.count);
    }
    let body = files.and_then(|(body, _)| body);
    let _ = writeln!(
        out,
        "  $ {}",
        curl(&finding.example.request, &outcome.base, body)
    );
    if let Some((_, replay)) = files {
        let _ = writeln!(out, "  $ hit contract replay {}", replay.display());
    }
    out
}

fn ambiguous(outcome: &Outcome, out: &mut String) {
    let all = &outcome.corpus.ambiguous;
    for it in all.iter().take(LISTED) {
        let name = outcome
            .endpoints
            .get(it.endpoint)
            .map_or("", String::as_str);
        let _ = writeln!(out, "not sent: {name}, {}: {}", it.recipe, it.reason);
    }
    if all.len() > LISTED {
        let _ = writeln!(
            out,
            "not sent: {} more, see --format json",
            all.len() - LISTED
        );
    }
}

fn summary(outcome: &Outcome) -> String {
    let mut by_class: BTreeMap<&str, usize> = BTreeMap::new();
    for record in &outcome.records {
        *by_class.entry(record.case.expect.name()).or_default() += 1;
    }
    let classes: Vec<String> = by_class
        .iter()
        .map(|(name, count)| format!("{count} {name}"))
        .collect();
    let findings = outcome.findings.len();
    let noun = if findings == 1 { "finding" } else { "findings" };
    format!(
        "{} cases ({}), {} probes, {} ambiguous and not sent, {findings} {noun}, {:.1} s\n",
        outcome.records.len(),
        classes.join(", "),
        outcome.probes,
        outcome.corpus.ambiguous.len(),
        outcome.took.as_secs_f64()
    )
}

/// The coverage table for people.
pub fn table(rows: &BTreeMap<Row, Tried>) -> String {
    let mut out = String::new();
    let width =
        |pick: fn(&Row) -> usize, least: usize| rows.keys().map(pick).max().unwrap_or(0).max(least);
    let endpoint = width(|row| row.endpoint.len(), 8);
    let place = width(|row| row.place.len(), 5);
    let keyword = width(|row| row.keyword.len(), 7);
    let _ = writeln!(
        out,
        "{:endpoint$}  {:place$}  {:keyword$}  {:>8}  {:>8}",
        "endpoint", "place", "keyword", "accepted", "violated"
    );
    for (row, tried) in rows {
        let _ = writeln!(
            out,
            "{:endpoint$}  {:place$}  {:keyword$}  {:>8}  {:>8}",
            row.endpoint, row.place, row.keyword, tried.accepted, tried.violated
        );
    }
    out
}
