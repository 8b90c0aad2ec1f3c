//! A reply from bytes (RFC 9112): bounded in size.

use tokio::io::{AsyncRead, AsyncReadExt};

use super::message::Reply;
use super::transport::SendError;

/// Bytes of a head.
const HEAD: usize = 256 << 10;
/// Headers of a reply.
const HEADERS: usize = 256;
/// Bytes of a body.
const BODY: usize = 64 << 20;

/// What is read from a connection.
pub struct Reader {
    buffer: Vec<u8>,
}

/// A reply, and whether the connection can be used again.
pub struct Got {
    pub reply: Reply,
    pub keep: bool,
}

impl Reader {
    pub fn new() -> Self {
        Self { buffer: Vec::new() }
    }

    /// Whether nothing came yet.
    pub fn is_empty(&self) -> bool {
        self.buffer.is_empty()
    }

    /// Reads one final reply; interim ones (RFC 9110, section 15.2) are passed over.
    pub async fn reply(
        &mut self,
        stream: &mut (impl AsyncRead + Unpin),
        method: &str,
    ) -> Result<Got, SendError> {
        loop {
            let (reply, version, length) = self.head(stream).await?;
            self.buffer.drain(..length);
            if reply.status / 100 != 1 {
                return self.body(stream, reply, version, method).await;
            }
        }
    }

    async fn head(
        &mut self,
        stream: &mut (impl AsyncRead + Unpin),
    ) -> Result<(Reply, u8, usize), SendError> {
        loop {
            let mut headers = [httparse::EMPTY_HEADER; HEADERS];
            let mut parsed = httparse::Response::new(&mut headers);
            match parsed.parse(&self.buffer) {
                Ok(httparse::Status::Complete(length)) => {
                    let headers = parsed.headers.iter().map(|header| {
                        let value = String::from_utf8_lossy(header.value).into_owned();
                        (header.name.to_owned(), value)
                    });
                    let reply = Reply {
                        status: parsed.code.unwrap_or_default(),
                        headers: headers.collect(),
                        body: Vec::new(),
                    };
                    return Ok((reply, parsed.version.unwrap_or(1), length));
                }
                Ok(httparse::Status::Partial) if self.buffer.len() > HEAD => {
                    return Err(broken("the head of the reply does not end"));
                }
                Ok(httparse::Status::Partial) => {}
                Err(error) => return Err(broken(&error.to_string())),
            }
            self.more(stream).await?;
        }
    }

    async fn more(&mut self, stream: &mut (impl AsyncRead + Unpin)) -> Result<(), SendError> {
        let mut chunk = [0; 16 << 10];
        let read = stream.read(&mut chunk).await;
        match read.map_err(|error| broken(&error.to_string()))? {
            0 => Err(broken(
                "the connection was closed before the reply was complete",
            )),
            length => {
                self.buffer.extend(chunk.iter().take(length));
                Ok(())
            }
        }
    }

    async fn body(
        &mut self,
        stream: &mut (impl AsyncRead + Unpin),
        mut reply: Reply,
        version: u8,
        method: &str,
    ) -> Result<Got, SendError> {
        let close = reply
            .header("connection")
            .is_some_and(|value| value.to_ascii_lowercase().contains("close"));
        let mut keep = version == 1 && !close;
        let chunked = reply
            .header("transfer-encoding")
            .is_some_and(|value| value.to_ascii_lowercase().contains("chunked"));
        let length = reply.header("content-length").map(str::to_owned);
        reply.body = if method == "HEAD" || matches!(reply.status, 204 | 304) {
            Vec::new()
        } else if chunked {
            self.chunked(stream).await?
        } else if let Some(length) = length {
            let length = length.trim().parse();
            let length = length.map_err(|_| broken("the Content-Length is no number"))?;
            self.exactly(stream, length).await?
        } else {
            keep = false;
            self.rest(stream).await?
        };
        Ok(Got { reply, keep })
    }

    async fn exactly(
        &mut self,
        stream: &mut (impl AsyncRead + Unpin),
        length: usize,
    ) -> Result<Vec<u8>, SendError> {
        if length > BODY {
            return Err(broken("the reply is too long"));
        }
        while self.buffer.len() < length {
            self.more(stream).await?;
        }
        Ok(self.buffer.drain(..length).collect())
    }

    async fn rest(&mut self, stream: &mut (impl AsyncRead + Unpin)) -> Result<Vec<u8>, SendError> {
        while self.buffer.len() <= BODY {
            if self.more(stream).await.is_err() {
                return Ok(std::mem::take(&mut self.buffer));
            }
        }
        Err(broken("the reply is too long"))
    }

    async fn chunked(
        &mut self,
        stream: &mut (impl AsyncRead + Unpin),
    ) -> Result<Vec<u8>, SendError> {
        let mut body = Vec::new();
        loop {
            let line = self.line(stream).await?;
            let size = line.split(';').next().unwrap_or_default().trim();
            let size = usize::from_str_radix(size, 16);
            let size = size.map_err(|_| broken("the size of a chunk is no number"))?;
            if size == 0 {
                while !self.line(stream).await?.is_empty() {}
                return Ok(body);
            }
            if size > BODY || body.len() + size > BODY {
                return Err(broken("the reply is too long"));
            }
            body.extend(self.exactly(stream, size).await?);
            self.exactly(stream, 2).await?;
        }
    }

    async fn line(&mut self, stream: &mut (impl AsyncRead + Unpin)) -> Result<String, SendError> {
        loop {
            if let Some(at) = self.buffer.windows(2).position(|pair| pair == b"\r\n") {
                let line: Vec<u8> = self.buffer.drain(..at + 2).take(at).collect();
                return Ok(String::from_utf8_lossy(&line).into_owned());
            }
            if self.buffer.len() > HEAD {
                return Err(broken("a line of the reply does not end"));
            }
            self.more(stream).await?;
        }
    }
}

fn broken(why: &str) -> SendError {
    SendError::Broken(why.to_owned())
}
