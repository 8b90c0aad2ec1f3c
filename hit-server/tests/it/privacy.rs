//! Personal values are never shown again, whatever is wrong with them.

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{PLAY, start};

/// A text that stands nowhere else.
const CANARY: &str = "canary-5d41402a@example.org";

/// Hits with a canary in a personal member, each wrong in another way.
fn hits() -> Vec<String> {
    let good: Value = serde_json::from_str(PLAY).expect("JSON");
    let with = |pointer: &str, value: Value| {
        let mut hit = good.clone();
        let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
        let parent = hit.pointer_mut(parent).expect("a place");
        match parent {
            Value::Object(members) => drop(members.insert(name.to_owned(), value)),
            Value::Array(items) => items[name.parse::<usize>().expect("a number")] = value,
            _ => panic!("no container"),
        }
        hit.to_string()
    };
    let long = format!("{CANARY}{}", "x".repeat(5000));
    let mut hits = vec![
        with("/ip", json!(CANARY)),
        with("/ip", json!([CANARY])),
        with("/sessionId", json!(long)),
        with("/sessionId", json!({ "a": CANARY })),
        with("/referrer", json!(long)),
        with("/referrer", json!([CANARY])),
        with("/users", json!(CANARY)),
        with("/users/0", json!(CANARY)),
        with("/users/0", json!({ "email": CANARY })),
        with("/users/0", json!({ "firstName": CANARY, "lastName": 1 })),
        with("/users/0", json!({ "userId": [CANARY] })),
        with("/users/0/userId", json!(long)),
        with("/play", json!(CANARY)),
        json!(CANARY).to_string(),
        json!([CANARY]).to_string(),
    ];
    // The identifier of the session is a user's, and its rule quotes it.
    let mut same: Value = good.clone();
    same["sessionId"] = json!(CANARY);
    same["users"] = json!([{ "userId": CANARY }]);
    hits.push(same.to_string());
    // Not JSON, right behind the canary, and in it.
    hits.push(format!("{{\"ip\": \"{CANARY}\" \"a\"}}"));
    hits.push(format!("{{\"ip\": {CANARY}}}"));
    hits.push(format!("{{\"ip\": \"{CANARY}"));
    hits.push(format!("{{\"ip\": \"{CANARY}\", \"ip\": \"{CANARY}\"}}"));
    hits
}

#[tokio::test]
async fn problems_hold_no_personal_value() {
    let service = start();
    for hit in hits() {
        let reply = service.post(hit.clone()).await;
        assert!(
            matches!(reply.status.as_u16(), 400 | 422),
            "{hit}: {}",
            reply.text
        );
        assert!(!reply.text.contains("canary"), "{hit}: {}", reply.text);
        assert!(
            !reply.json()["errors"]
                .as_array()
                .expect("errors")
                .is_empty()
        );
    }
    // Lists of refused hits do not either, and metrics do not.
    for path in ["/rejects", "/metrics"] {
        let list = service.admin(Method::GET, path, "").await;
        assert_eq!(list.status, 200);
        assert!(!list.text.contains("canary"), "{}", list.text);
    }
}

#[tokio::test]
async fn what_is_public_is_shown() {
    let service = start();
    let mut hit: Value = serde_json::from_str(PLAY).expect("JSON");
    hit["play"]["duration"] = json!(-3);
    let reply = service.post(hit.to_string()).await.json();
    let detail = reply["errors"][0]["detail"].as_str().unwrap_or_default();
    assert!(detail.contains("-3"), "{detail}");
}
