//! What is said about wrong rules.

use super::*;

#[test]
fn messages_lead_to_the_very_place() {
    let text = r#"{
  "type": "object",
  "properties": { "play": { "type": "object", "properties": { "duration": { "type": "number" } } } },
  "x-rules": [
    { "id": "a", "rule": "self.play.\u0064uration >= 0.0 \u0026\u0026 self.play.durationn > 1.0" },
    { "id": "b", "rule": "self.play ==", "message": "\"{self.plya}\"" },
    { "id": "c", "rul": "true" },
    { "id": "d", "rule": "self.play.duration == 1" },
    { "id": "e", "rule": "true", "path": "/play/nothing" }
  ]
}"#;
    // The form of all entries comes first.
    let first = wrong(text);
    assert_eq!(
        first,
        [
            "s.json:7:5 HIT0602: an entry needs a rule",
            "s.json:7:25 HIT0602: unknown member 'rul'",
        ]
    );
    let second = wrong(&text.replace("\"rul\"", "\"rule\""));
    assert_eq!(
        second[0],
        "s.json:5:81 HIT0601: rule a: unknown field 'durationn' (has: duration)"
    );
    assert!(
        second[1].starts_with("s.json:6:39 HIT0601: rule b: syntax error"),
        "{second:?}"
    );
    assert_eq!(
        second[2],
        "s.json:6:62 HIT0601: rule b: unknown field 'plya' (has: play)"
    );
    assert!(
        second[3].starts_with("s.json:8:46 HIT0601: rule d: found no matching overload"),
        "{second:?}"
    );
    assert_eq!(
        second[4],
        "s.json:9:42 HIT0602: rule e: the path names an unknown member 'nothing' (has: duration)"
    );
    assert_eq!(second.len(), 5, "{second:?}");
}

#[test]
fn a_message_as_people_see_it() {
    let text = r#"{ "type": "object", "properties": { "duration": { "type": "number" }, "ranges": { "type": "array" } },
  "x-rules": [{ "id": "play.length", "rule": "self.durationn <= 5.0" }] }"#;
    let errors = read(text, &[]).err().expect("it is refused");
    assert_eq!(
        errors.to_string(),
        "\
s.json:2:52: error[HIT0601] rule play.length: unknown field 'durationn' (has: duration, ranges)
    2 |   \"x-rules\": [{ \"id\": \"play.length\", \"rule\": \"self.durationn <= 5.0\" }] }
      |                                                    ^^^^^^^^^
      = at #/x-rules/0/rule
      = help: did you mean 'duration'?
"
    );
}

#[test]
fn a_rule_that_is_never_run_is_an_error() {
    let rules = r#""x-rules": [{"id": "r", "rule": "true"}]"#;
    for schema in [
        format!(r#"{{"not": {{"type": "string", {rules}}}}}"#),
        format!(r#"{{"propertyNames": {{"maxLength": 3, {rules}}}}}"#),
        format!(r#"{{"contains": {{"type": "string", {rules}}}}}"#),
        format!(r#"{{"unevaluatedProperties": {{"type": "string", {rules}}}}}"#),
    ] {
        let found = wrong(&schema);
        assert!(
            found[0].contains("HIT0604: a rule here is never run"),
            "{found:?}"
        );
    }
}
