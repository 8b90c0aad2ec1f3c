//! Drives any HTTP service from its JSON Schemas.
//!
//! A case is data with a proof, not a mode: the bytes that are sent, what has
//! to become of them, and a certificate (what two validators say about these
//! bytes, and the one keyword or rule that they violate). What has no proof is not sent.

pub mod text;

mod case;
mod http;
pub mod make;
pub mod report;
mod run;
mod schema;
pub mod score;
mod service;

pub use case::{Axis, Case, Certificate, Class, Verdict, Violated};
pub use http::{
    BadUrl, Client, Framing, InProcess, Origin, Reply, Replying, Request, SendError, Transport,
    block_on, in_process, router,
};
pub use run::{
    Corpus, Failure, Fault, Finding, Kind, Outcome, Record, Settings, cases, run, run_with,
};
pub use schema::{BadSchema, Formats, Proof, Proven, Schema};
pub use service::{
    Asserted, BadService, Config, Count, Endpoint, EndpointConfig, Offers, Profile, ReadBack,
    Service, StatusConfig, Statuses, Usages, configured, hits, offline, shipped,
};
