//! Rules run even when other members are invalid; only those whose own inputs
//! are invalid say nothing.

use crate::place::Place;
use crate::report::{NotEvaluated, Reason, Report};
use crate::rules::Rule;

/// Whether what a rule reads is valid as far as its constraints go; a rule that
/// is not to be run is told. Violations before `start` are about other values.
///
/// An input is a JSON Pointer below the value, with `*` for every element, and whether all of it
/// is read or only that it is there, as a list to go through.
#[inline]
pub fn inputs_are_valid(
    rule: &Rule,
    start: usize,
    inputs: &[(&str, bool)],
    at: &Place<'_>,
    report: &mut Report,
) -> bool {
    report.violations.len() == start || judge(rule, start, inputs, at, report)
}

#[cold]
fn judge(
    rule: &Rule,
    start: usize,
    inputs: &[(&str, bool)],
    at: &Place<'_>,
    report: &mut Report,
) -> bool {
    let base = at.pointer();
    let found = report.violations.get(start..).unwrap_or(&[]);
    // What rules find does not make a value unfit for other rules.
    let mut constraints = found
        .iter()
        .filter(|found| !found.schema.contains("/x-rules/"));
    let invalid = constraints.any(|found| {
        let below = found.instance.as_str().strip_prefix(base.as_str());
        below.is_some_and(|below| {
            inputs
                .iter()
                .any(|(input, whole)| touches(below, input, *whole))
        })
    });
    if invalid {
        report.not_evaluated.push(NotEvaluated {
            id: rule.id.to_owned(),
            instance: base,
            reason: Reason::InvalidInput,
        });
    }
    !invalid
}

/// Whether something wrong at a place concerns who reads an input.
#[inline]
fn touches(wrong: &str, input: &str, whole: bool) -> bool {
    let (mut wrong, mut input) = (wrong.split('/').skip(1), input.split('/').skip(1));
    loop {
        match (wrong.next(), input.next()) {
            (Some(a), Some(b)) if a == b || b == "*" => {}
            (Some(_), Some(_)) => return false,
            // Below what is read.
            (Some(_), None) => return whole,
            (None, _) => return true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::touches;

    #[test]
    fn an_input_is_concerned_by_itself_what_holds_it_and_what_it_holds() {
        assert!(touches("/a", "/a", true));
        assert!(touches("/a", "/a/b", true));
        assert!(touches("/a/b", "/a", true));
        assert!(!touches("/a/b", "/a", false));
        assert!(touches("/a/3/b", "/a/*/b", true));
        assert!(!touches("/a/3/c", "/a/*/b", true));
        assert!(!touches("/ab", "/a", true));
        assert!(touches("", "/a", true));
    }
}
