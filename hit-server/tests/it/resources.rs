//! Resources, methods and headers.

use axum::http::Method;

use crate::support::{Service, start, start_with};

const RESOURCES: &[&str] = &[
    "/api",
    "/api/stat",
    "/api/stat/hit-types",
    "/api/stat/hit-types/PLAY",
    "/api/stat/hit-types/PLAY/schema",
    "/api/stat/hits",
    "/api/dam",
    "/api/dam/user-interfaces",
    "/api/dam/users",
    "/api/dam/medias",
    "/api/dam/medias/1/usages",
];

async fn status(service: &Service, method: Method, path: &str) -> u16 {
    service.request(method, path, &[], "").await.status.as_u16()
}

#[tokio::test]
async fn every_resource_says_what_it_takes() {
    let service = start();
    for path in RESOURCES {
        let reply = service.get(path).await;
        assert_eq!(reply.status, 200, "{path}: {}", reply.text);
        let head = service.request(Method::HEAD, path, &[], "").await;
        assert_eq!(
            (head.status.as_u16(), head.text.as_str()),
            (200, ""),
            "{path}"
        );
        let options = service.request(Method::OPTIONS, path, &[], "").await;
        assert_eq!(options.status, 204);
        let reply = service.request(Method::DELETE, path, &[], "").await;
        assert_eq!(reply.status, 405, "{path}");
        assert_eq!(reply.header("allow"), options.header("allow"));
        assert!(reply.header("allow").contains("GET, HEAD"));
        assert_eq!(reply.header("content-type"), "application/problem+json");
        let refused = service
            .request(Method::GET, path, &[("accept", "text/html")], "")
            .await;
        assert_eq!(refused.status, 406, "{path}");
        assert_eq!(
            service.get(&format!("{path}?none=1")).await.status,
            400,
            "{path}"
        );
    }
    assert!(
        service
            .request(Method::OPTIONS, "/api/stat/hits", &[], "")
            .await
            .header("allow")
            .contains("POST")
    );
}

#[tokio::test]
async fn links_lead_to_resources() {
    let service = start();
    let entry = service.get("/api/stat").await.json();
    for (name, link) in entry["_links"].as_object().expect("links") {
        let href = link["href"]
            .as_str()
            .expect("a link")
            .replace("{type}", "VIEW");
        let href = href.split("{?").next().unwrap_or_default().to_owned();
        if !href.contains('{') {
            assert_eq!(status(&service, Method::GET, &href).await, 200, "{name}");
        }
    }
    let types = service.get("/api/stat/hit-types").await.json();
    assert_eq!(types["totalCount"], 6);
    for hit_type in types["_embedded"]["hit-types"].as_array().expect("types") {
        let href = hit_type["_links"]["schema"]["href"]
            .as_str()
            .expect("a link");
        assert_eq!(status(&service, Method::GET, href).await, 200);
    }
}

#[tokio::test]
async fn a_schema_is_served_as_it_is_enforced_and_has_a_strong_tag() {
    let service = start();
    let path = "/api/stat/hit-types/PLAY/schema";
    let reply = service.get(path).await;
    assert_eq!(reply.header("content-type"), "application/schema+json");
    assert_eq!(reply.text, hit_model::schema("PLAY").expect("a schema"));
    let tag = reply.header("etag").to_owned();
    assert!(tag.starts_with("\"sha256-") && tag.ends_with('"'));
    for known in [
        tag.clone(),
        format!("W/{tag}"),
        "*".to_owned(),
        format!("\"other\", {tag}"),
    ] {
        let reply = service
            .request(Method::GET, path, &[("if-none-match", &known)], "")
            .await;
        assert_eq!(
            (reply.status.as_u16(), reply.text.as_str()),
            (304, ""),
            "{known}"
        );
        assert_eq!(reply.header("etag"), tag);
    }
    let other = [("if-none-match", "\"sha256-0\"")];
    assert_eq!(
        service.request(Method::GET, path, &other, "").await.status,
        200
    );
}

