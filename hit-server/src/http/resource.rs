//! The methods of a resource: what it does, what it says to OPTIONS, and 405 for all others.

use axum::http::header::{ALLOW, HeaderValue};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;

use crate::problem::{Class, Problem};

/// Completes the methods of a resource. `allow` names them all, `HEAD` and `OPTIONS` among them.
pub fn resource<S: Clone + Send + Sync + 'static>(
    methods: MethodRouter<S>,
    allow: &'static str,
) -> MethodRouter<S> {
    methods
        .options(move || async move { options(allow) })
        .fallback(move || async move {
            let detail = format!("this takes {allow}");
            Problem::new(Class::MethodNotAllowed, detail).allow(allow)
        })
}

fn options(allow: &'static str) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    headers.insert(ALLOW, HeaderValue::from_static(allow));
    if allow.contains("POST") {
        let accept = HeaderName::from_static("accept-post");
        headers.insert(accept, HeaderValue::from_static("application/json"));
    }
    response
}
