//! `hit validate`: schemas.

use insta::assert_snapshot;

use crate::support::{code, folder, path, run, run_with, shown, stdout};

const COMMON: &str = "schemas/common.schema.json";

#[test]
fn a_part_of_a_schema() {
    let schema = format!("{COMMON}#/$defs/User");
    let output = run_with(&["validate", "--schema", &schema], br#"{"userId": 7}"#);
    assert_snapshot!(shown(&output));
    assert_eq!(
        code(&run_with(
            &["validate", "--schema", &schema],
            br#"{"userId": "7"}"#
        )),
        0
    );
}

#[test]
fn a_part_that_is_not_there() {
    let output = run_with(
        &["validate", "--schema", &format!("{COMMON}#/$defs/Usr")],
        b"1",
    );
    assert_eq!(code(&output), 2);
    assert!(
        shown(&output).contains("leads nowhere"),
        "{}",
        shown(&output)
    );
}

#[test]
fn a_schema_that_is_not_there() {
    assert_snapshot!(shown(&run_with(
        &["validate", "--schema", "absent.json"],
        b"1"
    )));
}

#[test]
fn a_schema_that_is_no_json_or_no_schema() {
    let folder = folder(
        "faulty",
        &[
            ("text.json", "{\"type\": }"),
            ("schema.json", "{\"type\": \"text\", \"minimum\": \"1\"}"),
        ],
    );
    for file in ["text.json", "schema.json"] {
        let output = run_with(&["validate", "--schema", &path(&folder, file)], b"1");
        assert_eq!(code(&output), 2);
        assert!(output.stdout.is_empty());
        assert!(
            shown(&output).contains(&format!("{file}:1:")),
            "{}",
            shown(&output)
        );
    }
}

#[test]
fn references_by_path_by_identifier_and_by_mapping() {
    let folder = folder(
        "references",
        &[
            ("by-path.json", r#"{"$ref": "parts/part.json"}"#),
            (
                "by-id.json",
                r#"{"$id": "https://a.example/s/by-id.json", "$ref": "parts/part.json"}"#,
            ),
            (
                "by-map.json",
                r#"{"$ref": "https://b.example/t/part.json"}"#,
            ),
            ("parts/part.json", r#"{"type": "integer"}"#),
        ],
    );
    let part = format!(
        "https://b.example/t/part.json={}",
        path(&folder, "parts/part.json")
    );
    let parts = format!("https://b.example/t/={}", path(&folder, "parts"));
    for (file, extra) in [
        ("by-path.json", &[][..]),
        ("by-id.json", &[]),
        ("by-map.json", &["--map", &part]),
        ("by-map.json", &["--map", &parts]),
    ] {
        let schema = path(&folder, file);
        let arguments = [&["validate", "--schema", &schema], extra].concat();
        assert_eq!(code(&run_with(&arguments, b"1")), 0, "{file} {extra:?}");
        assert_eq!(code(&run_with(&arguments, b"1.5")), 1, "{file} {extra:?}");
    }
    let output = run_with(
        &["validate", "--schema", &path(&folder, "by-map.json")],
        b"1",
    );
    assert_eq!(code(&output), 2, "nothing is loaded from the network");
}

#[test]
fn a_document_reached_by_two_paths_is_one() {
    let folder = folder(
        "circle",
        &[
            (
                "a/one.json",
                r#"{"$id": "https://a.example/one.json", "properties": {"two": {"$ref": "two.json"}}}"#,
            ),
            (
                "a/two.json",
                r#"{"$id": "https://a.example/two.json", "properties": {"one": {"$ref": "one.json"}, "n": {"type": "integer"}}}"#,
            ),
        ],
    );
    let schema = path(&folder, "a/../a/./one.json");
    let output = run_with(
        &["validate", "--schema", &schema],
        br#"{"two": {"one": {"two": {"n": "1"}}}}"#,
    );
    assert_eq!(code(&output), 1, "{}", shown(&output));
    assert!(
        stdout(&output).contains("at /two/one/two/n"),
        "{}",
        shown(&output)
    );
}

#[test]
fn a_mapping_that_is_none() {
    assert_snapshot!(shown(&run_with(
        &[
            "validate",
            "--schema",
            COMMON,
            "--map",
            "https://a.example/"
        ],
        b"1"
    )));
    let output = run_with(
        &[
            "validate",
            "--schema",
            COMMON,
            "--map",
            "https://a.example/=absent",
        ],
        b"1",
    );
    assert_eq!(code(&output), 2);
}

#[test]
fn the_draft_of_schemas_that_do_not_say_theirs() {
    let folder = folder(
        "drafts",
        &[(
            "schema.json",
            r#"{"type": "number", "maximum": 5, "exclusiveMaximum": true}"#,
        )],
    );
    let schema = path(&folder, "schema.json");
    assert_eq!(
        code(&run_with(
            &["validate", "--schema", &schema, "--draft", "4"],
            b"5"
        )),
        1
    );
    assert_eq!(
        code(&run_with(
            &["validate", "--schema", &schema, "--draft", "4"],
            b"4"
        )),
        0
    );
    assert_eq!(
        code(&run_with(&["validate", "--schema", &schema], b"4")),
        2,
        "2020-12 wants a number there"
    );
}

#[test]
fn formats_are_annotations_unless_asserted() {
    let schema = format!("{COMMON}#/$defs/User");
    let document = br#"{"email": "not an address"}"#;
    assert_eq!(
        code(&run_with(&["validate", "--schema", &schema], document)),
        0
    );
    assert_eq!(
        code(&run_with(
            &["validate", "--schema", &schema, "--assert-formats"],
            document
        )),
        1
    );
    let sample = "examples/connection/documented-sample.json";
    let output = run(&[
        "validate",
        "--schema",
        "schemas/connection.schema.json",
        "--assert-formats",
        sample,
    ]);
    assert_eq!(
        code(&output),
        0,
        "the documented sample is accepted either way"
    );
}
