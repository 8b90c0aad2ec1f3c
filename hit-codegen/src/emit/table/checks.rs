//! Checks as closures.

use hit_schema::shape::{Bound, Numbers, Strings};

use super::literal::{bound, text};

/// The checks of a string named `s`, each a `Result`.
pub(super) fn string_steps(checks: &Strings) -> Vec<String> {
    let mut steps = Vec::new();
    steps.extend(
        checks
            .min
            .map(|limit| format!("rt::min_length(s, {limit})")),
    );
    steps.extend(
        checks
            .max
            .map(|limit| format!("rt::max_length(s, {limit})")),
    );
    for format in &checks.formats {
        steps.push(format!(
            "rt::format(s, rt::known_format!({}))",
            text(&format.0)
        ));
    }
    for pattern in &checks.patterns {
        steps.push(format!("rt::pattern(s, rt::regex!({}))", text(&pattern.0)));
    }
    steps
}

/// `|s| …` for strings; nothing when there is nothing to check.
pub(super) fn strings(checks: &[Strings]) -> Option<String> {
    let steps: Vec<String> = checks.iter().flat_map(string_steps).collect();
    closure("s", &steps)
}

/// The checks of a number named `n`.
pub(super) fn numbers(checks: &Numbers, ty: &str) -> String {
    let mut steps = Vec::new();
    let mut add = |name: &str, found: &Option<Bound>| {
        let Some(found) = found else { return };
        let prefix = if found.exclusive { "exclusive_" } else { "" };
        steps.push(format!("rt::{prefix}{name}(n, {})", bound(found.limit)));
    };
    add("minimum", &checks.min);
    add("maximum", &checks.max);
    let divisors = checks.multiples.iter();
    steps.extend(divisors.map(|divisor| format!("rt::multiple_of(n, {})", bound(*divisor))));
    closure(&format!("n: {ty}"), &steps).unwrap_or_else(|| format!("|_: {ty}| Ok(())"))
}

/// `|n| …` for a number of items or members; nothing when there is nothing to check.
pub(super) fn counts(of: &str, min: Option<u64>, max: Option<u64>) -> Option<String> {
    let mut steps = Vec::new();
    steps.extend(min.map(|limit| format!("rt::min_{of}(n, {limit})")));
    steps.extend(max.map(|limit| format!("rt::max_{of}(n, {limit})")));
    closure("n", &steps)
}

fn closure(parameter: &str, steps: &[String]) -> Option<String> {
    let (first, rest) = steps.split_first()?;
    let rest: String = rest
        .iter()
        .map(|step| format!(".and_then(|()| {step})"))
        .collect();
    Some(format!("|{parameter}| {first}{rest}"))
}
