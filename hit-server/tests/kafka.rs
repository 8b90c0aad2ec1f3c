//! Forwarding to the mock brokers of librdkafka: real sockets and the real protocol, but no real Kafka.

#![cfg(feature = "kafka")]

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::Request;
use hit_server::settings::{Forward, Sink};
use hit_server::{Collector, Settings};
use rdkafka::consumer::{BaseConsumer, Consumer};
use rdkafka::mocking::MockCluster;
use rdkafka::{ClientConfig, Message};
use tower::util::ServiceExt;

const HIT: &str = r#"{"date":"2020-07-15T10:00:00","type":"VIEW","origin":0,"sessionId":"7e7f","ip":"127.0.0.1","users":[{"userId":"1"}],"medias":["1"]}"#;

async fn post(collector: &Collector) -> String {
    let request = Request::post("/api/stat/hits")
        .header("content-type", "application/json")
        .body(Body::from(HIT));
    let router = collector.router();
    let reply = router.oneshot(request.expect("a request")).await;
    let reply = reply.expect("never fails");
    let location = reply.headers().get("location").expect("stored");
    let location = location.to_str().expect("ASCII");
    location.rsplit('/').next().expect("an id").to_owned()
}

/// Keys and hits of so many messages, sorted: partitions have no order among them.
fn read(brokers: &str, count: usize) -> Vec<(String, String)> {
    let consumer: BaseConsumer = ClientConfig::new()
        .set("bootstrap.servers", brokers)
        .set("group.id", "test")
        .set("auto.offset.reset", "earliest")
        .create()
        .expect("a consumer");
    consumer.subscribe(&["hits"]).expect("subscribed");
    let mut found = Vec::new();
    // So long at most, for machines that are busy.
    let last = Instant::now() + Duration::from_secs(60);
    while found.len() < count && Instant::now() < last {
        let Some(Ok(message)) = consumer.poll(Duration::from_millis(200)) else {
            continue;
        };
        let text =
            |bytes: Option<&[u8]>| String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned();
        found.push((text(message.key()), text(message.payload())));
    }
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn every_hit_is_a_message_under_its_id() {
    let cluster = MockCluster::new(3).expect("brokers");
    cluster.create_topic("hits", 3, 3).expect("a topic");
    let folder = tempfile::tempdir().expect("a folder");
    let mut settings = Settings::new(folder.path().join("hits.sqlite"));
    settings.forward = Some(Forward {
        interval: Duration::from_millis(5),
        batch: 7,
        ..Forward::new(Sink::Kafka {
            brokers: cluster.bootstrap_servers(),
            topic: "hits".to_owned(),
        })
    });
    let collector = Collector::start(settings, Default::default()).expect("a collector");
    let mut wanted = Vec::new();
    for _ in 0..30 {
        wanted.push(post(&collector).await);
    }
    wanted.sort();
    let brokers = cluster.bootstrap_servers();
    let count = wanted.len();
    let found = tokio::task::spawn_blocking(move || read(&brokers, count)).await;
    let found = found.expect("read");
    let keys: Vec<&String> = found.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, wanted.iter().collect::<Vec<_>>());
    for (key, text) in &found {
        let message: serde_json::Value = serde_json::from_str(text).expect("JSON");
        let hit: serde_json::Value = serde_json::from_str(HIT).expect("JSON");
        assert_eq!(message["id"], **key);
        assert_eq!(message["hit"], hit);
    }
    collector.stop();
}
