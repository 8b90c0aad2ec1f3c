//! `hit diff --served`, against a server in this process.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::Output;

use crate::support::{code, hit, stdout};

/// Serves replies by path until the test ends; the address it listens at.
fn serve(replies: BTreeMap<&'static str, (u16, String)>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let request = lines.next().and_then(Result::ok).unwrap_or_default();
            // The head ends with an empty line.
            lines.map_while(Result::ok).find(String::is_empty);
            let path = request.split(' ').nth(1).unwrap_or_default();
            let missing = (404, "{}".to_owned());
            let (status, body) = replies.get(path).unwrap_or(&missing);
            let head = format!(
                "HTTP/1.1 {status} x\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            let _ = stream
                .write_all(head.as_bytes())
                .and_then(|()| stream.write_all(body.as_bytes()));
        }
    });
    address
}

fn diff(arguments: &[&str]) -> Output {
    hit(&["diff"]).args(arguments).output().unwrap()
}

fn listing(types: &[&str]) -> (u16, String) {
    let types: Vec<String> = types
        .iter()
        .map(|name| {
            format!(
                r#"{{"type": "{name}", "_links": {{"schema": {{"href": "/api/stat/hit-types/{name}/schema"}}}}}}"#
            )
        })
        .collect();
    let body = format!(
        r#"{{"_embedded": {{"hit-types": [{}]}}}}"#,
        types.join(", ")
    );
    (200, body)
}

const TYPES: &str = "/api/stat/hit-types";

#[test]
fn what_is_served_is_compared_with_what_is_shipped() {
    let play = hit_model::schema("PLAY").unwrap();
    let view = hit_model::schema("VIEW").unwrap();
    let looser = view.replacen("\"minItems\": 1,", "", 1);
    assert_ne!(view, looser);
    let url = serve(BTreeMap::from([
        (TYPES, listing(&["PLAY", "VIEW"])),
        ("/api/stat/hit-types/PLAY/schema", (200, play.to_owned())),
        ("/api/stat/hit-types/VIEW/schema", (200, looser)),
    ]));
    let output = diff(&["--served", &url]);
    let text = stdout(&output);
    assert_eq!(code(&output), 1, "{text}");
    assert!(
        text.contains("PLAY/schema` → `PLAY as shipped`: compatible"),
        "{text}"
    );
    assert!(
        text.contains("VIEW/schema` → `VIEW as shipped`: breaking"),
        "{text}"
    );
    // Those are the shipped schemas as files: matched by their `$id`.
    let output = diff(&["--served", &url, "hit-model/schemas/play.json"]);
    assert_eq!(
        code(&output),
        1,
        "VIEW is served, and there is no file for it"
    );
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(errors.contains("`VIEW` is served"), "{errors}");
}

#[test]
fn a_service_that_does_not_answer_is_no_verdict() {
    let failing = serve(BTreeMap::from([(TYPES, (503, "{}".to_owned()))]));
    let empty = serve(BTreeMap::from([(TYPES, (200, "{}".to_owned()))]));
    let text = serve(BTreeMap::from([(TYPES, (200, "no JSON".to_owned()))]));
    let large = serve(BTreeMap::from([(TYPES, (200, " ".repeat((16 << 20) + 1)))]));
    let elsewhere = r#"{"_embedded": {"t": [{"type": "PLAY", "_links": {"schema": {"href": "http://127.0.0.1:9/s"}}}]}}"#;
    let elsewhere = serve(BTreeMap::from([(TYPES, (200, elsewhere.to_owned()))]));
    let lost = serve(BTreeMap::from([(TYPES, listing(&["PLAY"]))]));
    for (url, message) in [
        (failing, "503"),
        (empty, "lists no hit types"),
        (text, "no JSON"),
        (large, "GET "),
        (elsewhere, "is not at"),
        (lost, "404"),
        ("ftp://localhost".to_owned(), "no http"),
        ("http://127.0.0.1:1".to_owned(), "GET "),
    ] {
        let output = diff(&["--served", &url]);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(code(&output), 2, "{url}: {errors}");
        assert!(errors.contains(message), "{url}: {errors}");
    }
}
