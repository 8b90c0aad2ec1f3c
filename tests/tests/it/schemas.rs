//! Schemas that are none, or too much of one: a located error or right code, in bounded time.

use std::fs;
use std::process::ExitCode;

use hit_codegen::{Config, generate};

use crate::support::{folder, generated};

/// The messages for a schema that must be refused.
fn refused(schema: &str) -> String {
    match generated(schema) {
        Ok(code) => panic!("generated from {:.60}: {}", schema, code.text),
        Err(diagnostics) => diagnostics.to_string(),
    }
}

#[test]
fn what_is_no_schema_is_refused_with_a_place() {
    for (schema, place) in [
        ("", "schema.json:1:1"),
        ("{", "schema.json:1:"),
        ("{\"type\": \"object\",}", "schema.json:1:18"),
        ("{\"a\": 1, \"a\": 2}", "schema.json:1:10"),
        ("[]", "schema.json:1:1"),
        ("null", "schema.json:1:1"),
        ("\"type\"", "schema.json:1:1"),
        ("{\n  \"type\": \"integr\"\n}", "schema.json:2:11"),
        ("{\"minLength\": -1}", "schema.json:1:15"),
        ("{\"properties\": []}", "schema.json:1:16"),
        ("{\"pattern\": \"(\"}", "schema.json:1:13"),
        ("{\"patternProperties\": {\"[\": {}}}", "schema.json:1:"),
        ("{\"$ref\": \"#/$defs/Absent\"}", "schema.json:1:10"),
        ("{\"$ref\": \"absent.json\"}", "schema.json:1:10"),
        (
            "{\"$ref\": \"https://example.com/absent.json\"}",
            "schema.json:1:10",
        ),
        ("{\"$ref\": \"#absent\"}", "schema.json:1:10"),
        ("{\"$ref\": \"%\"}", "schema.json:1:10"),
    ] {
        let message = refused(schema);
        assert!(message.contains(place), "{schema}: {message}");
    }
}

#[test]
fn references_without_end_are_refused() {
    for schema in [
        r##"{"$ref": "#"}"##,
        r##"{"allOf": [{"$ref": "#"}]}"##,
        r##"{"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}}"##,
        r##"{"anyOf": [{"$ref": "#"}, {"type": "string"}]}"##,
    ] {
        // Either code that judges rightly or a located error; never a hang.
        if let Err(diagnostics) = generated(schema) {
            assert!(
                diagnostics.to_string().contains("schema.json:1:"),
                "{diagnostics}"
            );
        }
    }
}

