//! The admin service.

use axum::http::Method;

use crate::support::{SAMPLE, start};

#[tokio::test]
async fn health_metrics_and_version() {
    let service = start();
    service.post(SAMPLE).await;
    service.post("{}").await;
    for path in [
        "/livez",
        "/readyz",
        "/metrics",
        "/version",
        "/rejects",
        "/catalogue",
    ] {
        assert_eq!(
            service.admin(Method::GET, path, "").await.status,
            200,
            "{path}"
        );
        let refused = service.admin(Method::PATCH, path, "").await;
        assert_eq!(refused.status, 405);
        assert!(refused.header("allow").contains("GET"));
    }
    let metrics = service.admin(Method::GET, "/metrics", "").await.text;
    for line in [
        "hit_hits_total{type=\"CONNECTION\",outcome=\"stored\"} 1",
        "hit_refused_total{code=",
        "hit_queue_items 0",
        "hit_batch_items_count",
        "# EOF",
    ] {
        assert!(metrics.contains(line), "{line}\n{metrics}");
    }
    let version = service.admin(Method::GET, "/version", "").await.json();
    assert_eq!(version["newest"], 1);
    assert!(
        version["schemas"]["PLAY"]
            .as_str()
            .is_some_and(|it| it.starts_with("sha256-"))
    );
    assert_eq!(
        service.admin(Method::GET, "/api/stat", "").await.status,
        404
    );
}

#[tokio::test]
async fn a_collector_that_stops_is_not_ready() {
    let service = start();
    service.collector.refuse();
    let ready = service.admin(Method::GET, "/readyz", "").await;
    assert_eq!(
        (ready.status.as_u16(), ready.header("retry-after")),
        (503, "1")
    );
    assert_eq!(service.post(SAMPLE).await.status, 503);
    assert_eq!(service.admin(Method::GET, "/livez", "").await.status, 200);
}
