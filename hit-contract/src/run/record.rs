//! What happened: requests, replies, and what is wrong with them.

use std::sync::Arc;
use std::time::Duration;

use super::fault::Fault;
use crate::case::Case;
use crate::http::{Reply, Request, SendError};

/// A case that was sent, and what came of it.
#[derive(Clone, Debug)]
pub struct Record {
    /// The case.
    pub case: Arc<Case>,
    /// The reply, or why there is none.
    pub reply: Result<Reply, SendError>,
    /// How long it took.
    pub took: Duration,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// What is wrong, with a request that shows it.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What is wrong.
    pub fault: Fault,
    /// The endpoint, where it is one's.
    pub endpoint: Option<usize>,
    /// The case, where it is one's.
    pub case: Option<Arc<Case>>,
    /// A request that shows it.
    pub request: Request,
    /// The reply that does.
    pub reply: Option<Reply>,
}

/// One cause, and how often it was met.
#[derive(Clone, Debug)]
pub struct Finding {
    /// What is wrong.
    pub fault: Fault,
    /// The endpoints, in order.
    pub endpoints: Vec<String>,
    /// How many cases met it.
    pub count: usize,
    /// The smallest request that did.
    pub example: Failure,
}

/// Failures by cause: one finding each, the smallest request as its example.
pub fn grouped(failures: Vec<Failure>, names: &[String]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for failure in failures {
        let name = failure.endpoint.and_then(|at| names.get(at)).cloned();
        let same = |finding: &&mut Finding| {
            finding.fault.kind == failure.fault.kind && finding.fault.cause == failure.fault.cause
        };
        match findings.iter_mut().find(same) {
            Some(finding) => {
                finding.count += 1;
                if let Some(name) = name
                    && !finding.endpoints.contains(&name)
                {
                    finding.endpoints.push(name);
                }
                if size(&failure) < size(&finding.example) {
                    finding.fault = failure.fault.clone();
                    finding.example = failure;
                }
            }
            None => findings.push(Finding {
                fault: failure.fault.clone(),
                endpoints: name.into_iter().collect(),
                count: 1,
                example: failure,
            }),
        }
    }
    findings.sort_by(|one, other| {
        (one.fault.kind, &one.fault.cause).cmp(&(other.fault.kind, &other.fault.cause))
    });
    findings
}

fn size(failure: &Failure) -> usize {
    failure.request.body.as_ref().map_or(0, Vec::len)
}
