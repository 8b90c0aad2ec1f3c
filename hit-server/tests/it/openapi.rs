//! The OpenAPI document: by the rules of OpenAPI 3.1, and true.

use std::collections::BTreeSet;

use axum::http::Method;
use hit_schema::load::NoLoader;
use hit_schema::{Entry, Options};
use serde_json::{Value, json};

use crate::support::{PLAY, Service, start};

async fn document(service: &Service) -> Value {
    service.admin(Method::GET, "/openapi.json", "").await.json()
}

/// The value that a reference leads to.
fn resolve<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value.get("$ref").and_then(Value::as_str) {
        Some(to) => {
            let pointer = to
                .strip_prefix('#')
                .unwrap_or_else(|| panic!("outside: {to}"));
            document
                .pointer(pointer)
                .unwrap_or_else(|| panic!("leads nowhere: {to}"))
        }
        None => value,
    }
}

fn only(value: &Value, allowed: &[&str], what: &str) {
    for name in value
        .as_object()
        .unwrap_or_else(|| panic!("{what}: {value}"))
        .keys()
    {
        assert!(
            allowed.contains(&name.as_str()),
            "{what}: unknown field {name}"
        );
    }
}

fn responses(document: &Value, responses: &Value, what: &str) {
    for (status, response) in responses.as_object().expect("responses") {
        assert!(
            status
                .parse::<u16>()
                .is_ok_and(|status| (100..600).contains(&status)),
            "{what}: {status}"
        );
        let response = resolve(document, response);
        only(
            response,
            &["description", "headers", "content", "links"],
            what,
        );
        assert!(response["description"].is_string(), "{what} {status}");
        for media in response
            .get("content")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            only(
                media.1,
                &["schema", "example", "examples", "encoding"],
                what,
            );
            resolve(document, &media.1["schema"]);
        }
        for header in response
            .get("headers")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            only(header.1, &["description", "required", "schema"], what);
        }
    }
}

#[tokio::test]
async fn keeps_the_rules_of_openapi() {
    let service = start();
    let document = document(&service).await;
    only(
        &document,
        &[
            "openapi",
            "info",
            "jsonSchemaDialect",
            "servers",
            "paths",
            "webhooks",
            "components",
            "security",
            "tags",
            "externalDocs",
        ],
        "root",
    );
    assert!(
        document["openapi"]
            .as_str()
            .is_some_and(|it| it.starts_with("3.1."))
    );
    only(
        &document["info"],
        &[
            "title",
            "summary",
            "description",
            "termsOfService",
            "contact",
            "license",
            "version",
        ],
        "info",
    );
    assert!(document["info"]["title"].is_string() && document["info"]["version"].is_string());
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        assert!(path.starts_with('/'));
        let shared = item
            .get("parameters")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        for (method, operation) in item
            .as_object()
            .expect("a path")
            .iter()
            .filter(|(name, _)| *name != "parameters")
        {
            assert!(
                ["get", "post"].contains(&method.as_str()),
                "{path} {method}"
            );
            only(
                operation,
                &[
                    "tags",
                    "summary",
                    "description",
                    "operationId",
                    "parameters",
                    "requestBody",
                    "responses",
                ],
                path,
            );
            assert!(
                ids.insert(operation["operationId"].as_str().expect("an id").to_owned()),
                "{path}: twice"
            );
            responses(&document, &operation["responses"], path);
            let own = operation["parameters"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            let mut named = BTreeSet::new();
            for parameter in shared.iter().chain(&own) {
                let parameter = resolve(&document, parameter);
                only(
                    parameter,
                    &[
                        "name",
                        "in",
                        "description",
                        "required",
                        "deprecated",
                        "style",
                        "explode",
                        "schema",
                    ],
                    path,
                );
                let (name, place) = (
                    parameter["name"].as_str().expect("a name"),
                    parameter["in"].as_str().expect("a place"),
                );
                assert!(
                    ["query", "header", "path", "cookie"].contains(&place),
                    "{path} {name}"
                );
                assert!(
                    named.insert((place.to_owned(), name.to_owned())),
                    "{path}: {name} twice"
                );
                assert_eq!(
                    place == "path",
                    path.contains(&format!("{{{name}}}")),
                    "{path} {name}"
                );
                assert!(place != "path" || parameter["required"] == true);
            }
            let templates = path.matches('{').count();
            assert_eq!(
                named.iter().filter(|(place, _)| place == "path").count(),
                templates,
                "{path}"
            );
        }
    }
    only(
        &document["components"],
        &["schemas", "responses", "parameters"],
        "components",
    );
}

/// A part of the document as a schema that refers to nothing outside of it.
fn accepts(document: &Value, schema: &str, value: &Value) -> Result<(), String> {
    let text = json!({ "$ref": format!("#/components/schemas/{schema}"), "components": document["components"] });
    let compiled = hit_schema::compile(
        &[Entry::text("openapi.json", text.to_string())],
        &NoLoader,
        &Options::STANDARD,
    )
    .map_err(|error| error.to_string())?;
    let root = compiled.roots[0].node;
    let checker = compiled
        .program
        .prepare()
        .map_err(|error| error.to_string())?;
    let report = checker.check(root, value);
    match report.is_ok() {
        true => Ok(()),
        false => Err(format!("{:?}", report.violations)),
    }
}

#[tokio::test]
async fn replies_are_what_it_says() {
    let service = start();
    let document = document(&service).await;
    let created = service.post(PLAY).await;
    let stored = service.get(created.header("location")).await.json();
    let found = service.get("/api/stat/hits").await.json();
    let problem = service.post(PLAY.replace("15", "-15")).await.json();
    for (schema, value) in [
        ("hit", serde_json::from_str(PLAY).expect("JSON")),
        ("Created", created.json()),
        ("StoredHit", stored),
        ("Found", found),
        ("Problem", problem),
        ("HitTypes", service.get("/api/stat/hit-types").await.json()),
        ("Entry", service.get("/api/stat").await.json()),
        ("Collection", service.get("/api/dam/users").await.json()),
    ] {
        accepts(&document, schema, &value).unwrap_or_else(|what| panic!("{schema}: {what}"));
    }
    assert!(accepts(&document, "hit", &json!({ "type": "PLAY" })).is_err());
    assert!(accepts(&document, "Problem", &json!({ "status": 200 })).is_err());
}

#[tokio::test]
async fn what_it_lists_is_there_and_what_is_there_it_lists() {
    let service = start();
    let document = document(&service).await;
    for (path, item) in document["paths"].as_object().expect("paths") {
        let path = path.replace("{type}", "VIEW").replace("{id}", "none");
        let options = service.request(Method::OPTIONS, &path, &[], "").await;
        assert_eq!(options.status, 204, "{path}");
        assert_eq!(
            options.header("allow").contains("POST"),
            item.get("post").is_some(),
            "{path}"
        );
        let allowed = service.get(&path).await.status.as_u16();
        assert!(
            item["get"]["responses"].get(allowed.to_string()).is_some(),
            "{path}: {allowed}"
        );
    }
}