#[tokio::test]
async fn path_tricks_lead_nowhere() {
    let service = start();
    for path in [
        "/",
        "/api/",
        "/api/stat/",
        "/api/stat//hits",
        "/api//stat",
        "/API/STAT",
        "/api/stat/hits/",
        "/api/stat/hit-types/play",
        "/api/stat/hit-types/PLAY/schema/",
        "/api/stat/hit-types/../hits",
        "/api/stat/hit-types/%2e%2e/schema",
        "/api/stat/hit-types/..%2f..%2fetc%2fpasswd/schema",
        "/api/stat/hit-types/%00/schema",
        "/api/stat/hit-types/%ff/schema",
        "/api/stat/hit-types/PLAY%20/schema",
        "/api/stat/hits/1",
        "/api/stat/hits/%ff",
        "/api/stat/hits/-1",
        "/api/stat/hits/x-1",
        "/api/dam/users/1",
        "/api/dam/medias/%ff/usages",
        "/api/stat/hits;a=b",
        "/metrics",
        "/rejects",
        "/livez",
    ] {
        let reply = service.get(path).await;
        assert_eq!(reply.status, 404, "{path}: {}", reply.text);
        assert_eq!(
            reply.header("content-type"),
            "application/problem+json",
            "{path}"
        );
        assert_eq!(reply.json()["status"], 404);
    }
}

#[tokio::test]
async fn the_catalogue_is_shown_page_by_page() {
    let catalogue = r#"{ "userInterfaces": [{ "id": 0, "clientId": "press-portal", "name": "Press" }],
        "users": [{ "id": "1" }, { "id": "2" }, { "id": "3" }], "medias": [{ "id": "9120", "durationInSeconds": 60 }] }"#;
    let service = start_with(catalogue, |_| {});
    let interfaces = service.get("/api/dam/user-interfaces").await.json();
    assert_eq!(
        interfaces["_embedded"]["user-interfaces"][0]["clientId"],
        "press-portal"
    );
    let users = service.get("/api/dam/users?size=2&page=1").await.json();
    assert_eq!(users["totalCount"], 3);
    assert_eq!(
        users["_embedded"]["users"],
        serde_json::json!([{ "id": "3" }])
    );
    assert_eq!(
        service.get("/api/dam/medias/9120").await.json()["durationInSeconds"],
        60.0
    );
    assert_eq!(service.get("/api/dam/medias/1").await.status, 404);
}

#[tokio::test]
async fn browsers_call_from_where_they_may() {
    let here = ("origin", "https://dam.example.org");
    let there = ("origin", "https://elsewhere.example.org");
    let allowed = "access-control-allow-origin";
    let closed = start();
    assert_eq!(
        closed
            .request(Method::GET, "/api/stat", &[here], "")
            .await
            .header(allowed),
        ""
    );
    let open = start_with("{}", |settings| {
        settings.cors = vec!["https://dam.example.org".to_owned()]
    });
    assert_eq!(
        open.request(Method::GET, "/api/stat", &[here], "")
            .await
            .header(allowed),
        here.1
    );
    assert_eq!(
        open.request(Method::GET, "/api/stat", &[there], "")
            .await
            .header(allowed),
        ""
    );
    let asks = ("access-control-request-method", "POST");
    let wants = (
        "access-control-request-headers",
        "content-type,x-kpk-client-id",
    );
    let preflight = open
        .request(Method::OPTIONS, "/api/stat/hits", &[here, asks, wants], "")
        .await;
    assert_eq!(
        (preflight.status.as_u16(), preflight.header(allowed)),
        (200, here.1)
    );
    assert!(
        preflight
            .header("access-control-allow-methods")
            .contains("POST")
    );
    assert!(
        preflight
            .header("access-control-allow-headers")
            .contains("x-kpk-client-id")
    );
    assert_eq!(
        open.request(Method::OPTIONS, "/api/stat/hits", &[here], "")
            .await
            .status,
        204
    );
    assert_eq!(
        open.request(Method::OPTIONS, "/api/stat/hits", &[there, asks], "")
            .await
            .header(allowed),
        ""
    );
    let any = start_with("{}", |settings| settings.cors = vec!["*".to_owned()]);
    assert_eq!(
        any.request(Method::GET, "/api/stat", &[there], "")
            .await
            .header(allowed),
        "*"
    );
}
