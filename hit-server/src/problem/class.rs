//! The classes of problems.

use axum::http::StatusCode;

/// A class of problems: its `type`, `title` and usual status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The body is not JSON.
    NotJson,
    /// A query parameter that is not known, there twice, or not of its form.
    BadQuery,
    /// A header that is not of its form.
    BadHeader,
    /// There is nothing under this path.
    NotFound,
    /// The path does not take this method.
    MethodNotAllowed,
    /// No media type that the client accepts.
    NotAcceptable,
    /// The request took too long to arrive.
    Timeout,
    /// The body is too large.
    TooLarge,
    /// The body is not announced as JSON.
    UnsupportedMediaType,
    /// The schema or a rule refuses the hit.
    InvalidHit,
    /// The idempotency key was used for another hit.
    KeyReused,
    /// Too many searches at once.
    TooManySearches,
    /// The queue, the disk or the memory for bodies is full, or the collector is stopping.
    Unavailable,
    /// Something that should not happen.
    Internal,
}

impl Class {
    /// The last part of the `type`.
    pub fn slug(self) -> &'static str {
        self.row().0
    }

    /// The `title`.
    pub fn title(self) -> &'static str {
        self.row().1
    }

    /// The status.
    pub fn status(self) -> StatusCode {
        self.row().2
    }

    fn row(self) -> (&'static str, &'static str, StatusCode) {
        use StatusCode as S;
        match self {
            Self::NotJson => ("not-json", "The body is not JSON", S::BAD_REQUEST),
            Self::BadQuery => ("bad-query", "The query is not valid", S::BAD_REQUEST),
            Self::BadHeader => ("bad-header", "A header is not valid", S::BAD_REQUEST),
            Self::NotFound => ("not-found", "There is nothing here", S::NOT_FOUND),
            Self::MethodNotAllowed => (
                "method-not-allowed",
                "The method is not allowed here",
                S::METHOD_NOT_ALLOWED,
            ),
            Self::NotAcceptable => (
                "not-acceptable",
                "No accepted media type can be given",
                S::NOT_ACCEPTABLE,
            ),
            Self::Timeout => ("timeout", "The request took too long", S::REQUEST_TIMEOUT),
            Self::TooLarge => ("too-large", "The body is too large", S::PAYLOAD_TOO_LARGE),
            Self::UnsupportedMediaType => (
                "unsupported-media-type",
                "The media type is not supported",
                S::UNSUPPORTED_MEDIA_TYPE,
            ),
            Self::InvalidHit => (
                "invalid-hit",
                "The hit is not valid",
                S::UNPROCESSABLE_ENTITY,
            ),
            Self::KeyReused => (
                "idempotency-key-reused",
                "The idempotency key was used for another hit",
                S::UNPROCESSABLE_ENTITY,
            ),
            Self::TooManySearches => (
                "too-many-searches",
                "Too many searches at once",
                S::TOO_MANY_REQUESTS,
            ),
            Self::Unavailable => (
                "unavailable",
                "The service cannot take this now",
                S::SERVICE_UNAVAILABLE,
            ),
            Self::Internal => ("internal", "The service failed", S::INTERNAL_SERVER_ERROR),
        }
    }
}
