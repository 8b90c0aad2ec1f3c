//! Refused hits are kept, within bounds, and judged again.

use axum::http::Method;
use serde_json::Value;

use crate::support::{PLAY, SAMPLE, Service, start, start_with};

/// Waits until the writer has kept so many.
async fn kept(service: &Service, count: u64) -> Value {
    for _ in 0..500 {
        let list = service.admin(Method::GET, "/rejects", "").await.json();
        if list["totalCount"] == count {
            return list;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!(
        "not {count}: {}",
        service.admin(Method::GET, "/rejects", "").await.text
    );
}

fn without_origin() -> String {
    SAMPLE.replace("\"origin\":0,", "")
}

#[tokio::test]
async fn listed_shown_and_deleted() {
    let service = start();
    service.post(without_origin()).await;
    service.post("{").await;
    let list = kept(&service, 2).await;
    assert_eq!(list["rejects"][0]["code"], "not-json");
    assert_eq!(list["rejects"][1]["code"], "origin-or-client-id");
    let filtered = service
        .admin(Method::GET, "/rejects?type=CONNECTION", "")
        .await
        .json();
    assert_eq!(filtered["totalCount"], 1);
    let path = format!("/rejects/{}", list["rejects"][1]["id"]);
    let shown = service.admin(Method::GET, &path, "").await.json();
    assert_eq!(shown["body"], without_origin());
    assert_eq!(shown["problem"]["status"], 422);
    assert_eq!(service.admin(Method::DELETE, &path, "").await.status, 204);
    assert_eq!(service.admin(Method::GET, &path, "").await.status, 404);
    assert_eq!(
        service.admin(Method::DELETE, "/rejects", "").await.status,
        204
    );
    kept(&service, 0).await;
}

#[tokio::test]
async fn replayed_once_what_they_are_held_to_has_changed() {
    let short = r#"{ "medias": [{ "id": "9120", "durationInSeconds": 10 }] }"#;
    let service = start_with(short, |_| {});
    assert_eq!(service.post(PLAY).await.status, 422);
    let list = kept(&service, 1).await;
    let path = format!("/rejects/{}/replay", list["rejects"][0]["id"]);
    let reply = service.admin(Method::POST, &path, "").await;
    assert_eq!((reply.status.as_u16(), reply.errors().len()), (422, 2));
    kept(&service, 1).await;
    let long = r#"{ "medias": [{ "id": "9120", "durationInSeconds": 60 }] }"#;
    assert_eq!(
        service.admin(Method::PUT, "/catalogue", long).await.status,
        204
    );
    let reply = service.admin(Method::POST, &path, "").await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    let id = reply.json()["id"].as_str().expect("an id").to_owned();
    assert_eq!(
        service.get(&format!("/api/stat/hits/{id}")).await.status,
        200
    );
    kept(&service, 0).await;
    assert_eq!(service.admin(Method::POST, &path, "").await.status, 404);
}

#[tokio::test]
async fn replayed_all_at_once() {
    let service = start();
    for _ in 0..3 {
        service.post(without_origin()).await;
    }
    service.post("[]").await;
    kept(&service, 4).await;
    let reply = service
        .admin(Method::POST, "/rejects/replay", "")
        .await
        .json();
    assert_eq!(
        (reply["stored"].as_u64(), reply["refused"].as_u64()),
        (Some(0), Some(4))
    );
}

#[tokio::test]
async fn bounded_and_not_kept_when_told_so() {
    let service = start_with("{}", |settings| {
        settings.rejects.count = 2;
        settings.rejects.body_bytes = 10;
    });
    for _ in 0..5 {
        service.post(without_origin()).await;
    }
    let list = kept(&service, 2).await;
    assert_eq!(list["rejects"][0]["kept"], false);
    let path = format!("/rejects/{}/replay", list["rejects"][0]["id"]);
    assert_eq!(service.admin(Method::POST, &path, "").await.status, 404);
    let silent = start_with("{}", |settings| settings.rejects.keep = false);
    silent.post(without_origin()).await;
    silent.post(SAMPLE).await;
    assert_eq!(
        silent.admin(Method::GET, "/rejects", "").await.json()["totalCount"],
        0
    );
}
