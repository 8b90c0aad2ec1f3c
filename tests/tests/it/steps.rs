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
    let nothing = RulesContext::default();
    assert_eq!(play.check_rules(&nothing).violations, []);
    play.play.ranges[MILLION - 1] = Range::new(2.0, 1.0);
    let report = play.check_rules(&nothing);
    let found: Vec<(&str, &str)> = report
        .violations
        .iter()
        .map(|it| (it.code.as_str(), it.instance.as_str()))
        .collect();
    assert_eq!(found, [("play.range-order", "/play/ranges/999999/end")]);
}

#[test]
fn a_million_times_a_million_steps_end_as_a_violation() {
    let report = play(MILLION, MILLION).check_rules(&RulesContext::default());
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
    // The rule with one loop could not be evaluated for another reason.
    assert!(
        report
            .not_evaluated
            .iter()
            .any(|it| it.id == "play.duration-within-length")
    );
}
