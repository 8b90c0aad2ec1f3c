//! The client against the collector, and against services that behave badly.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use hit_client::{Client, Config, Drift, ErrorKind, Options};
use hit_model::{Connection, ConnectionDetails, ConnectionMode, Hit, User};
use hit_server::{Collector, Settings, bind, serve};

fn hit() -> Connection {
    let user = User {
        user_id: Some("1".to_owned()),
        ..User::default()
    };
    let details = ConnectionDetails::new(ConnectionMode::Sso, true);
    Connection::new(
        "2020-07-15T10:00:00",
        "7e7f6d22f75d2cc4",
        "127.0.0.1",
        vec![user],
        details,
    )
}

/// A collector on a port of its own, as long as the runtime lives.
fn collector() -> (tokio::runtime::Runtime, tempfile::TempDir, SocketAddr) {
    let folder = tempfile::tempdir().expect("a folder");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let mut settings = Settings::new(folder.path().join("hits.sqlite"));
    settings.listen = SocketAddr::from(([127, 0, 0, 1], 0));
    settings.admin = None;
    let bound = runtime.block_on(bind(&settings)).expect("a port");
    let address = bound.public_address().expect("an address");
    let collector = Collector::start(settings, Default::default()).expect("a collector");
    runtime.spawn(serve(collector, bound, std::future::pending()));
    (runtime, folder, address)
}

/// A service that answers each request with the next of `replies`, and tells what it was asked.
fn scripted(replies: &'static [&'static str]) -> (SocketAddr, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let (sender, asked) = channel();
    thread::spawn(move || {
        for reply in replies {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut request = Vec::new();
            let mut buffer = [0; 4096];
            while !String::from_utf8_lossy(&request).contains("}]") {
                let count = stream.read(&mut buffer).expect("a request");
                if count == 0 {
                    break;
                }
                request.extend_from_slice(&buffer[..count]);
            }
            sender
                .send(String::from_utf8_lossy(&request).into_owned())
                .expect("a listener");
            let length = reply
                .split_once("\r\n\r\n")
                .map_or(0, |(_, body)| body.len());
            let reply = reply.replace(
                "\r\n\r\n",
                &format!("\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"),
            );
            stream.write_all(reply.as_bytes()).expect("written");
        }
    });
    (address, asked)
}

fn client(address: SocketAddr) -> Client {
    let waits = (Duration::from_millis(1), Duration::from_millis(5));
    Client::new(
        Config::new(format!("http://{address}/"))
            .waits(waits.0, waits.1)
            .client_id("press-portal"),
    )
    .expect("a client")
}

#[test]
fn sends_finds_no_drift_and_stores_once_under_a_key() {
    let (_runtime, _folder, address) = collector();
    let client = client(address);
    let options = Options {
        key: Some("one".to_owned()),
        ..Options::default()
    };
    let first = client
        .send_with(&Hit::from(hit()), &options)
        .expect("stored");
    let second = client
        .send_with(&Hit::from(hit()), &options)
        .expect("stored");
    assert_eq!(first.id, second.id);
    assert_ne!(client.send(&Hit::from(hit())).expect("stored").id, first.id);
    assert_eq!(first.not_evaluated, ["session-is-not-a-known-user"]);
    let drift = client.drift().expect("schemas");
    assert_eq!(drift.len(), 6);
    assert!(
        drift.iter().all(|(_, drift)| *drift == Drift::None),
        "{drift:?}"
    );
}

#[test]
fn a_refusal_says_why_and_is_not_tried_again() {
    let (_runtime, _folder, address) = collector();
    let client = Client::new(Config::new(format!("http://{address}"))).expect("a client");
    // Neither `origin` nor the client id.
    let error = client.send(&Hit::from(hit())).expect_err("refused");
    assert_eq!(error.attempts, 1, "{error}");
    let ErrorKind::Refused(problem) = &error.kind else {
        panic!("{error}")
    };
    assert_eq!(
        (problem.status, problem.errors[0].rule.as_deref()),
        (422, Some("origin-or-client-id"))
    );
    let text = error.to_string();
    assert!(text.contains("#/origin [origin-or-client-id]"), "{text}");
}

#[test]
fn a_hit_that_is_not_valid_is_not_sent() {
    let client = client(SocketAddr::from(([127, 0, 0, 1], 9)));
    let mut wrong = hit();
    wrong.ip = "localhost".to_owned();
    let error = client.send(&Hit::from(wrong)).expect_err("not valid");
    assert!(matches!(error.kind, ErrorKind::Invalid(_)), "{error}");
    assert!(error.to_string().contains("#/ip [pattern]"), "{error}");
    assert_eq!(error.attempts, 0);
}

#[test]
fn tries_again_under_the_same_key() {
    let (address, asked) = scripted(&[
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\n\r\n",
        "HTTP/1.1 429 Too Many Requests\r\n\r\n{\"title\":\"slow down\"}",
        "HTTP/1.1 200 OK\r\n\r\n{\"id\":\"abc-1\"}",
    ]);
    let sent = client(address).send(&Hit::from(hit())).expect("stored");
    assert_eq!((sent.id.as_str(), sent.attempts), ("abc-1", 3));
    let requests: Vec<String> = asked.iter().collect();
    let header = |request: &String, name: &str| {
        let lines = request
            .lines()
            .find(|line| line.to_lowercase().starts_with(name));
        lines.map(str::to_owned).unwrap_or_default()
    };
    let keys: Vec<String> = requests
        .iter()
        .map(|it| header(it, "idempotency-key:"))
        .collect();
    assert!(
        keys[0].len() > 30 && keys.iter().all(|key| *key == keys[0]),
        "{keys:?}"
    );
    assert!(header(&requests[0], "x-kpk-client-id:").ends_with("press-portal"));
}

#[test]
fn gives_up_with_the_last_that_was_heard_and_the_key() {
    let (address, _asked) =
        scripted(&["HTTP/1.1 503 Service Unavailable\r\n\r\n{\"title\":\"full\"}"; 5]);
    let error = client(address)
        .send(&Hit::from(hit()))
        .expect_err("given up");
    let ErrorKind::Unavailable { last, key } = &error.kind else {
        panic!("{error}")
    };
    assert_eq!(
        (error.attempts, last.as_str(), key.len()),
        (5, "503: full", 32)
    );
    // Nobody listens on the port of a listener that is gone.
    let gone = TcpListener::bind("127.0.0.1:0")
        .and_then(|it| it.local_addr())
        .expect("a port");
    assert!(matches!(
        client(gone).send(&Hit::from(hit())).expect_err("away").kind,
        ErrorKind::Unavailable { .. }
    ));
}

#[test]
fn an_address_that_is_none() {
    for address in ["", "localhost", "127.0.0.1:80", "/api"] {
        assert!(Client::new(Config::new(address)).is_err(), "{address}");
    }
}
