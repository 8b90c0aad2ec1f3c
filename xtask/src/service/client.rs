//! A client that costs little: requests are bytes, and of replies only the status, the length and the id are read.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// One connection.
pub(super) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What is read of a reply.
pub(super) struct Reply {
    /// The status.
    pub(super) status: u16,
    /// The body.
    pub(super) body: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub(super) async fn open(address: SocketAddr) -> Option<Self> {
        let stream = TcpStream::connect(address).await.ok()?;
        stream.set_nodelay(true).ok()?;
        Some(Self {
            stream,
            buffer: Vec::with_capacity(1024),
        })
    }

    /// Sends a request and waits for its reply; `None` when the connection ends before.
    pub(super) async fn ask(&mut self, request: &[u8]) -> Option<Reply> {
        self.stream.write_all(request).await.ok()?;
        self.buffer.clear();
        let head = loop {
            if let Some(at) = find(&self.buffer, b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await?;
        };
        let text = std::str::from_utf8(self.buffer.get(..head)?).ok()?;
        let status = text.get(9..12)?.parse().ok()?;
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "))?
            .parse::<usize>()
            .ok()?;
        while self.buffer.len() < head + length {
            self.more().await?;
        }
        let body = self.buffer.get(head..head + length)?.to_vec();
        Some(Reply { status, body })
    }

    async fn more(&mut self) -> Option<()> {
        let count = self.stream.read_buf(&mut self.buffer).await.ok()?;
        (count > 0).then_some(())
    }
}

/// A hit as a request; under a key, which is also in the hit, where there is one.
pub(super) fn request(key: Option<&str>) -> Vec<u8> {
    let mark = key.map_or(String::new(), |key| format!("\"probe\":\"{key}\","));
    let body = format!(
        "{{\"date\":\"2020-07-15T10:00:00\",\"type\":\"CONNECTION\",\"origin\":0,{mark}\"sessionId\":\"7e7f6d22f75d2cc4b9ed5fe907dd7461\",\
         \"ip\":\"127.0.0.1\",\"referrer\":\"https://dam.example.org/search?q=harbor\",\"users\":[{{\"userId\":\"1\"}}],\
         \"connection\":{{\"mode\":\"CLASSIC\",\"success\":true}}}}"
    );
    let key = key.map_or(String::new(), |key| {
        format!("idempotency-key: \"{key}\"\r\n")
    });
    let length = body.len();
    format!(
        "POST /api/stat/hits HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n{key}content-length: {length}\r\n\r\n{body}"
    )
    .into_bytes()
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}
