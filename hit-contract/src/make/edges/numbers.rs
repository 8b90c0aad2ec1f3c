//! Limits of numbers: at the edge, one beyond, the least step beyond; and the
//! numbers at which machines change their mind.

use serde_json::Number;

use super::spot::{Candidate, Spot};
use crate::make::numbers::{from, whole};

/// Numbers at which machines change their mind, with what happens there.
const CORNERS: [(&str, &str); 20] = [
    ("0", "zero"),
    ("-0", "minus zero"),
    ("1.0", "an integer with a fraction of zero"),
    ("0.5", "a half"),
    ("1e0", "an exponent"),
    ("127", "2^7 - 1"),
    ("128", "2^7"),
    ("32768", "2^15"),
    ("65536", "2^16"),
    ("2147483648", "2^31"),
    ("-2147483649", "-2^31 - 1"),
    ("4294967296", "2^32"),
    ("9007199254740993", "2^53 + 1"),
    ("9223372036854775807", "2^63 - 1"),
    ("9223372036854775808", "2^63"),
    ("18446744073709551615", "2^64 - 1"),
    ("-9223372036854775809", "-2^63 - 1"),
    ("1e308", "nearly the largest number"),
    ("5e-324", "the smallest number"),
    ("0.30000000000000004", "all digits of a double"),
];

/// Corners of a number without more ado.
pub fn corners(spot: &Spot<'_>) -> Vec<Candidate> {
    CORNERS
        .iter()
        .map(|(raw, what)| spot.replaced(*raw, format!("number: {what}")))
        .collect()
}

/// At a limit, and around it. `up` is the side that a maximum refuses.
pub fn limit(spot: &Spot<'_>, limit: &Number, up: bool) -> Vec<Candidate> {
    let keyword = if up { "maximum" } else { "minimum" };
    let mut out = vec![spot.replaced(limit.to_string(), format!("{keyword}: the limit"))];
    let sign: i128 = if up { 1 } else { -1 };
    if let Some(limit) = whole(limit) {
        for (step, what) in [(1, "one beyond"), (-1, "one inside"), (2, "two beyond")] {
            let raw = from(limit + sign * step).to_string();
            out.push(spot.replaced(raw, format!("{keyword}: {what}")));
        }
        let raw = from(limit).to_string();
        out.push(spot.replaced(
            format!("{raw}.0"),
            format!("{keyword}: the limit with a fraction of zero"),
        ));
    }
    if let Some(float) = limit.as_f64() {
        let (beyond, inside) = match up {
            true => (float.next_up(), float.next_down()),
            false => (float.next_down(), float.next_up()),
        };
        let digits = |value: f64| Number::from_f64(value).map(|it| it.to_string());
        for (value, what) in [
            (beyond, "the least step beyond"),
            (inside, "the least step inside"),
            (float + sign as f64 * 0.5, "a half beyond"),
            (float - sign as f64 * 0.5, "a half inside"),
        ] {
            let raw = digits(value).map(|raw| spot.replaced(raw, format!("{keyword}: {what}")));
            out.extend(raw);
        }
    }
    let far = if up { "1e300" } else { "-1e300" };
    out.push(spot.replaced(far, format!("{keyword}: far beyond")));
    out
}

/// Around multiples.
pub fn multiple(spot: &Spot<'_>, step: &Number) -> Vec<Candidate> {
    let mut out = Vec::new();
    if let Some(step) = whole(step) {
        for (times, add, what) in [
            (0, 0, "zero"),
            (3, 0, "three times"),
            (2, 1, "one more than a multiple"),
            (-2, 0, "minus two times"),
        ] {
            let raw = from(step * times + add).to_string();
            out.push(spot.replaced(raw, format!("multipleOf: {what}")));
        }
        return out;
    }
    let float = step.as_f64().unwrap_or(1.0);
    for (value, what) in [
        (float, "once"),
        (float * 1.5, "once and a half"),
        (float / 10.0, "a tenth"),
    ] {
        let raw = Number::from_f64(value).map(|it| it.to_string());
        out.extend(raw.map(|raw| spot.replaced(raw, format!("multipleOf: {what}"))));
    }
    // 19.99 is 1999 hundredths, which binary fractions do not say.
    for raw in ["19.99", "0.07", "4.35", "1.1"] {
        out.push(spot.replaced(raw, "multipleOf: a decimal fraction"));
    }
    out
}
