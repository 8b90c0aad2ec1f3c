//! The driver: cases, then what holds of a service whatever is sent.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::batch::Bench;
use super::behind::count;
use super::corpus::{Corpus, cases};
use super::invariants::{Probe, absent, idempotency, links, methods, schemas, usages};
use super::record::{Failure, Finding, Record, grouped};
use super::sender::Sender;
use super::settings::Settings;

use crate::http::{SendError, Transport};
use crate::service::{Count, Service};

/// Cases of one batch.
const BATCH: usize = 128;
/// Batches whose cases are sent again one by one to find out which is miscounted.
const BISECTED: usize = 2;

/// What came of driving a service.
#[derive(Debug)]
pub struct Outcome {
    /// One a cause.
    pub findings: Vec<Finding>,
    /// What was sent, in order.
    pub records: Vec<Record>,
    /// The cases, sent or not.
    pub corpus: Corpus,
    /// Requests that look at what holds whatever is sent.
    pub probes: usize,
    /// What was not looked at, and why.
    pub notes: Vec<String>,
    /// The names of the endpoints.
    pub endpoints: Vec<String>,
    /// What stands before targets in a URL.
    pub base: String,
    /// How long it took, in all.
    pub took: Duration,
}

/// Drives a service.
pub async fn run(service: &Service, transport: Arc<dyn Transport>, settings: &Settings) -> Outcome {
    let start = Instant::now();
    let corpus = cases(service, settings);
    drive(service, transport, settings, corpus, start).await
}

/// Drives a service with cases at hand.
pub async fn run_with(
    service: &Service,
    transport: Arc<dyn Transport>,
    settings: &Settings,
    corpus: Corpus,
) -> Outcome {
    drive(service, transport, settings, corpus, Instant::now()).await
}

async fn drive(
    service: &Service,
    transport: Arc<dyn Transport>,
    settings: &Settings,
    corpus: Corpus,
    start: Instant,
) -> Outcome {
    let base = transport.base().to_owned();
    let sender = Sender::new(transport, settings.at_once, settings.rate);
    let reads = service
        .endpoints
        .iter()
        .map(|endpoint| endpoint.read.clone());
    let bench = Bench {
        sender: sender.clone(),
        profile: Arc::new(service.profile.clone()),
        reads: Arc::new(reads.collect()),
    };
    let mut notes = Vec::new();
    let mut probe = Probe {
        sender: &sender,
        service,
        failures: Vec::new(),
        sent: 0,
    };
    schemas(&mut probe).await;
    methods(&mut probe).await;
    absent(&mut probe).await;
    links(&mut probe).await;
    let key = format!("hit-contract-{:x}-{:x}", settings.seed, unique());
    idempotency(&mut probe, &corpus.cases, &key).await;
    usages(&mut probe, &corpus.cases).await;
    let Probe {
        failures,
        sent: probes,
        ..
    } = probe;
    let records = match settings.first && !failures.is_empty() {
        true => Vec::new(),
        false => batches(service, &bench, &corpus, settings, &mut notes).await,
    };
    let mut all = failures;
    all.extend(records.iter().flat_map(of_record));
    notes.extend(corpus.empty.iter().map(|name| {
        format!("{name}: no document was found that the schema accepts, so nothing was sent")
    }));
    let endpoints: Vec<String> = service.endpoints.iter().map(|it| it.name.clone()).collect();
    Outcome {
        findings: grouped(all, &endpoints),
        records,
        corpus,
        probes,
        notes,
        endpoints,
        base,
        took: start.elapsed(),
    }
}

/// Tells runs apart, so that a key of an earlier one is not met again.
fn unique() -> u128 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |since| since.as_nanos())
}

async fn batches(
    service: &Service,
    bench: &Bench,
    corpus: &Corpus,
    settings: &Settings,
    notes: &mut Vec<String>,
) -> Vec<Record> {
    let mut records = Vec::new();
    let mut bisect = BISECTED;
    for (index, endpoint) in service
        .endpoints
        .iter()
        .enumerate()
        .filter(|(_, it)| it.driven)
    {
        let counting = steady(bench, endpoint.count.as_ref(), &endpoint.name, notes).await;
        if endpoint.read.is_none() {
            notes.push(format!(
                "{}: documents are not read back: no [endpoint.read]",
                endpoint.name
            ));
        }
        let of_endpoint = corpus.cases.iter().filter(|case| case.endpoint == index);
        let (refused, others): (Vec<_>, Vec<_>) = of_endpoint
            .cloned()
            .partition(|case| case.expect.is_refusal());
        for group in [refused, others] {
            for batch in group.chunks(BATCH) {
                records.extend(bench.batch(batch, counting, &mut bisect).await);
                if settings.first && records.iter().any(|record| !record.faults.is_empty()) {
                    return records;
                }
                if has_gone(&records) {
                    notes.push(GONE.to_owned());
                    return records;
                }
            }
        }
    }
    records
}

const GONE: &str = "the service has gone, so that no more was sent: what was sent last before it went, with \
    `hit contract replay`, one by one, shows what it does not survive";

fn has_gone(records: &[Record]) -> bool {
    let last = records.last().map(|record| &record.reply);
    matches!(last, Some(Err(SendError::Unreachable(_))))
}

/// The count, where it is there and nobody else moves it.
async fn steady<'c>(
    bench: &Bench,
    counting: Option<&'c Count>,
    name: &str,
    notes: &mut Vec<String>,
) -> Option<&'c Count> {
    let Some(counting) = counting else {
        notes.push(format!(
            "{name}: documents are not counted: no [endpoint.count]"
        ));
        return None;
    };
    let before = count(&bench.sender, counting).await;
    tokio::time::sleep(Duration::from_millis(20)).await;
    let after = count(&bench.sender, counting).await;
    match (before, after) {
        (Some(before), Some(after)) if before == after => Some(counting),
        (Some(_), Some(_)) => {
            notes.push(format!(
                "{name}: documents are not counted: others store some, too"
            ));
            None
        }
        _ => {
            notes.push(format!(
                "{name}: documents are not counted: GET {} gives no number",
                counting.path
            ));
            None
        }
    }
}

fn of_record(record: &Record) -> Vec<Failure> {
    let reply = record.reply.as_ref().ok();
    let failures = record.faults.iter().map(|fault| Failure {
        fault: fault.clone(),
        endpoint: Some(record.case.endpoint),
        case: Some(Arc::clone(&record.case)),
        request: record.case.request.clone(),
        reply: reply.cloned(),
    });
    failures.collect()
}
