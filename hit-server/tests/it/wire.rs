//! On a socket: what is slow, too large, malformed or told to end.

use std::net::SocketAddr;
use std::time::Duration;

use hit_server::{Collector, Settings, bind, serve};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::support::SAMPLE;

struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    done: JoinHandle<()>,
    folder: TempDir,
}

async fn running(alter: impl FnOnce(&mut Settings)) -> Running {
    let folder = tempfile::tempdir().expect("a folder");
    let mut settings = Settings::new(folder.path().join("hits.sqlite"));
    settings.listen = SocketAddr::from(([127, 0, 0, 1], 0));
    settings.admin = None;
    settings.timeouts.shutdown = Duration::from_secs(5);
    alter(&mut settings);
    let bound = bind(&settings).await.expect("a port");
    let address = bound.public_address().expect("an address");
    let collector = Collector::start(settings, Default::default()).expect("a collector");
    let (stop, stopped) = oneshot::channel();
    let done = tokio::spawn(async move {
        let end = async { drop(stopped.await) };
        serve(collector, bound, end).await.expect("served");
    });
    Running {
        address,
        stop,
        done,
        folder,
    }
}

impl Running {
    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address)
            .await
            .expect("a connection")
    }

    /// What is answered to some bytes, up to the end of the connection.
    async fn tell(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.expect("written");
        all(&mut stream).await
    }

    async fn end(self) -> TempDir {
        self.stop.send(()).expect("running");
        self.done.await.expect("ended well");
        self.folder
    }
}

/// All that comes until the connection ends; a connection that is torn down ends, too.
async fn all(stream: &mut TcpStream) -> String {
    let mut text = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut text));
    let _ = read.await.expect("the connection ends");
    String::from_utf8_lossy(&text).into_owned()
}

fn post(head: &str, body: &str) -> Vec<u8> {
    let length = body.len();
    format!("POST /api/stat/hits HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\n{head}content-length: {length}\r\n\r\n{body}").into_bytes()
}

