//! What is asked, and what is found.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use hit_runtime::Report;

use crate::catalogue::Catalogue;

/// What was sent, and what the system knows: all that a verdict depends on.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The text.
    pub body: Bytes,
    /// The headers of the request that rules may ask for, by their names in lower case.
    pub headers: BTreeMap<String, String>,
    /// What the system knows.
    pub catalogue: Arc<Catalogue>,
}

/// What is found about a text.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// A hit.
    Accepted(Accepted),
    /// Not JSON: nothing else is known of it.
    NotJson(Report),
    /// JSON that its schema or a rule refuses.
    Refused {
        /// The hit type, where it names one.
        hit_type: Option<&'static str>,
        /// Everything that is wrong with it.
        report: Report,
    },
}

/// A hit that is to be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct Accepted {
    /// The place of its type among all.
    pub schema: usize,
    /// Its type.
    pub hit_type: &'static str,
    /// When it happened, in milliseconds since 1970.
    pub event_ms: i64,
    /// The media whose use it records.
    pub used: Vec<String>,
    /// The rules that could not be evaluated.
    pub not_evaluated: Vec<String>,
}
