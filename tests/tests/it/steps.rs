//! Compiled rules end, whatever they are run over.

use hit_model::{Hit, Play, Range, Ruled, RulesContext};
use hit_runtime::from_slice;

const MILLION: usize = 1_000_000;

fn play(ranges: usize, medias: usize) -> Play {
    let text = r#"{"date":"2020-07-15T10:00:00","type":"PLAY","origin":0,"sessionId":"5","ip":"127.0.0.1","users":[{"userId":"1"}],"medias":["9120"],"play":{"duration":15,"ranges":[]}}"#;
    let Ok(Hit::Play(mut play)) = from_slice::<Hit>(text.as_bytes()) else {
        panic!("a PLAY hit");
    };
    play.play.ranges = vec![Range::new(0.0, 1.0); ranges];
    play.medias = vec![String::new(); medias];
    play
}

#[test]
fn a_million_elements_are_looked_at() {
    let mut play = play(MILLION, 1);
    let known = r#"{"headers":{},"knownUsers":[],"mediaLengths":{"":60}}"#;
    let known: RulesContext = serde_json::from_str(known).expect("a context");
    let report = play.check_rules(&known);
    assert_eq!((report.violations, report.not_evaluated), (vec![], vec![]));
    play.play.ranges[MILLION - 1] = Range::new(2.0, 1.0);
    let report = play.check_rules(&known);
    let found: Vec<(&str, &str)> = report
        .violations
        .iter()
        .map(|it| (it.code.as_str(), it.instance.as_str()))
        .collect();
    assert_eq!(found, [("play.range-order", "/play/ranges/999999/end")]);
}

#[test]
fn a_million_times_a_million_steps_end_as_a_violation() {
    let mut play = play(MILLION, MILLION);
    // Only the last one is long enough, so that all are looked at for each range.
    play.medias[MILLION - 1] = "long".to_owned();
    let known = r#"{"headers":{},"knownUsers":[],"mediaLengths":{"":0.5,"long":60}}"#;
    let known: RulesContext = serde_json::from_str(known).expect("a context");
    let report = play.check_rules(&known);
    let found: Vec<_> = report
        .violations
        .iter()
        .map(|it| (it.code.as_str(), it.instance.as_str(), it.message.as_str()))
        .collect();
    let [("play.range-within-length", "/end", message)] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert!(
        message.starts_with("the rule needs too many steps evaluating rule: "),
        "{message}"
    );
    assert_eq!(report.not_evaluated, []);
}
