//! Requests over a socket, byte for byte as they are made.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::io::{AsyncWriteExt, split};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::message::{Reply, Request};
use super::read::{Got, Reader};
use super::stream::{Stream, connect_tls};
use super::transport::{Replying, SendError, Transport};
use super::url::Origin;
use super::write;

/// How long a body is held back where the request says `Expect: 100-continue`.
const WAIT: Duration = Duration::from_millis(20);

/// A client of one service. Connections are kept and used again.
#[derive(Debug)]
pub struct Client {
    origin: Origin,
    base: String,
    timeout: Duration,
    idle: Mutex<Vec<Stream>>,
}

impl Client {
    /// A client that waits so long for each reply.
    pub fn new(origin: Origin, timeout: Duration) -> Self {
        Self {
            base: origin.base(),
            origin,
            timeout,
            idle: Mutex::default(),
        }
    }

    async fn exchange(&self, request: &Request) -> Result<Reply, SendError> {
        let (head, body) = write::bytes(request, &self.origin.authority());
        let waits = request.header_value("expect").is_some();
        let idle = self
            .idle
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        if let Some(stream) = idle {
            match self
                .over(stream, &head, &body, &request.method, waits)
                .await
            {
                // It was closed while it was idle: what was sent was not read.
                Err((_, true)) => {}
                Err((error, false)) => return Err(error),
                Ok(reply) => return Ok(reply),
            }
        }
        let stream = self.connect().await?;
        let reply = self
            .over(stream, &head, &body, &request.method, waits)
            .await;
        reply.map_err(|(error, _)| error)
    }

    /// One exchange over a connection. An error says whether nothing came back at all.
    async fn over(
        &self,
        mut stream: Stream,
        head: &[u8],
        body: &[u8],
        method: &str,
        waits: bool,
    ) -> Result<Reply, (SendError, bool)> {
        let mut reader = Reader::new();
        let got = {
            let (mut input, mut output) = split(&mut stream);
            let sending = async {
                if waits {
                    output.write_all(head).await?;
                    output.flush().await?;
                    tokio::time::sleep(WAIT).await;
                    output.write_all(body).await?;
                } else {
                    output.write_all(&[head, body].concat()).await?;
                }
                output.flush().await
            };
            // A service may refuse a body before it has all of it, so both go on at once.
            let reading = reader.reply(&mut input, method);
            let (sent, got) = both(sending, reading).await;
            got.map(|got| (got, sent))
        };
        match got {
            Ok((Got { reply, keep }, sent)) => {
                if keep && sent && reader.is_empty() {
                    let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
                    idle.push(stream);
                }
                Ok(reply)
            }
            Err(error) => Err((error, reader.is_empty())),
        }
    }

    async fn connect(&self) -> Result<Stream, SendError> {
        let address = (self.origin.host.as_str(), self.origin.port);
        let unreachable = |error: std::io::Error| SendError::Unreachable(error.to_string());
        let stream = TcpStream::connect(address).await.map_err(unreachable)?;
        stream.set_nodelay(true).map_err(unreachable)?;
        match self.origin.secure {
            true => connect_tls(stream, &self.origin.host).await,
            false => Ok(Stream::Plain(stream)),
        }
    }
}

/// Sends while reading; ends with the reply. Whether all was sent comes with it.
async fn both<T>(
    sending: impl Future<Output = std::io::Result<()>>,
    reading: impl Future<Output = Result<T, SendError>>,
) -> (bool, Result<T, SendError>) {
    tokio::pin!(sending, reading);
    let mut sent = None;
    loop {
        tokio::select! {
            biased;
            got = &mut reading => return (sent == Some(true), got),
            outcome = &mut sending, if sent.is_none() => sent = Some(outcome.is_ok()),
        }
    }
}

impl Transport for Client {
    fn send<'t>(&'t self, request: &'t Request) -> Replying<'t> {
        Box::pin(async move {
            let prefixed = match self.origin.prefix.as_str() {
                "" => None,
                prefix => Some(Request {
                    target: format!("{prefix}{}", request.target),
                    ..request.clone()
                }),
            };
            let exchange = self.exchange(prefixed.as_ref().unwrap_or(request));
            let outcome = timeout(self.timeout, exchange).await;
            outcome.unwrap_or(Err(SendError::Timeout))
        })
    }

    fn base(&self) -> &str {
        &self.base
    }
}
