//! A case: bytes, what is expected, and the proof of it.

use hit_runtime::Pointer;

use super::axis::Axis;
use super::class::Class;
use crate::http::Request;

/// A request with a proof of how it has to be answered.
#[derive(Clone, Debug)]
pub struct Case {
    /// Unique in a run; the same for the same schema, seed and settings.
    pub id: String,
    /// The endpoint it is for, as an index into the service's endpoints.
    pub endpoint: usize,
    /// What it tries.
    pub axis: Axis,
    /// What is sent.
    pub request: Request,
    /// How it has to be answered.
    pub expect: Class,
    /// Why.
    pub certificate: Certificate,
}

/// Why a case has to be answered as it says: computed on the bytes that are sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Certificate {
    /// SHA-256 of the schema, in hexadecimal.
    pub schema: String,
    /// What the engine of hit says about the body.
    pub engine: Verdict,
    /// What the crate `jsonschema` says about it.
    pub independent: Verdict,
    /// What the rules say about it, with the headers of the request.
    pub rules: Verdict,
    /// Rules that neither hold nor do not, since a value from outside is not known.
    pub not_evaluated: Vec<String>,
    /// The one thing that is wrong.
    pub violated: Option<Violated>,
    /// The seed of the run.
    pub seed: u64,
    /// How the bytes were made.
    pub recipe: String,
}

/// What a judge says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// It was not asked: it does not know the draft, or there is nothing to ask.
    #[default]
    NotAsked,
    /// It accepts.
    Valid,
    /// It refuses.
    Invalid,
    /// It cannot read it.
    NotJson,
}

/// The one keyword or rule that a document violates, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violated {
    /// The keyword (`minimum`), or the id of a rule.
    pub code: String,
    /// Where in the document.
    pub instance: Pointer,
    /// Where in the schema.
    pub schema: String,
    /// Whether it is a rule.
    pub is_rule: bool,
}

impl Violated {
    /// The place whose keyword it is: what a member too many, or a name, violates is a
    /// keyword of the object around it.
    pub fn place(&self) -> Pointer {
        let around = matches!(
            self.code.as_str(),
            "additionalProperties" | "unevaluatedProperties" | "propertyNames"
        );
        match self.instance.as_str().rsplit_once('/') {
            Some((above, _)) if around => Pointer::from_escaped(above),
            _ => self.instance.clone(),
        }
    }
}

impl Verdict {
    /// As reports spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotAsked => "not asked",
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::NotJson => "not JSON",
        }
    }
}

impl Case {
    /// The body, empty where there is none.
    pub fn body(&self) -> &[u8] {
        self.request.body.as_deref().unwrap_or_default()
    }

    /// What is violated, in a word; the axis where nothing is.
    pub fn keyword(&self) -> &str {
        match &self.certificate.violated {
            Some(violated) => &violated.code,
            None => self.axis.name(),
        }
    }
}
