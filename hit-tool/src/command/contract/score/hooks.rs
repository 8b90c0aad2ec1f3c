//! A fault in the places where the collector lets a test step in.

use std::sync::Arc;

use bytes::Bytes;
use hit_contract::score::{Asked as Seen, Misbehave, Ruling, Storing};
use hit_runtime::Report;
use hit_server::testing::{Accepted, Asked, Hooks, NewHit, Verdict};

/// The hit types, in the order in which the collector counts them.
const TYPES: [&str; 6] = ["CONNECTION", "DOWNLOAD", "PLAY", "SEARCH", "UPLOAD", "VIEW"];

/// A fault as the collector takes it.
pub struct Faulty(pub Arc<dyn Misbehave>);

impl Hooks for Faulty {
    fn body(&self, body: Bytes) -> Bytes {
        self.0.body(&body).map_or(body, Bytes::from)
    }

    fn verdict(&self, asked: &Asked<'_>, verdict: Verdict) -> Verdict {
        let seen = Seen {
            body: asked.body,
            headers: asked.headers,
            accepted: matches!(verdict, Verdict::Accepted(_)),
        };
        match self.0.verdict(&seen) {
            Ruling::Keep => verdict,
            Ruling::Accept => accepted(asked.body),
            Ruling::Refuse(violations) => Verdict::Refused {
                hit_type: named(asked.body).map(|at| TYPES[at]),
                report: Report {
                    violations,
                    ..Report::default()
                },
            },
        }
    }

    fn store(&self, hit: NewHit) -> Option<NewHit> {
        match self.0.store(&hit.body) {
            Storing::Keep => Some(hit),
            Storing::Lose => None,
            Storing::Instead(body) => Some(NewHit {
                body: Bytes::from(body),
                ..hit
            }),
        }
    }

    fn store_refused(&self, asked: &Asked<'_>) -> bool {
        self.0.store_refused(asked.body)
    }
}

/// What the collector would say of a hit, had it accepted it.
fn accepted(body: &[u8]) -> Verdict {
    let schema = named(body).unwrap_or(0);
    Verdict::Accepted(Accepted {
        schema,
        hit_type: TYPES[schema],
        event_ms: 0,
        used: Vec::new(),
        not_evaluated: Vec::new(),
    })
}

fn named(body: &[u8]) -> Option<usize> {
    let value: serde_json::Value = serde_json::from_slice(body).ok()?;
    let name = value.get("type")?.as_str()?.to_uppercase();
    TYPES.iter().position(|known| *known == name)
}
