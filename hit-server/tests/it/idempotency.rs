//! The same hit, sent twice.

use hit_server::{Collector, Settings};

use crate::support::{DOWNLOAD, SAMPLE, Service, start};

#[tokio::test]
async fn a_key_stores_one_hit_even_after_a_restart() {
    let service = start();
    let key = [(
        "idempotency-key",
        "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
    )];
    let first = service.post_with(&key, SAMPLE).await;
    let second = service.post_with(&key, SAMPLE).await;
    assert_eq!((first.status.as_u16(), second.status.as_u16()), (200, 200));
    assert_eq!(first.json()["id"], second.json()["id"]);
    let Service { collector, folder } = service;
    collector.stop();
    let settings = Settings::new(folder.path().join("hits.sqlite"));
    let collector = Collector::start(settings, Default::default()).expect("a collector");
    let service = Service { collector, folder };
    // The same key without quotes is the same key.
    let plain = [("idempotency-key", "8e03978e-40d5-43dd-bc93-6894a57f9324")];
    assert_eq!(
        service.post_with(&plain, SAMPLE).await.json()["id"],
        first.json()["id"]
    );
    let other = service.post_with(&plain, DOWNLOAD).await;
    assert_eq!(other.status, 422);
    assert!(
        other.json()["type"]
            .as_str()
            .is_some_and(|it| it.ends_with("/idempotency-key-reused"))
    );
    assert_eq!(service.count().await, 1);
}

#[tokio::test]
async fn without_a_key_two_are_two() {
    let service = start();
    service.post(SAMPLE).await;
    service.post(SAMPLE).await;
    assert_eq!(service.count().await, 2);
    for bad in ["", "\"\"", "a\u{1}"] {
        let Ok(value) = axum::http::HeaderValue::from_bytes(bad.as_bytes()) else {
            continue;
        };
        let value = value.to_str().unwrap_or_default().to_owned();
        assert_eq!(
            service
                .post_with(&[("idempotency-key", &value)], SAMPLE)
                .await
                .status,
            400,
            "{bad:?}"
        );
    }
    let long = "k".repeat(256);
    assert_eq!(
        service
            .post_with(&[("idempotency-key", &long)], SAMPLE)
            .await
            .status,
        400
    );
}

#[tokio::test]
async fn many_at_once_under_one_key_are_one() {
    let service = start();
    let key = [("idempotency-key", "one")];
    let replies =
        futures_util::future::join_all((0..50).map(|_| service.post_with(&key, SAMPLE))).await;
    let ids: std::collections::BTreeSet<String> = replies
        .iter()
        .map(|reply| reply.json()["id"].to_string())
        .collect();
    assert_eq!((ids.len(), service.count().await), (1, 1));
}
