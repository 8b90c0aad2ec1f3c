//! Cases of the corpus that cannot be judged, and why.

use hit_rules::judge::Totals;

use super::compiled::Compiled;

/// A part of the line about such a case, and the evidence.
const GAPS: [(&str, &str); 4] = [
    (
        "k8s-cel/0811",
        "recorded with `allOf: [{}]`: the rules that are violated are not in the data",
    ),
    (
        "k8s-cel/0814",
        "recorded with `allOf` of a schema without rules: those that are violated are not in the data",
    ),
    (
        "k8s-cel/0012",
        "a 32-bit float of Go, recorded as the text `3.4028235e+38`: read as the number that this says, it is another than the one in the rule",
    ),
    (
        "planned_to_be_added_in_future_releases",
        "the test pretends that a function of a later release is known",
    ),
];
/// Exact sets of pointer and message that are wanted, in percent.
const EXACT: usize = 98;

/// Whether a line about a wrong case is about one that cannot be judged.
fn is_gap(line: &str) -> bool {
    GAPS.iter().any(|(part, _)| line.contains(part))
}

/// The cases among wrong ones that cannot be judged, with the evidence.
pub(super) fn evidence<'w>(wrong: impl Iterator<Item = &'w String>) -> Vec<String> {
    let wrong: Vec<&String> = wrong.collect();
    let found = GAPS
        .iter()
        .filter(|(part, _)| wrong.iter().any(|line| line.contains(part)));
    found.map(|(part, why)| format!("{part}: {why}")).collect()
}

/// Whether everything that can be judged is right.
pub(super) fn is_fine(totals: &Totals, compiled: Option<&Compiled>) -> bool {
    let instances = totals
        .instances
        .as_ref()
        .is_none_or(|it| it.verdict == it.all && it.exact * 100 >= it.all * EXACT);
    let mutants = totals
        .mutants
        .as_ref()
        .is_none_or(|it| it.refused == it.all && it.located == it.all && it.originals_refused == 0);
    let unit = totals
        .unit
        .as_ref()
        .is_none_or(|it| it.wrong.iter().all(|line| is_gap(line)));
    let checker = totals
        .compile_cases
        .as_ref()
        .is_none_or(|it| it.wrong.iter().all(|line| is_gap(line)));
    let core = totals.cel_core.as_ref().is_none_or(|it| it.right == it.all);
    let compiled = compiled.is_none_or(is_right);
    instances && mutants && unit && checker && core && compiled
}

fn is_right(compiled: &Compiled) -> bool {
    let units = compiled
        .wrong
        .iter()
        .filter(|line| line.starts_with("unit "));
    compiled.schemas.0 == compiled.schemas.1
        && compiled.verdict == compiled.all
        && compiled.exact * 100 >= compiled.all * EXACT
        && units.into_iter().all(|line| is_gap(line))
}

#[cfg(test)]
mod tests {
    use hit_rules::judge::{CelCore, Instances, Totals, Unit};

    use super::is_fine;

    #[test]
    fn what_is_judged_wrong_is_found() {
        let fine = |totals: &Totals| is_fine(totals, None);
        let mut totals = Totals::default();
        assert!(fine(&totals), "nothing was judged");
        totals.unit = Some(Unit {
            wrong: vec!["valid k8s-cel/0012 f32: []".to_owned()],
            ..Unit::default()
        });
        assert!(fine(&totals), "that one cannot be judged");
        totals.instances = Some(Instances {
            verdict: 100,
            exact: 97,
            all: 100,
            ..Instances::default()
        });
        assert!(!fine(&totals), "too few are exact");
        totals.instances = None;
        totals.cel_core = Some(CelCore {
            right: 1,
            all: 2,
            ..CelCore::default()
        });
        assert!(!fine(&totals), "one is wrong");
        totals.cel_core = None;
        totals.unit.get_or_insert_default().wrong = vec!["valid k8s-cel/0013".to_owned()];
        assert!(!fine(&totals), "that one can be judged");
    }
}
