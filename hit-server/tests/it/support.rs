//! A collector without a socket, on a store of its own.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use hit_server::catalogue::Catalogue;
use hit_server::{Collector, Settings};
use http_body_util::BodyExt;
use serde_json::Value;
use tempfile::TempDir;
use tower::util::ServiceExt;

/// A collector on a store of its own.
pub struct Service {
    pub collector: Collector,
    pub folder: TempDir,
}

/// A reply.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self
            .headers
            .get(name)
            .map(|value| value.to_str().expect("ASCII"));
        value.unwrap_or_default()
    }

    /// The keywords and rules of the errors, each with its place.
    pub fn errors(&self) -> Vec<String> {
        let json = self.json();
        let errors = json["errors"].as_array().cloned().unwrap_or_default();
        let code = |error: &Value| error.get("rule").or(error.get("keyword")).cloned();
        let text = |value: Option<Value>| {
            value
                .and_then(|it| Some(it.as_str()?.to_owned()))
                .unwrap_or_default()
        };
        errors
            .iter()
            .map(|error| {
                format!(
                    "{} {}",
                    text(error.get("pointer").cloned()),
                    text(code(error))
                )
            })
            .collect()
    }
}

/// Starts one, with other settings.
pub fn start_with(catalogue: &str, alter: impl FnOnce(&mut Settings)) -> Service {
    let folder = tempfile::tempdir().expect("a folder");
    let mut settings = Settings::new(folder.path().join("hits.sqlite"));
    alter(&mut settings);
    let collector = Collector::start(settings, self::catalogue(catalogue)).expect("a collector");
    Service { collector, folder }
}

/// Starts one.
pub fn start() -> Service {
    start_with("{}", |_| {})
}

pub fn catalogue(text: &str) -> Catalogue {
    hit_server::catalogue::read(text.as_bytes()).expect("a catalogue")
}

pub async fn ask(router: Router, request: Request<Body>) -> Reply {
    let reply = router.oneshot(request).await.expect("never fails");
    let (parts, body) = reply.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    Reply {
        status: parts.status,
        headers: parts.headers,
        text: String::from_utf8(bytes.to_vec()).expect("UTF-8"),
    }
}

impl Service {
    pub async fn request(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body.into()).expect("a request");
        ask(self.collector.router(), request).await
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.request(Method::GET, path, &[], Body::empty()).await
    }

    pub async fn admin(&self, method: Method, path: &str, body: impl Into<Body>) -> Reply {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .body(body.into())
            .expect("a request");
        ask(self.collector.admin_router(), request).await
    }

    /// Posts a hit, with more headers.
    pub async fn post_with(&self, headers: &[(&str, &str)], body: impl Into<Body>) -> Reply {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.request(Method::POST, "/api/stat/hits", &headers, body)
            .await
    }

    /// Posts a hit.
    pub async fn post(&self, body: impl Into<Body>) -> Reply {
        self.post_with(&[], body).await
    }

    /// How many hits are stored.
    pub async fn count(&self) -> u64 {
        self.get("/api/stat/hits?size=0").await.json()["totalCount"]
            .as_u64()
            .expect("a number")
    }
}

/// The hit of the documentation.
pub const SAMPLE: &str = r#"{"date":"2020-07-15T10:00:00","type":"CONNECTION","origin":0,"sessionId":"7e7f6d22f75d2cc4b9ed5fe907dd7461","ip":"127.0.0.1",
 "users":[{"userId":"1"}],"connection":{"mode":"CLASSIC","success":true}}"#;

/// A download of two media.
pub const DOWNLOAD: &str = r#"{"date":"2020-07-15T10:00:00Z","type":"DOWNLOAD","origin":0,"sessionId":"7e7f","ip":"127.0.0.1",
 "users":[{"userId":"1"}],"medias":["22","8857","22"],"download":{"usage":"press"}}"#;

/// A video of a minute, played for a quarter.
pub const PLAY: &str = r#"{"date":"2020-07-15T10:00:00Z","type":"PLAY","origin":0,"sessionId":"7e7f","ip":"127.0.0.1",
 "users":[{"userId":"1"}],"medias":["9120"],"play":{"duration":15,"ranges":[{"start":0,"end":5},{"start":20,"end":30}]}}"#;
