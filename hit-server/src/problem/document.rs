//! A problem document.

use axum::body::Body;
use axum::http::header::{ALLOW, CONTENT_TYPE, HeaderValue, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::class::Class;
use super::finding::Finding;

/// The media type of problem documents.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Where the types of problems are named. Names, not places to load from.
const TYPES: &str = "https://schemas.hit-rs.dev/problems/";

/// An error as a client gets it.
#[derive(Clone, Debug)]
pub struct Problem(Box<Document>);

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    #[serde(rename = "type")]
    type_uri: String,
    title: &'static str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Finding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error_count: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hit_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<String>,
    #[serde(skip)]
    class: Class,
    #[serde(skip)]
    retry_after: Option<u32>,
    #[serde(skip)]
    allow: Option<&'static str>,
}

impl Problem {
    /// Of a class, with what happened.
    pub fn new(class: Class, detail: impl Into<String>) -> Self {
        Self(Box::new(Document {
            type_uri: format!("{TYPES}{}", class.slug()),
            title: class.title(),
            status: class.status().as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
            error_count: None,
            hit_type: None,
            schema: None,
            class,
            retry_after: None,
            allow: None,
        }))
    }

    /// With what is wrong with the hit: `errors`, out of `count`.
    #[must_use]
    pub fn with_findings(mut self, errors: Vec<Finding>, count: usize) -> Self {
        self.0.errors = errors;
        self.0.error_count = Some(count);
        self
    }

    /// With the type of the hit, and where its schema is.
    #[must_use]
    pub fn of_type(mut self, hit_type: Option<&'static str>) -> Self {
        self.0.hit_type = hit_type;
        self.0.schema = hit_type.map(|name| format!("/api/stat/hit-types/{name}/schema"));
        self
    }

    /// With the seconds after which to try again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.0.retry_after = Some(seconds);
        self
    }

    /// With the methods that are allowed.
    #[must_use]
    pub fn allow(mut self, methods: &'static str) -> Self {
        self.0.allow = Some(methods);
        self
    }

    /// The document.
    pub fn to_json(&self) -> String {
        // A structure of texts and numbers is always written.
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// Its class.
    pub fn class(&self) -> Class {
        self.0.class
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.to_json()));
        *response.status_mut() = self.0.class.status();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(PROBLEM_JSON));
        headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        if let Some(seconds) = self.0.retry_after {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(methods) = self.0.allow {
            headers.insert(ALLOW, HeaderValue::from_static(methods));
        }
        response
    }
}
