//! A refused hit: the problem that is answered, and what is kept.

use bytes::Bytes;
use hit_runtime::Report;

use crate::app::App;
use crate::clock;
use crate::judge::Verdict;
use crate::metrics::{Code, Outcome};
use crate::problem::{Class, Problem, findings};
use crate::store::NewReject;

/// What is answered about a refused hit; it is kept, where there is room for it.
pub fn refuse(
    app: &App,
    verdict: &Verdict,
    body: Bytes,
    client: Option<String>,
    disable_usage: bool,
) -> Problem {
    let problem = problem(app, verdict, &body);
    let Some((class, hit_type, report)) = parts(verdict) else {
        return problem;
    };
    let code = code(class, report);
    let labels = Outcome {
        r#type: hit_type.unwrap_or_default(),
        outcome: "refused",
    };
    app.metrics.hits.get_or_create(&labels).inc();
    app.metrics
        .refused
        .get_or_create(&Code { code: code.clone() })
        .inc();
    tracing::debug!(code, hit_type, "a hit was refused");
    keep(
        app,
        NewReject {
            received_ms: clock::now_ms(),
            hit_type,
            code,
            client,
            disable_usage,
            problem: problem.to_json(),
            body,
        },
    );
    problem
}

/// The problem document about a refused hit.
pub fn problem(app: &App, verdict: &Verdict, body: &[u8]) -> Problem {
    let Some((class, hit_type, report)) = parts(verdict) else {
        return Problem::new(Class::Internal, "an accepted hit was refused");
    };
    let document = match class {
        Class::NotJson => None,
        _ => serde_json::from_slice(body).ok(),
    };
    let is_rule = |code: &str| app.judge.schemas().is_rule(code);
    let limit = app.settings.limits.errors;
    let (errors, count) = findings(report, document.as_ref(), is_rule, limit);
    let noun = if count == 1 { "error" } else { "errors" };
    let detail = match count > errors.len() {
        true => format!("{count} {noun}, the first {} listed", errors.len()),
        false => format!("{count} {noun}"),
    };
    Problem::new(class, detail)
        .of_type(hit_type)
        .with_findings(errors, count)
}

fn parts(verdict: &Verdict) -> Option<(Class, Option<&'static str>, &Report)> {
    match verdict {
        Verdict::NotJson(report) => Some((Class::NotJson, None, report)),
        Verdict::Refused { hit_type, report } => Some((Class::InvalidHit, *hit_type, report)),
        Verdict::Accepted(_) => None,
    }
}

/// The keyword or rule of the first error, for lists and metrics; never a text of the client's.
fn code(class: Class, report: &Report) -> String {
    let first = report.violations.first();
    match (class, first) {
        (Class::InvalidHit, Some(first)) => first.code.clone(),
        _ => class.slug().to_owned(),
    }
}

fn keep(app: &App, reject: NewReject) {
    if app.settings.rejects.keep && app.queue.reject(reject).is_err() {
        app.metrics.rejects_dropped.inc();
    }
}
