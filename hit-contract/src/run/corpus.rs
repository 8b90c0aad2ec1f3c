//! The cases of a service.

use std::sync::Arc;

use super::settings::Settings;
use crate::case::Case;
use crate::make::{Ambiguous, Making, Sink, Source, corpus};
use crate::service::{Endpoint, Service};

/// The cases of a service.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The cases, by endpoint.
    pub cases: Vec<Arc<Case>>,
    /// What was made and not sent, since nothing is proven about it.
    pub ambiguous: Vec<Ambiguous>,
    /// Endpoints for which no valid document was found.
    pub empty: Vec<String>,
}

/// Makes the cases of a service, those of its endpoints side by side.
pub fn cases(service: &Service, settings: &Settings) -> Corpus {
    let driven = || {
        service
            .endpoints
            .iter()
            .enumerate()
            .filter(|(_, endpoint)| endpoint.driven)
    };
    let made: Vec<Option<Sink>> = std::thread::scope(|scope| {
        let threads: Vec<_> = driven()
            .map(|(index, endpoint)| {
                scope.spawn(move || of_endpoint(service, index, endpoint, settings))
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().ok())
            .collect()
    });
    let mut all = Corpus::default();
    for ((_, endpoint), sink) in driven().zip(made) {
        let sink = sink.unwrap_or_default();
        if sink.cases.is_empty() {
            all.empty.push(endpoint.name.clone());
        }
        all.cases.extend(sink.cases.into_iter().map(Arc::new));
        all.ambiguous.extend(sink.ambiguous);
    }
    all
}

fn of_endpoint(service: &Service, index: usize, endpoint: &Endpoint, settings: &Settings) -> Sink {
    let same = service.endpoints.iter().enumerate().filter(|(other, it)| {
        *other != index && it.method == endpoint.method && it.target == endpoint.target
    });
    let source = Source {
        endpoint: index,
        schema: &endpoint.schema,
        others: same.map(|(_, other)| &other.schema).collect(),
        headers: endpoint.headers.clone(),
        known: &endpoint.known,
        seed: settings.seed,
    };
    let making = Making {
        strict: service.profile.strictness,
        random: settings.random,
    };
    corpus(&source, &endpoint.method, &endpoint.target, making)
}