#[tokio::test]
async fn a_hit_over_a_socket_also_in_chunks_and_after_being_asked() {
    let service = running(|_| {}).await;
    assert!(
        service
            .tell(&post("", SAMPLE))
            .await
            .starts_with("HTTP/1.1 200 ")
    );
    let chunked = format!(
        "POST /api/stat/hits HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{SAMPLE}\r\n0\r\n\r\n",
        SAMPLE.len()
    );
    assert!(
        service
            .tell(chunked.as_bytes())
            .await
            .starts_with("HTTP/1.1 200 ")
    );
    let expecting = service
        .tell(&post("expect: 100-continue\r\n", SAMPLE))
        .await;
    assert!(
        expecting.starts_with("HTTP/1.1 100 ") && expecting.contains("HTTP/1.1 200 "),
        "{expecting}"
    );
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_and_the_client_hears_it() {
    let service = running(|settings| settings.limits.body_bytes = 10_000).await;
    for bytes in [10_001, 19_000] {
        let reply = service.tell(&post("", &" ".repeat(bytes))).await;
        assert!(reply.starts_with("HTTP/1.1 413 "), "{bytes}: {reply}");
        assert!(reply.contains("/too-large"));
    }
    // Announced only: not asked for.
    let reply = service.tell(b"POST /api/stat/hits HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\nexpect: 100-continue\r\ncontent-length: 99999999999\r\n\r\n").await;
    assert!(reply.starts_with("HTTP/1.1 413 "), "{reply}");
}

#[tokio::test]
async fn slow_heads_idle_connections_and_slow_bodies_are_ended() {
    let service = running(|settings| {
        settings.timeouts.head = Duration::from_millis(200);
        settings.timeouts.body = Duration::from_millis(200);
    })
    .await;
    let reply = service
        .tell(b"POST /api/stat/hits HTTP/1.1\r\nhost: a\r\nx-slow: ")
        .await;
    assert!(!reply.contains(" 200 "), "{reply}");
    assert_eq!(service.tell(b"").await, "");
    let mut idle = service.connect().await;
    idle.write_all(b"GET /api/stat HTTP/1.1\r\nhost: a\r\n\r\n")
        .await
        .expect("written");
    assert!(all(&mut idle).await.starts_with("HTTP/1.1 200 "));
    let half = &post("", SAMPLE)[..200];
    let reply = service.tell(half).await;
    assert!(reply.starts_with("HTTP/1.1 408 "), "{reply}");
}

#[tokio::test]
async fn floods_of_headers_and_malformed_requests() {
    let service = running(|_| {}).await;
    let many = (0..200)
        .map(|count| format!("x-{count}: 1\r\n"))
        .collect::<String>();
    let reply = service
        .tell(format!("GET /api/stat HTTP/1.1\r\nhost: a\r\n{many}\r\n").as_bytes())
        .await;
    assert!(reply.starts_with("HTTP/1.1 431 "), "{reply}");
    let large = "x".repeat(100_000);
    let reply = service
        .tell(format!("GET /api/stat HTTP/1.1\r\nhost: a\r\nx-large: {large}\r\n\r\n").as_bytes())
        .await;
    assert!(
        reply.starts_with("HTTP/1.1 431 ") || reply.is_empty(),
        "{reply}"
    );
    let reply = service
        .tell(format!("GET /{large} HTTP/1.1\r\nhost: a\r\n\r\n").as_bytes())
        .await;
    assert!(
        reply.starts_with("HTTP/1.1 4") || reply.is_empty(),
        "{reply}"
    );
    for malformed in [
        "nonsense\r\n\r\n".to_owned(),
        "GET /api/stat HTTP/9.9\r\n\r\n".to_owned(),
        "GET /api stat HTTP/1.1\r\n\r\n".to_owned(),
        "GET /api/stat HTTP/1.1\r\nno colon\r\n\r\n".to_owned(),
        "POST /api/stat/hits HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n".to_owned(),
        "POST /api/stat/hits HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}".to_owned(),
        "\0\0\0\0\r\n\r\n".to_owned(),
    ] {
        let reply = service.tell(malformed.as_bytes()).await;
        assert!(reply.starts_with("HTTP/1.1 4"), "{malformed:?}: {reply}");
    }
    // A length and chunks at once are how requests are smuggled: hyper takes the chunks, and ends the connection.
    let smuggled = format!(
        "POST /api/stat/hits HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n{}",
        "GET /api/stat HTTP/1.1\r\nhost: a\r\n\r\n"
    );
    let reply = service.tell(smuggled.as_bytes()).await;
    assert!(!reply.contains("200 OK"), "{reply}");
    // All the same it still serves.
    assert!(
        service
            .tell(&post("", SAMPLE))
            .await
            .starts_with("HTTP/1.1 200 ")
    );
}

#[tokio::test]
async fn connections_wait_when_there_are_too_many() {
    let service = running(|settings| {
        settings.limits.connections = 2;
        settings.timeouts.head = Duration::from_millis(300);
    })
    .await;
    let _idle = [service.connect().await, service.connect().await];
    // Served once one of the idle ones has been ended.
    assert!(
        service
            .tell(&post("", SAMPLE))
            .await
            .starts_with("HTTP/1.1 200 ")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_under_load_loses_nothing_that_was_acknowledged() {
    let service = running(|_| {}).await;
    let address = service.address;
    let clients: Vec<_> = (0..20)
        .map(|_| {
            tokio::spawn(async move {
                let mut acknowledged = 0_u64;
                loop {
                    let Ok(mut stream) = TcpStream::connect(address).await else {
                        return acknowledged;
                    };
                    if stream.write_all(&post("", SAMPLE)).await.is_err() {
                        return acknowledged;
                    }
                    let mut text = Vec::new();
                    let read = stream.read_to_end(&mut text).await;
                    match text.starts_with(b"HTTP/1.1 200 ") {
                        true => acknowledged += 1,
                        false
                            if read.is_err()
                                || text.is_empty()
                                || text.starts_with(b"HTTP/1.1 503 ") =>
                        {
                            return acknowledged;
                        }
                        false => panic!("{}", String::from_utf8_lossy(&text)),
                    }
                }
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(300)).await;
    let folder = service.end().await;
    let mut acknowledged = 0;
    for client in clients {
        acknowledged += client.await.expect("a count");
    }
    let store = rusqlite::Connection::open(folder.path().join("hits.sqlite")).expect("a file");
    let stored: i64 = store
        .query_row("SELECT count(*) FROM hits", [], |row| row.get(0))
        .expect("a number");
    assert!(acknowledged > 0);
    assert_eq!(u64::try_from(stored).expect("a number"), acknowledged);
}