#[test]
fn contradictions_are_errors_where_the_document_cannot_do_without() {
    let both = r#"{"allOf": [{"type": "string"}, {"type": "integer"}]}"#;
    for schema in [
        both.to_owned(),
        format!(r#"{{"properties": {{"a": {both}}}, "required": ["a"], "type": "object"}}"#),
        format!(r#"{{"type": "array", "items": {both}, "minItems": 1}}"#),
    ] {
        let message = refused(&schema);
        let places = ["error[HIT0902]", "/allOf/1", "the other part"];
        assert!(
            places.iter().all(|part| message.contains(part)),
            "{message}"
        );
    }
    for schema in [
        format!(r#"{{"properties": {{"a": {both}}}, "type": "object"}}"#),
        format!(r#"{{"type": "array", "items": {both}}}"#),
        format!(r#"{{"type": "object", "additionalProperties": {both}}}"#),
        format!(r#"{{"type": "object", "patternProperties": {{"^a": {both}}}}}"#),
        format!(
            r#"{{"properties": {{"a": {{"properties": {{"b": {both}}}, "required": ["b"], "type": "object"}}}}, "type": "object"}}"#
        ),
    ] {
        let code = generated(&schema).unwrap_or_else(|error| panic!("{schema}: {error}"));
        let warned = code
            .warnings
            .iter()
            .any(|warning| warning.code == "HIT0902");
        assert!(warned, "{schema}: {:?}", code.warnings);
    }
}

#[test]
fn ten_thousand_levels_are_an_error_or_code() {
    for (open, close) in [
        (r#"{"properties":{"a":"#, "}}"),
        (r#"{"items":"#, "}"),
        (r#"{"allOf":["#, "]}"),
        (r#"{"not":"#, "}"),
        (r#"{"enum":[["#, "]]}"),
        ("[", "]"),
    ] {
        let schema = format!("{}{{}}{}", open.repeat(10_000), close.repeat(10_000));
        if let Err(diagnostics) = generated(&schema) {
            assert!(
                diagnostics.to_string().contains("schema.json:1:"),
                "{diagnostics}"
            );
        }
    }
}

#[test]
fn long_chains_of_references_take_no_stack() {
    let links = (0..10_000).map(|at| format!(r##""d{at}": {{"$ref": "#/$defs/d{}"}}"##, at + 1));
    let links = links.collect::<Vec<_>>().join(",");
    let schema = format!(
        r##"{{"$ref": "#/$defs/d0", "$defs": {{{links}, "d10000": {{"type": "string"}}}}}}"##
    );
    if let Err(diagnostics) = generated(&schema) {
        assert!(
            diagnostics.to_string().contains("schema.json:1:"),
            "{:.300}",
            diagnostics.to_string()
        );
    }
}

#[test]
fn patterns_that_run_for_ever_elsewhere_do_not_here() {
    for pattern in [
        "^(a+)+$",
        "^(a|a)*$",
        "(?=(a+)+$)a",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        "a{1000}{1000}",
        "(a{100}){100}{100}",
    ] {
        let schema = format!(r#"{{"type": "string", "pattern": {pattern:?}}}"#);
        let Ok(compiled) = crate::support::compiled(&schema) else {
            continue;
        };
        let root = compiled.roots[0].node;
        if let Ok(checker) = compiled.program.prepare() {
            checker.check(root, &format!("{}!", "a".repeat(5_000)).into());
        }
    }
}

#[test]
fn files_stay_as_they_were_when_a_schema_is_faulty() {
    let project = folder("faulty");
    fs::write(
        project.join("hit.toml"),
        "[[generate]]\nschemas = [\"*.json\"]\nout = \"out\"\n",
    )
    .expect("a file");
    fs::write(project.join("good.json"), r#"{"type": "object"}"#).expect("a file");
    let config = project.join("hit.toml");
    let run = || {
        hit_tool::run([
            "hit",
            "generate",
            "--config",
            config.to_str().expect("UTF-8"),
        ])
    };
    assert_eq!(run(), ExitCode::SUCCESS);
    let before = [
        fs::read(project.join("out/mod.rs")),
        fs::read(project.join("out/codec.rs")),
    ]
    .map(Result::unwrap);
    for faulty in [
        &b"{"[..],
        b"\xff\xfe",
        b"[]",
        br#"{"type": 1}"#,
        br##"{"$ref": "#/x"}"##,
        br#"{"pattern": "("}"#,
    ] {
        fs::write(project.join("faulty.json"), faulty).expect("a file");
        assert_eq!(run(), ExitCode::from(2));
        let after = [
            fs::read(project.join("out/mod.rs")),
            fs::read(project.join("out/codec.rs")),
        ]
        .map(Result::unwrap);
        assert!(before == after, "{}", String::from_utf8_lossy(faulty));
        let names = fs::read_dir(project.join("out")).expect("a folder").count();
        assert_eq!(names, 2, "a temporary file was left");
    }
}

#[test]
fn a_schema_of_fifty_megabytes_is_generated_without_growing() {
    let project = folder("large");
    let description = "x".repeat(50 << 20);
    fs::write(
        project.join("large.json"),
        format!(r#"{{"type": "string", "description": "{description}"}}"#),
    )
    .expect("a file");
    let config = Config::new().schema("large.json").out("x.rs");
    let (code, _) = generate(&config, &project).expect("code");
    let size = code.text.len();
    assert!((50 << 20..101 << 20).contains(&size), "{size}");
    let _ = fs::remove_dir_all(project);
}
