//! Where cases go: each once, with its proof; what is not proven is counted and listed.

use std::collections::BTreeSet;

use super::source::Source;
use crate::case::{Axis, Case, Class};
use crate::http::Request;
use crate::schema::{Proof, Proven};

/// A document that may become a case.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it tries.
    pub axis: Axis,
    /// The body.
    pub text: String,
    /// Headers besides those of every request.
    pub headers: Vec<(String, String)>,
    /// How it was made.
    pub recipe: String,
}

/// What was not sent since nothing is proven about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambiguous {
    /// The endpoint.
    pub endpoint: usize,
    /// How it was made.
    pub recipe: String,
    /// Why nothing is proven.
    pub reason: String,
    /// The body.
    pub body: String,
}

/// Where cases go.
#[derive(Debug, Default)]
pub struct Sink {
    /// The cases.
    pub cases: Vec<Case>,
    /// What was not sent.
    pub ambiguous: Vec<Ambiguous>,
    /// Documents with several faults: they prove nothing about one.
    pub several: usize,
    method: String,
    target: String,
    seen: BTreeSet<(String, Vec<(String, String)>)>,
}

impl Sink {
    /// For requests of a method to a target.
    pub fn new(method: &str, target: &str) -> Self {
        Self {
            method: method.to_owned(),
            target: target.to_owned(),
            ..Self::default()
        }
    }

    /// Whether a document was seen before.
    pub fn knows(&self, text: &str, headers: &[(String, String)]) -> bool {
        self.seen.contains(&(text.to_owned(), headers.to_vec()))
    }

    /// Judges a document and keeps it as what it proves to be.
    pub fn judged(&mut self, source: &Source<'_>, document: Document) -> Option<Proven> {
        if self.knows(&document.text, &document.headers) {
            return None;
        }
        let proof = source.judge(document.text.as_bytes(), &document.headers);
        let proven = proof.proven.clone();
        self.proven(source, document, proof);
        Some(proven)
    }

    /// Keeps a document that was judged.
    pub fn proven(&mut self, source: &Source<'_>, document: Document, proof: Proof) {
        let key = (document.text.clone(), document.headers.clone());
        if !self.seen.insert(key) {
            return;
        }
        let expect = match &proof.proven {
            Proven::Valid => Class::Accepted,
            Proven::OneFault(_) => Class::Invalid,
            Proven::Faults(_) | Proven::NotJson => {
                self.several += 1;
                return;
            }
            Proven::Ambiguous(reason) => {
                self.ambiguous.push(Ambiguous {
                    endpoint: source.endpoint,
                    recipe: document.recipe,
                    reason: reason.clone(),
                    body: document.text,
                });
                return;
            }
        };
        let mut request = self.request(source, document.text.into_bytes());
        request.headers.extend(document.headers);
        self.push(
            source,
            document.axis,
            request,
            expect,
            &document.recipe,
            proof,
        );
    }

    /// The request for a body, with the headers of every request.
    pub fn request(&self, source: &Source<'_>, body: Vec<u8>) -> Request {
        let mut request = Request::new(&self.method, self.target.clone()).with_body(body);
        request.headers.clone_from(&source.headers);
        if request.header_value("content-type").is_none() {
            request = request.header("Content-Type", "application/json");
        }
        request
    }

    /// Keeps a case whose expectation is known.
    pub fn push(
        &mut self,
        source: &Source<'_>,
        axis: Axis,
        request: Request,
        expect: Class,
        recipe: &str,
        proof: Proof,
    ) {
        let mut certificate = proof.certificate;
        certificate.recipe = recipe.to_owned();
        certificate.seed = source.seed;
        let number = self.cases.len();
        self.cases.push(Case {
            id: format!("{}-{number:05}", source.schema.name),
            endpoint: source.endpoint,
            axis,
            request,
            expect,
            certificate,
        });
    }
}
