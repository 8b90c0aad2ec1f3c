//! Taking hits.

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{DOWNLOAD, PLAY, SAMPLE, start, start_with};

#[tokio::test]
async fn the_documented_sample_is_taken_and_read_back_equal() {
    let service = start();
    let reply = service.post(SAMPLE).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    assert_eq!(reply.header("content-type"), "application/hal+json");
    let href = reply.json()["_links"]["self"]["href"]
        .as_str()
        .expect("a link")
        .to_owned();
    assert_eq!(reply.header("location"), href);
    let stored = service.get(&href).await.json();
    let sample: Value = serde_json::from_str(SAMPLE).expect("JSON");
    assert_eq!(stored["hit"], sample);
    assert_eq!(stored["id"], reply.json()["id"]);
    assert_eq!(service.count().await, 1);
}

#[tokio::test]
async fn numbers_are_read_back_as_they_came() {
    let service = start();
    let numbers = "\"note\":[1.0,1e2,123456789012345678901234567890,-0.0,0.1000],\"ip\"";
    let reply = service.post(SAMPLE.replace("\"ip\"", numbers)).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    let href = reply.header("location").to_owned();
    for path in [href.as_str(), "/api/stat/hits"] {
        let text = service.get(path).await.text;
        assert!(
            text.contains("[1.0,1e2,123456789012345678901234567890,-0.0,0.1000]"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn origin_or_the_header() {
    let service = start();
    let mut hit: Value = serde_json::from_str(SAMPLE).expect("JSON");
    hit.as_object_mut().expect("an object").remove("origin");
    let reply = service.post(hit.to_string()).await;
    assert_eq!(reply.status, 422);
    assert_eq!(reply.header("content-type"), "application/problem+json");
    assert_eq!(reply.errors(), ["#/origin origin-or-client-id"]);
    assert_eq!(reply.json()["status"], 422);
    assert_eq!(reply.json()["hitType"], "CONNECTION");
    assert_eq!(service.count().await, 0);
    let header = [("X-KPK-CLIENT-ID", "press-portal")];
    let reply = service.post_with(&header, hit.to_string()).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    let found = service
        .get("/api/stat/hits?fq=clientId:press-portal")
        .await
        .json();
    assert_eq!(found["totalCount"], 1);
    assert_eq!(
        service
            .post_with(&[("X-KPK-CLIENT-ID", "")], hit.to_string())
            .await
            .status,
        422
    );
    let twice = [("x-kpk-client-id", "a"), ("x-kpk-client-id", "b")];
    assert_eq!(service.post_with(&twice, hit.to_string()).await.status, 400);
}

#[tokio::test]
async fn rules_ask_the_catalogue_and_say_when_it_does_not_know() {
    let service = start();
    let reply = service.post(PLAY).await;
    assert_eq!(reply.status, 200);
    let open = json!([
        "play.duration-within-length",
        "play.range-within-length",
        "session-is-not-a-known-user"
    ]);
    assert_eq!(reply.json()["notEvaluated"], open);
    let medias =
        r#"{ "medias": [{ "id": "9120", "durationInSeconds": 10 }], "users": [{ "id": "7e7f" }] }"#;
    assert_eq!(
        service
            .admin(Method::PUT, "/catalogue", medias)
            .await
            .status,
        204
    );
    let reply = service.post(PLAY).await;
    assert_eq!(reply.status, 422);
    assert_eq!(
        reply.errors(),
        [
            "#/sessionId session-is-not-a-known-user",
            "#/play/duration play.duration-within-length",
            "#/play/ranges/1/end play.range-within-length"
        ]
    );
}

#[tokio::test]
async fn everything_that_is_wrong_up_to_twenty() {
    let service = start_with("{}", |settings| settings.limits.errors = 20);
    let ranges: Vec<Value> = (0..30).map(|_| json!({ "start": -1, "end": 5 })).collect();
    let mut hit: Value = serde_json::from_str(PLAY).expect("JSON");
    hit["play"]["ranges"] = json!(ranges);
    let reply = service.post(hit.to_string()).await.json();
    assert_eq!(reply["errors"].as_array().map(Vec::len), Some(20));
    assert_eq!(reply["errorCount"], 30);
    assert_eq!(
        reply["errors"][0]["schemaPointer"]
            .as_str()
            .map(|it| it.ends_with("minimum")),
        Some(true)
    );
}

#[tokio::test]
async fn what_is_not_json_is_400_with_its_place() {
    let service = start();
    for (body, part) in [
        (b"".as_slice(), "line 1, column 1"),
        (b"{\"type\": ", "line 1"),
        (b"{\"type\": \"VIEW\",}", "line 1"),
        (b"{\"a\": NaN}", "line 1, column 7"),
        (b"{\"a\": 1}{}", "line 1, column 9"),
        (b"\xef\xbb\xbf{}", "line 1"),
        (b"{\"a\": \"\xff\"}", "line 1"),
        (b"{\"a\": 1, \"a\": 1}", "duplicate"),
        (b"{\"a\": {\"b\": 1, \"b\": 1}}", "duplicate"),
        (b"{\"a\": 01}", "line 1"),
        (b"{\"a\": 1e999}", "beyond"),
        (b"// no\n{}", "line 1"),
    ] {
        let reply = service.post(body.to_vec()).await;
        let shown = String::from_utf8_lossy(body);
        assert_eq!(reply.status, 400, "{shown}: {}", reply.text);
        let detail = reply.json()["errors"][0]["detail"]
            .as_str()
            .unwrap_or_default()
            .to_owned();
        assert!(detail.contains(part), "{shown}: {detail}");
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(service.post(deep).await.status, 400);
    assert_eq!(service.count().await, 0);
}

#[tokio::test]
async fn media_types() {
    let service = start();
    let post = async |content_type: &str| {
        let headers = [("content-type", content_type)];
        service
            .request(Method::POST, "/api/stat/hits", &headers, SAMPLE)
            .await
    };
    assert_eq!(post("application/json; charset=UTF-8").await.status, 200);
    for refused in [
        "text/plain",
        "application/jsonp",
        "application/json; charset=latin1",
        "application/xml",
    ] {
        assert_eq!(post(refused).await.status, 415, "{refused}");
    }
    let none = service
        .request(Method::POST, "/api/stat/hits", &[], SAMPLE)
        .await;
    assert_eq!(none.status, 415);
    assert_eq!(
        service
            .post_with(&[("content-encoding", "gzip")], SAMPLE)
            .await
            .status,
        415
    );
    assert_eq!(
        service
            .post_with(&[("accept", "text/html")], SAMPLE)
            .await
            .status,
        406
    );
    assert_eq!(
        service
            .post_with(&[("accept", "application/json")], SAMPLE)
            .await
            .header("content-type"),
        "application/json"
    );
    assert_eq!(service.count().await, 2);
}

#[tokio::test]
async fn bodies_have_a_limit() {
    let service = start_with("{}", |settings| settings.limits.body_bytes = 1000);
    let padded = |bytes: usize| format!("{SAMPLE}{}", " ".repeat(bytes - SAMPLE.len()));
    assert_eq!(service.post(padded(1000)).await.status, 200);
    assert_eq!(service.post(padded(1001)).await.status, 413);
    // Without a length that is announced.
    let chunks = [Ok::<_, std::io::Error>(padded(600)), Ok(" ".repeat(401))];
    let chunked = axum::body::Body::from_stream(futures_util::stream::iter(chunks));
    assert_eq!(service.post(chunked).await.status, 413);
    assert_eq!(service.count().await, 1);
}

#[tokio::test]
async fn a_download_records_the_use_of_its_media_unless_told_not_to() {
    let service = start();
    assert_eq!(service.post(DOWNLOAD).await.status, 200);
    let json = [("content-type", "application/json")];
    let without = "/api/stat/hits?disableUsage=true";
    assert_eq!(
        service
            .request(Method::POST, without, &json, DOWNLOAD)
            .await
            .status,
        200
    );
    let with = "/api/stat/hits?disableUsage=false";
    assert_eq!(
        service
            .request(Method::POST, with, &json, DOWNLOAD)
            .await
            .status,
        200
    );
    for media in ["22", "8857"] {
        let usages = service
            .get(&format!("/api/dam/medias/{media}/usages"))
            .await
            .json();
        assert_eq!(usages["totalCount"], 2, "{media}");
    }
    assert_eq!(
        service.get("/api/dam/medias/1/usages").await.json()["totalCount"],
        0
    );
    for bad in [
        "disableUsage=yes",
        "disableUsage=",
        "disableUsage=true&disableUsage=true",
        "disableusage=true",
        "%zz",
    ] {
        let path = format!("/api/stat/hits?{bad}");
        let reply = service.request(Method::POST, &path, &json, DOWNLOAD).await;
        assert_eq!(reply.status, 400, "{bad}");
        assert!(
            reply.json()["type"]
                .as_str()
                .is_some_and(|it| it.ends_with("/bad-query"))
        );
    }
    assert_eq!(service.count().await, 3);
}

#[tokio::test]
async fn rules_speak_beside_the_schema() {
    let service = start();
    let mut hit: Value = serde_json::from_str(PLAY).expect("JSON");
    hit.as_object_mut().expect("an object").remove("origin");
    hit["ip"] = json!("localhost");
    hit["play"]["ranges"][0] = json!({ "start": 9, "end": 5 });
    let reply = service.post(hit.to_string()).await;
    assert_eq!(reply.status, 422);
    let errors = reply.errors();
    for error in [
        "#/ip pattern",
        "#/origin origin-or-client-id",
        "#/play/ranges/0/end play.range-order",
    ] {
        assert!(errors.iter().any(|it| it == error), "{error}: {errors:?}");
    }
}
