//! What is stored goes on: in order, at least once, with stable ids.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::routing::post;
use hit_server::settings::{Forward, Sink};
use hit_server::{Collector, Settings};
use serde_json::Value;

use crate::support::{SAMPLE, Service, start_with};

fn quick(sink: Sink) -> Forward {
    Forward {
        interval: Duration::from_millis(5),
        batch: 8,
        ..Forward::new(sink)
    }
}

async fn until(mut done: impl FnMut() -> bool) {
    for _ in 0..1000 {
        if done() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("not done in time");
}

fn ids(text: &str) -> Vec<String> {
    let lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    lines
        .map(|line| line["id"].as_str().expect("an id").to_owned())
        .collect()
}

/// Those of the whole lines of a file: the last may be half written, or half cut off.
fn lines(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    ids(text.rsplit_once('\n').map_or("", |(whole, _)| whole))
}

#[tokio::test]
async fn to_a_file_from_where_it_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out.ndjson");
    let sink = Sink::File(out.clone());
    let service = start_with("{}", |settings| {
        settings.forward = Some(quick(sink.clone()))
    });
    let mut sent = Vec::new();
    for _ in 0..20 {
        // On several lines, which become one.
        sent.push(
            service.post(SAMPLE.replace(',', ",\n")).await.json()["id"]
                .as_str()
                .expect("an id")
                .to_owned(),
        );
    }
    until(|| lines(&out).len() == 20).await;
    assert_eq!(lines(&out), sent);
    let first: Value = serde_json::from_str(
        std::fs::read_to_string(&out)
            .expect("a file")
            .lines()
            .next()
            .expect("a line"),
    )
    .expect("JSON");
    assert_eq!(
        first["hit"],
        serde_json::from_str::<Value>(SAMPLE).expect("JSON")
    );
    assert_eq!(first["eventAt"], "2020-07-15T10:00:00.000Z");
    let Service {
        collector,
        folder: store,
    } = service;
    collector.stop();
    // A line that was being written when the power went.
    let mut text = std::fs::read_to_string(&out).expect("a file");
    text.push_str("{\"id\": \"half");
    std::fs::write(&out, text).expect("written");
    let mut settings = Settings::new(store.path().join("hits.sqlite"));
    settings.forward = Some(quick(sink));
    let service = Service {
        collector: Collector::start(settings, Default::default()).expect("a collector"),
        folder: store,
    };
    sent.push(
        service.post(SAMPLE).await.json()["id"]
            .as_str()
            .expect("an id")
            .to_owned(),
    );
    until(|| lines(&out).len() == 21).await;
    assert_eq!(lines(&out), sent);
}

/// What a scripted sink does and got.
#[derive(Default)]
struct Got {
    ids: Vec<String>,
    batches: usize,
    /// So many batches are answered 503 first.
    busy: usize,
}

/// A sink that refuses hits with `poison` in them.
async fn sink() -> (SocketAddr, Arc<Mutex<Got>>) {
    let got = Arc::new(Mutex::new(Got {
        busy: 2,
        ..Got::default()
    }));
    let take = |State(got): State<Arc<Mutex<Got>>>, body: String| async move {
        let mut got = got.lock().expect("not poisoned");
        got.batches += 1;
        if got.busy > 0 {
            got.busy -= 1;
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        if body.contains("poison") {
            return StatusCode::UNPROCESSABLE_ENTITY;
        }
        got.ids.extend(ids(&body));
        StatusCode::ACCEPTED
    };
    let router = Router::new()
        .route("/in", post(take))
        .with_state(Arc::clone(&got));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move { axum::serve(listener, router).await });
    (address, got)
}

#[tokio::test(flavor = "multi_thread")]
async fn to_a_url_that_is_busy_and_refuses_one() {
    let (address, got) = sink().await;
    let forward = quick(Sink::Http(format!("http://{address}/in")));
    let service = start_with("{}", |settings| settings.forward = Some(forward));
    let mut wanted = Vec::new();
    for count in 0..30 {
        let poison = count % 10 == 3;
        let hit = if poison {
            SAMPLE.replace("\"ip\"", "\"note\":\"poison\",\"ip\"")
        } else {
            SAMPLE.to_owned()
        };
        let id = service.post(hit).await.json()["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        if !poison {
            wanted.push(id);
        }
    }
    let all: BTreeSet<String> = wanted.iter().cloned().collect();
    until(|| {
        got.lock()
            .is_ok_and(|got| got.ids.iter().cloned().collect::<BTreeSet<_>>() == all)
    })
    .await;
    for _ in 0..500 {
        let metrics = service.admin(Method::GET, "/metrics", "").await.text;
        if metrics.contains("hit_forward_lag_items 0")
            && metrics.contains("hit_forward_poison_total 3")
        {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    let metrics = service.admin(Method::GET, "/metrics", "").await.text;
    assert!(metrics.contains("hit_forward_poison_total 3"), "{metrics}");
    assert!(
        metrics.contains("hit_forward_failures_total 2"),
        "{metrics}"
    );
    // In order, and the three that are never taken are set aside.
    assert_eq!(got.lock().expect("not poisoned").ids, wanted);
    let aside = service
        .admin(Method::GET, "/rejects?code=not-forwarded", "")
        .await
        .json();
    assert_eq!(aside["totalCount"], 3);
    let path = format!("/rejects/{}/replay", aside["rejects"][0]["id"]);
    assert_eq!(service.admin(Method::POST, &path, "").await.status, 404);
    assert_eq!(service.count().await, 30);
}

/// Every kind of sink, where nobody listens.
fn away() -> Vec<Sink> {
    let gone = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|it| it.local_addr())
        .expect("a port");
    vec![
        Sink::Http(format!("http://{gone}/in")),
        Sink::File("/dev/null/none/out.ndjson".into()),
        #[cfg(feature = "postgres")]
        Sink::Postgres {
            connection: format!(
                "host=127.0.0.1 port={} user=hit connect_timeout=1",
                gone.port()
            ),
            table: "hits".to_owned(),
        },
        #[cfg(feature = "clickhouse")]
        Sink::ClickHouse {
            url: format!("http://{gone}"),
            database: "default".to_owned(),
            table: "hits".to_owned(),
        },
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sink_that_is_away_keeps_nothing_from_being_stored() {
    for sink in away() {
        let name = format!("{sink:?}");
        let service = start_with("{}", |settings| settings.forward = Some(quick(sink)));
        for _ in 0..5 {
            assert_eq!(service.post(SAMPLE).await.status, 200, "{name}");
        }
        let mut metrics = String::new();
        for _ in 0..500 {
            metrics = service.admin(Method::GET, "/metrics", "").await.text;
            if metrics.contains("hit_forward_lag_items 5")
                && !metrics.contains("hit_forward_failures_total 0")
            {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        assert!(
            metrics.contains("hit_forward_lag_items 5"),
            "{name}: {metrics}"
        );
        assert!(
            !metrics.contains("hit_forward_failures_total 0"),
            "{name}: {metrics}"
        );
        assert_eq!(service.count().await, 5);
        // Stopping does not wait for the sink.
        service.collector.stop();
    }
}
