//! The score: how many planted faults are found, and how many that are not there.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::faults;
use super::ground::Ground;
use super::layer::Layer;
use super::misbehave::{Faultless, Misbehave};
use super::planted::Planted;
use crate::http::Transport;
use crate::run::{Corpus, Finding, Settings, cases, run_with};
use crate::service::{Profile, Service, hits};

/// A service that can be started with a fault in it, as often as is asked for.
pub trait Reference: Send + Sync {
    /// Starts it, with nothing stored.
    ///
    /// # Errors
    /// Why it does not start.
    fn start(&self, fault: Arc<dyn Misbehave>) -> Result<Arc<dyn Transport>, String>;

    /// The schemas that it serves, by type.
    fn schemas(&self) -> BTreeMap<String, Value>;

    /// What it knows, as rules call it.
    fn known(&self) -> Value;
}

/// What came of one fault.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The name of the fault.
    pub id: String,
    /// What it is about.
    pub axis: &'static str,
    /// What was found first; nothing when it escaped.
    pub found: Option<String>,
}

/// The score of one seed.
#[derive(Clone, Debug)]
pub struct Score {
    /// The seed.
    pub seed: u64,
    /// The faults.
    pub tried: Vec<Tried>,
    /// What was found in the service without a fault.
    pub false_findings: Vec<String>,
    /// How long it took.
    pub took: Duration,
}

/// How a run against a fault is judged quick: replies that take longer are slow.
const REPLY: Duration = Duration::from_secs(10);

/// Runs the tester against the service without a fault, and with each of the planted ones.
///
/// # Errors
/// Where the service does not start or cannot be asked, or the list of faults is out of date.
pub async fn score(
    reference: &dyn Reference,
    seed: u64,
    mut told: impl FnMut(&Tried),
) -> Result<Score, String> {
    let start = Instant::now();
    let ground = Ground::new(reference.schemas(), reference.known())?;
    let pristine = pristine(reference, seed).await?;
    let false_findings = pristine.findings.iter().map(said).collect();
    let mut tried = Vec::new();
    for planted in all(&ground)? {
        let found = first_finding(reference, &planted.fault, &pristine, seed).await?;
        let one = Tried {
            id: planted.id,
            axis: planted.axis,
            found,
        };
        told(&one);
        tried.push(one);
    }
    Ok(Score {
        seed,
        tried,
        false_findings,
        took: start.elapsed(),
    })
}

/// All faults that are planted.
///
/// # Errors
/// Where the list is out of date.
pub fn all(ground: &Ground) -> Result<Vec<Planted>, String> {
    let mut planted = faults::schema(ground)?;
    planted.extend(faults::reading(ground));
    planted.extend(faults::wire());
    planted.extend(faults::rules(ground)?);
    planted.extend(faults::storage());
    planted.extend(faults::protocol());
    let mut ids: Vec<&str> = planted.iter().map(|it| it.id.as_str()).collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair.first() == pair.last()) {
        Some(pair) => Err(format!("two faults are called {}", pair.concat())),
        None => Ok(planted),
    }
}

/// The service without a fault, and the cases that are made for it.
pub struct Pristine {
    /// The service.
    pub service: Service,
    /// The cases.
    pub corpus: Corpus,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Drives the service without a fault.
///
/// # Errors
/// Where it does not start or cannot be asked.
pub async fn pristine(reference: &dyn Reference, seed: u64) -> Result<Pristine, String> {
    let transport = reference.start(Arc::new(Faultless))?;
    let service = asked(transport.as_ref()).await?;
    let settings = settings(seed, false);
    let corpus = cases(&service, &settings);
    let outcome = run_with(&service, transport, &settings, corpus.clone()).await;
    Ok(Pristine {
        service,
        corpus,
        findings: outcome.findings,
    })
}

/// What is found first in a service with a fault.
///
/// # Errors
/// Where it does not start.
pub async fn first_finding(
    reference: &dyn Reference,
    fault: &Arc<dyn Misbehave>,
    pristine: &Pristine,
    seed: u64,
) -> Result<Option<String>, String> {
    let inner = reference.start(Arc::clone(fault))?;
    let transport: Arc<dyn Transport> = Arc::new(Layer {
        inner,
        fault: Arc::clone(fault),
    });
    let settings = settings(seed, true);
    let service = match asked(transport.as_ref()).await {
        Ok(service) => service,
        // A service that cannot even be asked is found out.
        Err(why) => return Ok(Some(why)),
    };
    // The same schemas give the same cases.
    let digests = |service: &Service| -> Vec<String> {
        service
            .endpoints
            .iter()
            .map(|it| it.schema.digest.clone())
            .collect()
    };
    let corpus = match digests(&service) == digests(&pristine.service) {
        true => pristine.corpus.clone(),
        false => cases(&service, &settings),
    };
    let outcome = run_with(&service, transport, &settings, corpus).await;
    Ok(outcome.findings.first().map(said))
}

fn settings(seed: u64, first: bool) -> Settings {
    Settings {
        seed,
        first,
        ..Settings::default()
    }
}

async fn asked(transport: &dyn Transport) -> Result<Service, String> {
    let profile = Profile {
        reply: REPLY,
        ..Profile::hit()
    };
    hits(transport, profile, &[])
        .await
        .map_err(|error| error.to_string())
}

fn said(finding: &Finding) -> String {
    format!(
        "{}: {} ({})",
        finding.fault.kind.name(),
        finding.fault.cause,
        finding.fault.detail
    )
}
