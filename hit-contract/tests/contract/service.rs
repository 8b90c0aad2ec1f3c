//! Driving a service that knows nothing of hits, in this process and over a socket.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hit_contract::report::{
    FORMAT, curl, har, junit, load, record_json, replay, request, summary, write,
};
use hit_contract::{
    Client, Config, Kind, Origin, Outcome, Service, Settings, Transport, block_on, configured,
    router, run,
};
use serde_json::Value;

use super::mock::mock;

const ORDER: &str = r#"{
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "article": { "type": "string", "pattern": "^[A-Z]{2}-[0-9]{4}$" },
        "count": { "type": "integer", "minimum": 1, "maximum": 99 },
        "price": { "type": "number", "multipleOf": 0.01, "exclusiveMinimum": 0 },
        "note": { "type": "string", "maxLength": 20 },
        "tags": { "type": "array", "items": { "enum": ["new", "sale", "last"] }, "uniqueItems": true, "maxItems": 2 },
        "pay": { "anyOf": [{ "required": ["card"] }, { "required": ["iban"] }], "type": "object",
                 "properties": { "card": { "type": "string" }, "iban": { "type": "string", "minLength": 5 } } }
    },
    "required": ["article", "count", "pay"],
    "additionalProperties": false
}"#;

/// A folder of this test, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("order.schema.json"), ORDER).unwrap();
    folder
}

const CONFIG: &str = r#"
profile = "strict"
[statuses]
accepted = 201
[offers]
problems = false
etag = false
[[endpoint]]
name = "things"
path = "/things"
schema = "order.schema.json"
read = { id = "/id", path = "/things/{id}" }
count = { path = "/things", number = "/total" }
"#;

pub fn driven(service: Router, name: &str) -> (Service, Outcome) {
    let folder = folder(name);
    let config = Config::parse(CONFIG).unwrap();
    let profile = config.profile(None).unwrap();
    let transport: Arc<dyn Transport> = Arc::new(router(service));
    block_on(async {
        let service = configured(&config, &folder, profile, transport.as_ref())
            .await
            .unwrap();
        let outcome = run(&service, transport, &Settings::default()).await;
        (service, outcome)
    })
    .unwrap()
}

pub fn said(outcome: &Outcome) -> Vec<String> {
    let findings = outcome.findings.iter();
    findings
        .map(|it| {
            format!(
                "{}: {} ({})",
                it.fault.kind.name(),
                it.fault.cause,
                it.fault.detail
            )
        })
        .collect()
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    let (_, outcome) = driven(mock(ORDER, |value| value), "clean");
    assert_eq!(said(&outcome), Vec::<String>::new());
    assert!(outcome.records.len() > 200, "{}", outcome.records.len());
    let summary = summary(&outcome);
    assert_eq!(summary["findings"], Value::Array(Vec::new()));
}

