//! The store: one process, one version, and what happens when it is full.

use std::time::Duration;

use axum::http::Method;
use hit_server::{Collector, Settings, StoreError};

use crate::support::{SAMPLE, start, start_with};

#[tokio::test]
async fn a_second_collector_is_refused() {
    let service = start();
    let settings = Settings::new(service.folder.path().join("hits.sqlite"));
    let error = Collector::start(settings.clone(), Default::default())
        .err()
        .expect("refused");
    assert!(matches!(error, StoreError::Locked(_)), "{error}");
    assert!(error.to_string().contains("in use"), "{error}");
    service.collector.stop();
    assert!(Collector::start(settings, Default::default()).is_ok());
}

#[test]
fn other_files_are_refused_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |name: &str| {
        let settings = Settings::new(folder.path().join(name));
        let error = Collector::start(settings, Default::default())
            .err()
            .expect("refused");
        assert!(matches!(error, StoreError::Foreign(_)), "{error}");
        error.to_string()
    };
    std::fs::write(
        folder.path().join("text"),
        "no database at all, but a text that is long enough",
    )
    .expect("written");
    assert!(refused("text").contains("not a SQLite file"));
    let other = rusqlite::Connection::open(folder.path().join("other")).expect("a file");
    other
        .execute_batch("CREATE TABLE mine (a)")
        .expect("a table");
    assert!(refused("other").contains("not a store of hits"));
    drop(
        Collector::start(
            Settings::new(folder.path().join("later")),
            Default::default(),
        )
        .expect("a store"),
    );
    let later = rusqlite::Connection::open(folder.path().join("later")).expect("a file");
    later.pragma_update(None, "user_version", 2).expect("set");
    assert!(refused("later").contains("version 2"));
}

#[tokio::test]
async fn all_that_was_taken_is_there_after_a_stop() {
    let service = start();
    let replies = futures_util::future::join_all((0..500).map(|_| service.post(SAMPLE))).await;
    assert!(replies.iter().all(|reply| reply.status == 200));
    let folder = service.folder;
    service.collector.stop();
    let log = std::fs::metadata(folder.path().join("hits.sqlite-wal"));
    assert!(
        log.is_err() || log.is_ok_and(|log| log.len() == 0),
        "the log is folded into the file"
    );
    let store = rusqlite::Connection::open(folder.path().join("hits.sqlite")).expect("a file");
    let count: i64 = store
        .query_row("SELECT count(*) FROM hits", [], |row| row.get(0))
        .expect("a number");
    assert_eq!(count, 500);
    let integrity: String = store
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .expect("a text");
    assert_eq!(integrity, "ok");
}

#[tokio::test]
async fn a_full_store_says_503_at_once_and_recovers() {
    let service = start_with("{}", |settings| settings.storage.store_bytes = 256 * 1024);
    let big = SAMPLE.replace(
        "\"ip\"",
        &format!("\"note\":\"{}\",\"ip\"", "x".repeat(20_000)),
    );
    let mut stored = 0;
    let refused = loop {
        let reply = service.post(big.clone()).await;
        match reply.status.as_u16() {
            200 => stored += 1,
            _ => break reply,
        }
        assert!(stored < 100, "never full");
    };
    assert_eq!(
        (refused.status.as_u16(), refused.header("retry-after")),
        (503, "1")
    );
    assert_eq!(service.admin(Method::GET, "/readyz", "").await.status, 503);
    assert_eq!(service.admin(Method::GET, "/livez", "").await.status, 200);
    assert_eq!(service.count().await, stored);
    // What was acknowledged is still there, and nothing more.
    assert!(stored > 0);
}

#[tokio::test]
async fn too_little_free_space_says_503() {
    let service = start_with("{}", |settings| settings.storage.free_bytes = u64::MAX);
    for _ in 0..200 {
        if service.admin(Method::GET, "/readyz", "").await.status == 503 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(service.admin(Method::GET, "/readyz", "").await.status, 503);
    let reply = service.post(SAMPLE).await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("retry-after")),
        (503, "1")
    );
}

#[tokio::test]
async fn a_full_queue_says_503_at_once() {
    let service = start_with("{}", |settings| settings.storage.queue_items = 0);
    let reply = service.post(SAMPLE).await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("retry-after")),
        (503, "1")
    );
    // By bytes: one goes alone, and others beside it do not.
    let service = start_with("{}", |settings| settings.storage.queue_bytes = 1);
    let replies = futures_util::future::join_all((0..200).map(|_| service.post(SAMPLE))).await;
    let stored = replies.iter().filter(|reply| reply.status == 200).count();
    assert!(
        replies
            .iter()
            .all(|reply| matches!(reply.status.as_u16(), 200 | 503))
    );
    assert!(stored >= 1);
    assert_eq!(service.count().await, stored as u64);
    let metrics = service.admin(Method::GET, "/metrics", "").await.text;
    assert!(
        stored == 200 || metrics.contains("reason=\"queue\""),
        "{metrics}"
    );
}
