//! Sending.

use std::thread::sleep;
use std::time::Duration;

use hit_model::Hit;
use serde::Deserialize;
use ureq::Agent;
use ureq::http::Response;

use crate::config::Config;
use crate::drift::{Drift, drift};
use crate::error::{Error, ErrorKind};
use crate::key::key;
use crate::problem::Problem;
use crate::retry::{asked, is_passing, wait};

/// Bytes that a reply may have.
const REPLY: u64 = 4 * 1024 * 1024;

/// Sends hits to one service. Cheap to clone; clones share their connections.
#[derive(Clone, Debug)]
pub struct Client {
    config: Config,
    agent: Agent,
}

/// What is said with one hit.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The key under which it is stored once, however often it is sent; a new one where there is none.
    pub key: Option<String>,
    /// Whether the use of its media is not recorded.
    pub disable_usage: bool,
}

/// A hit that the service has stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its identifier.
    pub id: String,
    /// The rules that the service could not evaluate.
    pub not_evaluated: Vec<String>,
    /// Requests that were made.
    pub attempts: u32,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Created {
    id: String,
    not_evaluated: Vec<String>,
}

impl Client {
    /// Of a service.
    ///
    /// # Errors
    /// An address that is none.
    pub fn new(config: Config) -> Result<Self, Error> {
        let base = config.base.trim_end_matches('/').to_owned();
        let uri = base.parse::<ureq::http::Uri>().ok();
        if !uri.is_some_and(|uri| uri.scheme().is_some() && uri.host().is_some()) {
            return Err(usage(format!(
                "`{base}` is not the address of a service (`http://host:port`)"
            )));
        }
        let agent = Agent::config_builder()
            .timeout_global(Some(config.request))
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Ok(Self {
            config: Config { base, ..config },
            agent: agent.into(),
        })
    }

    /// Sends a hit. When this is done, it is stored, once.
    ///
    /// # Errors
    /// See [`ErrorKind`].
    pub fn send(&self, hit: &Hit) -> Result<Sent, Error> {
        self.send_with(hit, &Options::default())
    }

    /// The same, with a key of one's own, or without recording the use of media.
    ///
    /// # Errors
    /// See [`ErrorKind`].
    pub fn send_with(&self, hit: &Hit, options: &Options) -> Result<Sent, Error> {
        let body = serde_json::to_vec(hit)
            .map_err(|what| usage(format!("the hit cannot be written as JSON: {what}")))?;
        // What the service will read is what is checked.
        Hit::from_slice(&body).map_err(|report| error(ErrorKind::Invalid(report), 0))?;
        let key = options.key.clone().unwrap_or_else(key);
        let mut attempt = 1;
        loop {
            let (last, asked) = match self.once(&body, &key, options) {
                Ok(reply) => match self.judge(reply, attempt)? {
                    Answer::Sent(sent) => return Ok(sent),
                    Answer::Later(last, asked) => (last, asked),
                },
                Err(what) if is_usage(&what) => return Err(usage(what.to_string())),
                Err(what) => (what.to_string(), None),
            };
            if attempt >= self.config.attempts {
                return Err(error(ErrorKind::Unavailable { last, key }, attempt));
            }
            sleep(wait(&self.config, attempt, asked));
            attempt += 1;
        }
    }

    /// The schema that the service holds hits of a type to.
    ///
    /// # Errors
    /// The service does not answer, or has no such type.
    pub fn schema(&self, hit_type: &str) -> Result<String, Error> {
        let url = format!("{}/api/stat/hit-types/{hit_type}/schema", self.config.base);
        let reply = self
            .agent
            .get(url)
            .header("Accept", "application/schema+json")
            .call();
        let mut reply = reply.map_err(|what| {
            let last = what.to_string();
            error(
                ErrorKind::Unavailable {
                    last,
                    key: String::new(),
                },
                1,
            )
        })?;
        let status = reply.status().as_u16();
        let body = read(&mut reply);
        match status {
            200 => String::from_utf8(body)
                .map_err(|_| unexpected("a schema that is not UTF-8".to_owned())),
            _ => Err(error(ErrorKind::Refused(Problem::read(status, &body)), 1)),
        }
    }

    /// Whether the service holds hits to the schemas that these types were made from: each type, and how it differs.
    ///
    /// # Errors
    /// As [`Client::schema`].
    pub fn drift(&self) -> Result<Vec<(&'static str, Drift)>, Error> {
        let types = hit_model::SCHEMAS.iter().filter(|(name, _)| *name != "HIT");
        let found = types.map(|(name, _)| {
            let served = self.schema(name)?;
            Ok((*name, drift(name, &served).unwrap_or(Drift::Other)))
        });
        found.collect()
    }

    fn once(
        &self,
        body: &[u8],
        key: &str,
        options: &Options,
    ) -> Result<Response<ureq::Body>, ureq::Error> {
        let query = if options.disable_usage {
            "?disableUsage=true"
        } else {
            ""
        };
        let url = format!("{}/api/stat/hits{query}", self.config.base);
        let mut request = self
            .agent
            .post(url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/hal+json, application/json")
            .header("Idempotency-Key", format!("\"{key}\""));
        if let Some(id) = &self.config.client_id {
            request = request.header("X-KPK-CLIENT-ID", id);
        }
        request.send(body)
    }

    fn judge(&self, mut reply: Response<ureq::Body>, attempts: u32) -> Result<Answer, Error> {
        let status = reply.status().as_u16();
        let header = reply
            .headers()
            .get("retry-after")
            .and_then(|value| value.to_str().ok());
        let asked = asked(header);
        let body = read(&mut reply);
        match status {
            200..=299 => {
                // A service that gives no body says with its status alone that the hit is stored.
                let created: Created = serde_json::from_slice(&body).unwrap_or_default();
                Ok(Answer::Sent(Sent {
                    id: created.id,
                    not_evaluated: created.not_evaluated,
                    attempts,
                }))
            }
            status if is_passing(status) => Ok(Answer::Later(
                Problem::read(status, &body).to_string(),
                asked,
            )),
            400..=499 => Err(error(
                ErrorKind::Refused(Problem::read(status, &body)),
                attempts,
            )),
            status => Err(error(
                ErrorKind::Unexpected(format!("status {status}")),
                attempts,
            )),
        }
    }
}

enum Answer {
    Sent(Sent),
    Later(String, Option<Duration>),
}

/// What can be read of a body; an error document that breaks off says less, and no more.
fn read(reply: &mut Response<ureq::Body>) -> Vec<u8> {
    let body = reply.body_mut().with_config().limit(REPLY).read_to_vec();
    body.unwrap_or_default()
}

/// Whether it is the request that cannot be made, however often it is tried.
fn is_usage(error: &ureq::Error) -> bool {
    use ureq::Error as E;
    matches!(error, E::BadUri(_) | E::Http(_) | E::TlsRequired)
}

fn usage(what: String) -> Error {
    error(ErrorKind::Usage(what), 0)
}

fn unexpected(what: String) -> Error {
    error(ErrorKind::Unexpected(what), 1)
}

fn error(kind: ErrorKind, attempts: u32) -> Error {
    Error { kind, attempts }
}
