//! The crates that hit is measured against.

use std::time::Duration;

use serde_json::{Value, json};

use super::cases::Case;
use super::score::Answer;
use crate::peer::{Worker, program};

/// Time a peer has for a pair; one that needs longer is started anew.
const LIMIT: Duration = Duration::from_secs(10);

/// A peer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Peer {
    Canonical,
    Jsoncompat,
}

impl Peer {
    pub(crate) const ALL: [Self; 2] = [Self::Canonical, Self::Jsoncompat];

    /// Its name in tables and figures.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Canonical => "jsonschema_canonical",
            Self::Jsoncompat => "jsoncompat",
        }
    }
}

/// What a peer says of all pairs, and how long each took.
///
/// # Errors
/// When the peers cannot be built or started.
pub(crate) fn answers(peer: Peer, cases: &[Case]) -> Result<Vec<(Answer, Duration)>, String> {
    let program = program("peer-compat")?;
    let mut worker = Worker::start(&program, peer.name())?;
    let mut answers = Vec::with_capacity(cases.len());
    for case in cases {
        let question = json!({
            "draft": case.draft, "formats": case.formats,
            "narrow": case.narrow, "wide": case.wide,
        });
        match worker.ask(&question, LIMIT) {
            Some(reply) => answers.push(read(&reply)),
            None => {
                answers.push((
                    Answer::Undecided("out of time, or crashed".to_owned()),
                    LIMIT,
                ));
                worker = Worker::start(&program, peer.name())?;
            }
        }
    }
    Ok(answers)
}

fn read(reply: &Value) -> (Answer, Duration) {
    let answer = match reply["verdict"].as_str() {
        Some("compatible") => Answer::Compatible,
        Some("breaking") => Answer::Breaking(reply.get("witness").cloned()),
        _ => Answer::Undecided(reply["reason"].as_str().unwrap_or_default().to_owned()),
    };
    let took = Duration::from_secs_f64(reply["seconds"].as_f64().unwrap_or_default().max(0.0));
    (answer, took)
}
