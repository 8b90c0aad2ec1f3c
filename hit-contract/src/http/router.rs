//! A service in the same process: any `tower` service, an axum router first of all.

use std::marker::PhantomData;

use bytes::Bytes;
use http_body::Body;
use http_body_util::{BodyExt, Full};
use tower_service::Service;

use super::message::{Reply, Request};
use super::transport::{Replying, SendError, Transport};

/// Bytes of a reply that are read.
const MOST: usize = 64 << 20;

/// A `tower` service as a transport: no socket, no port. `B` is the type of the
/// bodies it takes.
///
/// What only bytes on a wire can show (chunks, header floods) does not reach it.
#[derive(Debug)]
pub struct InProcess<S, B> {
    service: S,
    body: PhantomData<fn() -> B>,
}

impl<S, B, R> Transport for InProcess<S, B>
where
    S: Service<http::Request<B>, Response = http::Response<R>> + Clone + Send + Sync + 'static,
    S::Future: Send,
    S::Error: std::fmt::Display,
    B: From<Bytes> + Send + 'static,
    R: Body<Data = Bytes> + Send + 'static,
    R::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fn send<'t>(&'t self, request: &'t Request) -> Replying<'t> {
        Box::pin(async move {
            let mut service = self.service.clone();
            let request = convert(request)?;
            let ready = std::future::poll_fn(|context| service.poll_ready(context));
            ready.await.map_err(broken)?;
            let reply = service.call(request).await.map_err(broken)?;
            let (head, body) = reply.into_parts();
            let body = http_body_util::Limited::new(body, MOST).collect();
            let body = body.await.map_err(broken)?.to_bytes().to_vec();
            let text =
                |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
            let headers = head.headers.iter();
            Ok(Reply {
                status: head.status.as_u16(),
                headers: headers
                    .map(|(name, value)| (name.as_str().to_owned(), text(value)))
                    .collect(),
                body,
            })
        })
    }

    fn base(&self) -> &str {
        "http://in-process"
    }
}

/// A service in the same process, by the type of the bodies it takes.
///
/// ```
/// use axum::{Router, body::Body, routing::get};
/// use hit_contract::{Request, Transport, in_process};
///
/// let service = in_process::<_, Body>(Router::new().route("/", get(|| async { "hello" })));
/// let reply = hit_contract::block_on(async { service.send(&Request::get("/")).await })?;
/// assert_eq!(reply?.body, b"hello");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn in_process<S, B>(service: S) -> InProcess<S, B> {
    InProcess {
        service,
        body: PhantomData,
    }
}

/// The same for a service that takes bodies of any type, as an axum router does.
pub fn router<S>(service: S) -> InProcess<S, Full<Bytes>> {
    in_process(service)
}

fn convert<B: From<Bytes>>(request: &Request) -> Result<http::Request<B>, SendError> {
    let mut builder = http::Request::builder()
        .method(request.method.as_str())
        .uri(request.target.as_str());
    let named = |name: &str| request.header_value(name).is_some();
    if !named("host") {
        builder = builder.header("host", "in-process");
    }
    for (name, value) in &request.headers {
        builder = builder.header(name.as_str(), value.as_str());
    }
    let body = request.body.clone();
    if let Some(body) = &body
        && !named("content-length")
    {
        builder = builder.header("content-length", body.len());
    }
    let body = Bytes::from(body.unwrap_or_default());
    builder.body(B::from(body)).map_err(broken)
}

fn broken(error: impl std::fmt::Display) -> SendError {
    SendError::Broken(error.to_string())
}
