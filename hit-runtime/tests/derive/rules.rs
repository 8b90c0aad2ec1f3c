//! Rules: tokens, text, closures, contexts, elements, transitions.

use hit_runtime::{NoContext, Report, Severity, Validate};

#[derive(Clone, Debug, PartialEq, Validate)]
struct Range {
    start: f64,
    end: f64,
}

struct PlayContext {
    video_length: Option<f64>,
}

#[derive(Clone, Debug, PartialEq, Validate)]
#[rules(context = PlayContext)]
#[rule(
    id = "play.within-video",
    path = "/duration",
    expr(self.duration <= ctx.video_length),
    message = "played {self.duration} s of {ctx.video_length} s"
)]
#[rule(
    id = "play.range-order",
    path = "/end",
    expr = "self.ranges.all(r, r.start <= r.end)",
    message = "{r.start} is after {r.end}"
)]
#[rule(id = "play.sum", severity = "warning", check = |play, _ctx| play.ranges.len() < 3)]
#[rule(id = "play.named", when(has(self.label)), expr(size(self.label) > 0 && self.label != "x"))]
#[rule(id = "play.grows", expr(self.duration >= oldSelf.duration))]
struct Play {
    duration: f64,
    ranges: Vec<Range>,
    label: Option<String>,
}

fn play(duration: f64, ranges: &[(f64, f64)]) -> Play {
    let ranges = ranges.iter().map(|(start, end)| Range {
        start: *start,
        end: *end,
    });
    Play {
        duration,
        ranges: ranges.collect(),
        label: None,
    }
}

/// Code, pointer and message of each violation.
fn found(report: &Report) -> Vec<(&str, &str, &str)> {
    let found = report.violations.iter();
    found
        .map(|it| (it.code.as_str(), it.instance.as_str(), it.message.as_str()))
        .collect()
}

#[test]
fn a_rule_with_a_context() {
    let report = play(61.0, &[]).validate(&PlayContext {
        video_length: Some(60.0),
    });
    assert_eq!(
        found(&report),
        [("play.within-video", "/duration", "played 61 s of 60 s")]
    );
}

#[test]
fn what_is_not_known_leaves_a_rule_not_evaluated() {
    let report = play(61.0, &[]).validate(&PlayContext { video_length: None });
    assert!(report.is_ok());
    assert_eq!(report.not_evaluated.len(), 1);
    assert_eq!(report.not_evaluated[0].id, "play.within-video");
    assert_eq!(
        report.not_evaluated[0].reason.to_string(),
        "ctx.video_length is not known"
    );
}

#[test]
fn each_failing_element_is_told_at_its_place() {
    let report = play(1.0, &[(2.0, 1.0), (0.0, 1.0), (5.0, 4.0)]).validate(&PlayContext {
        video_length: Some(60.0),
    });
    assert_eq!(
        found(&report),
        [
            ("play.range-order", "/ranges/0/end", "2 is after 1"),
            ("play.range-order", "/ranges/2/end", "5 is after 4"),
            ("play.sum", "", "does not satisfy `play.sum`"),
        ]
    );
    assert_eq!(report.violations[2].severity, Severity::Warning);
}

#[test]
fn a_guard_says_when_a_rule_counts() {
    let ctx = PlayContext {
        video_length: Some(60.0),
    };
    let mut value = play(1.0, &[]);
    assert!(value.validate(&ctx).violations.is_empty());
    value.label = Some("x".to_owned());
    assert_eq!(
        found(&value.validate(&ctx)),
        [(
            "play.named",
            "",
            "failed rule: size(self.label) > 0 && self.label != \"x\""
        )]
    );
}

#[test]
fn a_transition_needs_the_value_before() {
    let ctx = PlayContext {
        video_length: Some(60.0),
    };
    let (old, new) = (play(5.0, &[]), play(4.0, &[]));
    assert!(new.validate(&ctx).violations.is_empty());
    assert_eq!(
        new.validate_update(&old, &ctx).violations[0].code,
        "play.grows"
    );
    assert!(old.validate_update(&new, &ctx).violations.is_empty());
}

#[derive(Validate)]
#[rule(id = "sum", expr(self.a + self.b < 10))]
struct Sum {
    a: i64,
    b: Option<u32>,
}

#[test]
fn what_cannot_be_evaluated_is_a_violation() {
    let report = |a, b| Sum { a, b }.validate(&NoContext);
    assert!(report(1, Some(2)).is_ok());
    assert_eq!(
        found(&report(i64::MAX, Some(1))),
        [(
            "sum",
            "",
            "integer overflow evaluating rule: self.a + self.b < 10"
        )]
    );
    assert_eq!(
        found(&report(1, None)),
        [(
            "sum",
            "",
            "no such key: b evaluating rule: self.a + self.b < 10"
        )]
    );
}

#[derive(Validate)]
#[rule(id = "shares", path = "/share", expr(self.all > 0 && self.parts.all(part, self.all / part.share < 100)))]
#[rule(id = "either", expr(self.all == 1 || self.parts.all(part, self.all / part.share < 100)))]
struct Whole {
    all: i64,
    parts: Vec<Part>,
}

#[derive(Validate)]
struct Part {
    share: i64,
}

#[test]
fn an_element_that_cannot_be_evaluated_has_its_place() {
    let report = |all, shares: &[i64]| {
        let parts = shares.iter().map(|&share| Part { share }).collect();
        Whole { all, parts }.validate(&NoContext)
    };
    let told = |report: &Report| {
        let found = report.violations.iter();
        found
            .map(|it| {
                let what = it.message.split(" evaluating").next();
                (
                    it.code.clone(),
                    it.instance.to_string(),
                    what.unwrap_or_default().to_owned(),
                )
            })
            .collect::<Vec<_>>()
    };
    let one = |code: &str, at: &str, what: &str| (code.to_owned(), at.to_owned(), what.to_owned());
    assert!(report(7, &[1, 2]).is_ok());
    assert_eq!(
        told(&report(7, &[1, 0, 2, 0])),
        [
            one("shares", "/parts/1/share", "division by zero"),
            one("shares", "/parts/3/share", "division by zero"),
            one("either", "/parts/1", "division by zero"),
            one("either", "/parts/3", "division by zero"),
        ]
    );
    // One that is false decides; the others are not to blame.
    let found = report(700, &[1, 0, 2000]);
    let places: Vec<_> = found
        .violations
        .iter()
        .map(|it| it.instance.to_string())
        .collect();
    assert_eq!(places, ["/parts/0/share", "/parts/0"]);
    assert!(
        found
            .violations
            .iter()
            .all(|it| it.message.starts_with("failed rule: "))
    );
    let found = report(-1, &[0]);
    let places: Vec<_> = found
        .violations
        .iter()
        .map(|it| it.instance.to_string())
        .collect();
    assert_eq!(places, ["/share", "/parts/0"]);
}
