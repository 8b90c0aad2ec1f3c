//! Calls from other origins (the Fetch standard, section "CORS protocol").

use axum::Router;
use axum::body::Body;
use axum::http::header::{
    ACCEPT, ACCESS_CONTROL_REQUEST_METHOD, CONTENT_TYPE, ORIGIN, RETRY_AFTER,
};
use axum::http::{HeaderName, HeaderValue, Method, Request};
use std::time::Duration;
use tower::util::ServiceExt;
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::intake::{CLIENT_ID, IDEMPOTENCY_KEY};

/// How long a browser may remember what it was told.
const REMEMBER: Duration = Duration::from_secs(600);

/// Lets browsers call from `origins`; from nowhere when there are none, from anywhere when one is `*`.
pub fn cors(router: Router, origins: &[String]) -> Router {
    if origins.is_empty() {
        return router;
    }
    let layer = CorsLayer::new()
        .allow_origin(allowed(origins))
        .allow_methods([Method::GET, Method::HEAD, Method::POST])
        .allow_headers([CONTENT_TYPE, ACCEPT, CLIENT_ID, IDEMPOTENCY_KEY])
        .expose_headers([HeaderName::from_static("location"), RETRY_AFTER])
        .max_age(REMEMBER);
    let shared = router.clone().layer(layer);
    // The layer takes every OPTIONS for a preflight; one that is none is asked of the resource.
    Router::new().fallback_service(tower::service_fn(move |request: Request<Body>| {
        let headers = request.headers();
        let preflight = headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD);
        let plain = request.method() == Method::OPTIONS && !preflight;
        let chosen = match plain || !headers.contains_key(ORIGIN) {
            true => router.clone(),
            false => shared.clone(),
        };
        chosen.oneshot(request)
    }))
}

fn allowed(origins: &[String]) -> AllowOrigin {
    if origins.iter().any(|origin| origin == "*") {
        return AllowOrigin::any();
    }
    AllowOrigin::list(
        origins
            .iter()
            .filter_map(|origin| HeaderValue::from_str(origin).ok()),
    )
}
