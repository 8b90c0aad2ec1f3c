//! What comes from outside, answered by an application.

use std::borrow::Cow;

use hit_model::{Hit, Play, Ruled, RulesContextSource};
use hit_runtime::from_slice;
use serde_json::json;

/// A catalog that answers questions and cannot say all that it knows.
struct Catalog;

impl RulesContextSource for Catalog {
    fn media_lengths(&self, key: &str) -> Option<f64> {
        (key == "9120").then_some(60.0)
    }

    fn known_users(&self, item: &str) -> Option<bool> {
        Some(item == "9")
    }

    fn headers(&self, _: &str) -> Option<Cow<'_, str>> {
        None
    }
}

fn play(changes: impl FnOnce(&mut Play)) -> Play {
    let text = json!({
        "date": "2020-07-15T10:00:00", "type": "PLAY", "origin": 0, "sessionId": "5", "ip": "127.0.0.1",
        "users": [{ "userId": "1" }], "medias": ["9120"],
        "play": { "duration": 15, "ranges": [{ "start": 0, "end": 5 }, { "start": 20, "end": 30 }] },
    });
    let Ok(Hit::Play(mut play)) = from_slice::<Hit>(text.to_string().as_bytes()) else {
        panic!("a PLAY hit");
    };
    changes(&mut play);
    play
}

fn found(changes: impl FnOnce(&mut Play)) -> Vec<(String, String, String)> {
    let report = play(changes).check_rules(&Catalog);
    assert_eq!(report.not_evaluated, []);
    let violations = report.violations.into_iter();
    violations
        .map(|it| (it.code, it.instance.to_string(), it.message))
        .collect()
}

fn told(code: &str, place: &str, message: &str) -> (String, String, String) {
    (code.to_owned(), place.to_owned(), message.to_owned())
}

#[test]
fn rules_say_their_own_messages_without_all_values_at_hand() {
    assert_eq!(found(|_| {}), []);
    assert_eq!(
        found(|play| play.session_id = "9".to_owned()),
        [told(
            "session-is-not-a-known-user",
            "/sessionId",
            "the identifier of the session is that of a user of the system: 9"
        )]
    );
    assert_eq!(
        found(|play| play.play.duration = 61.0),
        [told(
            "play.duration-within-length",
            "/play/duration",
            "played 61 s of a video of (unknown) s"
        )]
    );
}

mod named {
    #![allow(missing_docs)]
    hit_macro::include_schema!("schemas/outside.json");
}

#[test]
fn members_may_be_called_as_the_methods_are() {
    let read = |text: &str| from_slice::<named::Outside>(text.as_bytes()).expect("a document");
    let outside: named::RulesContext = serde_json::from_value(json!({
        "toValue": 3, "headers": { "a": "x" }, "allHeaders": "y", "allNames": ["n"], "names": ["m"],
    }))
    .expect("a context");
    let report = read(r#"{"value":3,"header":"a","name":"m"}"#).check_rules(&outside);
    assert!(
        report.is_ok() && report.not_evaluated.is_empty(),
        "{report:?}"
    );
    let report = read(r#"{"value":4,"header":"b","name":"n"}"#).check_rules(&outside);
    let codes: Vec<&str> = report
        .violations
        .iter()
        .map(|it| it.code.as_str())
        .collect();
    assert_eq!(codes, ["value", "whole", "name"]);
    assert_eq!(report.not_evaluated.len(), 1, "the header `b` is not known");
    // The methods of members whose names are taken have longer ones.
    use named::RulesContextSource;
    assert_eq!(outside.to_value_member(), Some(3));
    assert_eq!(outside.all_headers_member(), Some("y"));
    assert_eq!(outside.all_names_member("n"), Some(true));
    assert_eq!(outside.all_all_names().map(<[String]>::len), Some(1));
    assert!(outside.to_value().is_some_and(|it| it["toValue"] == 3));
}
