//! What cases below JSON share.

use crate::case::{Axis, Class};
use crate::http::Request;
use crate::make::bases::Base;
use crate::make::sink::{Ambiguous, Sink};
use crate::make::source::Source;
use crate::schema::Proven;

/// What a service leaves open below JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strictness {
    /// Whether a text that only some parsers read has to be refused: a name
    /// twice, a byte order mark, a lone surrogate, too deep, too large a number.
    pub syntax: bool,
    /// Whether a body that is not announced as JSON has to be refused.
    pub media_type: bool,
    /// The longest body that is taken, where it is known.
    pub body: Option<usize>,
}

/// Where cases below JSON are made.
pub struct Wire<'w, 's> {
    pub source: &'w Source<'s>,
    pub base: &'w Base,
    pub strict: Strictness,
    pub sink: &'w mut Sink,
}

impl Wire<'_, '_> {
    /// The body that is valid.
    pub fn text(&self) -> &str {
        &self.base.text.text
    }

    /// A body as it is, with what is expected.
    pub fn body(&mut self, body: impl Into<Vec<u8>>, expect: Class, recipe: &str) {
        let request = self.sink.request(self.source, body.into());
        self.request(request, expect, recipe);
    }

    /// A body that no JSON parser reads. One that is read all the same is not sent: a change of
    /// the text may have hit the inside of a string.
    pub fn malformed(&mut self, body: impl Into<Vec<u8>>, recipe: &str) {
        let body = body.into();
        match self.source.judge(&body, &[]).proven {
            Proven::NotJson => self.body(body, Class::Malformed, &format!("not JSON: {recipe}")),
            _ => self.sink.ambiguous.push(Ambiguous {
                endpoint: self.source.endpoint,
                recipe: recipe.to_owned(),
                reason: "a parser reads it".to_owned(),
                body: String::from_utf8_lossy(&body).into_owned(),
            }),
        }
    }

    /// A body that some parsers read.
    pub fn disputed(&mut self, body: impl Into<Vec<u8>>, recipe: &str) {
        let expect = match self.strict.syntax {
            true => Class::Malformed,
            false => Class::Open,
        };
        self.body(body, expect, &format!("not JSON for all: {recipe}"));
    }

    /// A request as it is.
    pub fn request(&mut self, request: Request, expect: Class, recipe: &str) {
        let body = request.body.clone().unwrap_or_default();
        let proof = self.source.judge(&body, &[]);
        self.sink
            .push(self.source, Axis::Wire, request, expect, recipe, proof);
    }

    /// The request of the valid body.
    pub fn valid(&self) -> Request {
        self.sink
            .request(self.source, self.text().as_bytes().to_vec())
    }
}