#[test]
fn another_schema_than_the_one_that_is_served_is_found_keyword_by_keyword() {
    for (from, to, cause) in [
        (r#""maximum": 99"#, r#""maximum": 100"#, "maximum at /count"),
        (
            r#""maxLength": 20"#,
            r#""maxLength": 21"#,
            "maxLength at /note",
        ),
        (r#", "uniqueItems": true"#, "", "uniqueItems at /tags"),
        (
            r#""exclusiveMinimum": 0"#,
            r#""minimum": 0"#,
            "exclusiveMinimum at /price",
        ),
        (r#""multipleOf": 0.01,"#, "", "multipleOf at /price"),
        (r#"[0-9]{4}$"#, r#"[0-9]{4}"#, "pattern at /article"),
        (
            r#""article", "count", "#,
            r#""article", "#,
            "required at the root",
        ),
        (
            r#""additionalProperties": false"#,
            r#""additionalProperties": true"#,
            "additionalProperties at",
        ),
    ] {
        let enforced = ORDER.replace(from, to);
        assert_ne!(enforced, ORDER, "{from}");
        let (_, outcome) = driven(mock(&enforced, |value| value), "other");
        let found = said(&outcome);
        assert!(
            found
                .iter()
                .any(|it| it.contains(cause) && it.starts_with("accepted")),
            "{cause}: {found:#?}"
        );
    }
}

#[test]
fn what_is_stored_otherwise_is_found() {
    let (_, outcome) = driven(
        mock(ORDER, |mut value| {
            if let Some(members) = value.as_object_mut() {
                members.remove("note");
            }
            value
        }),
        "altered",
    );
    let kinds: Vec<Kind> = outcome.findings.iter().map(|it| it.fault.kind).collect();
    assert!(
        kinds.iter().all(|kind| *kind == Kind::Altered) && !kinds.is_empty(),
        "{:?}",
        said(&outcome)
    );
}

#[test]
fn findings_are_written_so_that_they_reproduce() {
    let enforced = ORDER.replace(r#""maximum": 99"#, r#""maximum": 100"#);
    let (service, outcome) = driven(mock(&enforced, |value| value), "reports");
    let folder = folder("findings");
    let files = write(&folder, &service, &outcome.base, &outcome.findings).unwrap();
    let (Some(body), file) = &files[0] else {
        panic!("a body")
    };
    let example = &outcome.findings[0].example.request;
    assert_eq!(std::fs::read(body).unwrap(), example.body.clone().unwrap());
    let replayed = load(file).unwrap();
    assert_eq!(replayed.format, FORMAT);
    assert_eq!(request(&replayed).as_ref(), Some(example));
    assert!(curl(example, &outcome.base, Some(body)).contains("--data-binary"));

    let again = |schema: &str| {
        let transport: Arc<dyn Transport> = Arc::new(router(mock(schema, |value| value)));
        let request = request(&replayed).unwrap();
        block_on(async { replay(&replayed, &request, transport).await.unwrap().faults }).unwrap()
    };
    assert_ne!(again(&enforced), Vec::<String>::new());
    assert_eq!(again(ORDER), Vec::<String>::new());

    read_by_others(&outcome);
}

/// The reports, as programs read them that know nothing of hit.
fn read_by_others(outcome: &Outcome) {
    let xml = junit(outcome);
    let document = roxmltree::Document::parse(&xml).unwrap();
    let tagged = |name: &'static str| {
        document
            .descendants()
            .filter(move |it| it.has_tag_name(name))
    };
    assert!(document.root_element().has_tag_name("testsuites"));
    let failed: Vec<_> = tagged("failure")
        .filter_map(|it| it.attribute("type"))
        .collect();
    assert_eq!(failed.len(), outcome.findings.len());
    assert!(failed.contains(&"accepted-though-invalid"), "{failed:?}");
    for suite in tagged("testsuite") {
        let cases = suite
            .children()
            .filter(|it| it.has_tag_name("testcase"))
            .count();
        assert_eq!(suite.attribute("tests"), Some(cases.to_string().as_str()));
    }

    let text = har(outcome).to_string();
    let archive: Value = serde_json::from_str(&text).unwrap();
    let entries = archive["log"]["entries"].as_array().unwrap();
    assert_eq!(
        (&archive["log"]["version"], entries.len()),
        (&Value::from("1.2"), outcome.records.len())
    );
    for entry in entries {
        assert!(
            entry["request"]["method"] == "POST" && entry["response"]["status"].is_u64(),
            "{entry}"
        );
        assert!(
            entry["startedDateTime"].is_string() && entry["timings"].is_object(),
            "{entry}"
        );
    }

    for record in &outcome.records {
        let text = record_json(record, &outcome.endpoints).to_string();
        assert!(!text.contains('\n'), "a line each");
        let line: Value = serde_json::from_str(&text).unwrap();
        assert!(line["certificate"]["schema"].is_string());
    }
}

#[test]
fn a_socket_gives_the_same_answers_as_a_router() {
    let folder = folder("socket");
    let config = Config::parse(CONFIG).unwrap();
    let outcome = block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let server =
            tokio::spawn(async move { axum::serve(listener, mock(ORDER, |value| value)).await });
        let transport: Arc<dyn Transport> = Arc::new(Client::new(
            Origin::parse(&url).unwrap(),
            Duration::from_secs(20),
        ));
        let profile = config.profile(None).unwrap();
        let service = configured(&config, &folder, profile, transport.as_ref())
            .await
            .unwrap();
        let outcome = run(&service, transport, &Settings::default()).await;
        server.abort();
        outcome
    })
    .unwrap();
    assert_eq!(said(&outcome), Vec::<String>::new());
}

#[test]
fn who_is_not_there_cannot_be_driven() {
    let transport = Client::new(
        Origin::parse("http://127.0.0.1:1").unwrap(),
        Duration::from_secs(2),
    );
    let profile = hit_contract::Profile::hit();
    let error = block_on(async {
        hit_contract::hits(&transport, profile, &[])
            .await
            .unwrap_err()
    })
    .unwrap();
    assert!(error.to_string().contains("cannot be reached"), "{error}");
}

#[test]
fn an_any_of_that_is_not_enforced_is_found() {
    let any_of = r#""anyOf": [{ "required": ["card"] }, { "required": ["iban"] }],"#;
    let (_, outcome) = driven(mock(&ORDER.replace(any_of, ""), |value| value), "other");
    let found = said(&outcome);
    assert!(
        found.iter().any(|it| it.contains("anyOf at /pay")),
        "{found:#?}"
    );
}
