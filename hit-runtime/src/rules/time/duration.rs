//! Lengths of time: signed nanoseconds, as in Kubernetes.

use std::fmt;

/// A length of time. At most about 292 years either way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    /// Nanoseconds.
    pub nanoseconds: i64,
}

const UNITS: &[(&str, i128)] = &[
    ("ns", 1),
    ("us", 1_000),
    ("µs", 1_000),
    ("μs", 1_000),
    ("ms", 1_000_000),
    ("s", 1_000_000_000),
    ("m", 60_000_000_000),
    ("h", 3_600_000_000_000),
];

impl Duration {
    /// Reads a duration as Go writes it: `1h2m3.5s`, `-1.5h`, `0`.
    #[inline]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, mut rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        if rest == "0" {
            return Some(Self::default());
        }
        let mut total: i128 = 0;
        if rest.is_empty() {
            return None;
        }
        while !rest.is_empty() {
            let (part, tail) = component(rest)?;
            total = total.checked_add(part)?;
            rest = tail;
        }
        i64::try_from(if negative { -total } else { total })
            .ok()
            .map(|nanoseconds| Self { nanoseconds })
    }

    /// The sum, unless it is out of range.
    #[inline]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.nanoseconds
            .checked_add(other.nanoseconds)
            .map(|nanoseconds| Self { nanoseconds })
    }

    /// The difference, unless it is out of range.
    #[inline]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.nanoseconds
            .checked_sub(other.nanoseconds)
            .map(|nanoseconds| Self { nanoseconds })
    }
}

/// A number with its unit, and what follows.
#[inline]
fn component(text: &str) -> Option<(i128, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let (number, tail) = text.split_at(end);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if (whole.is_empty() && fraction.is_empty()) || fraction.contains('.') {
        return None;
    }
    let unit_len = tail
        .find(|c: char| c.is_ascii_digit() || c == '.')
        .unwrap_or(tail.len());
    let (unit, rest) = tail.split_at(unit_len);
    let (_, scale) = UNITS.iter().find(|(name, _)| *name == unit)?;
    let whole = if whole.is_empty() {
        0
    } else {
        whole.parse::<i128>().ok()?
    };
    let mut value = whole.checked_mul(*scale)?;
    let mut place = *scale;
    for digit in fraction.bytes().take(20) {
        value = value.checked_add(place.checked_mul(i128::from(digit - b'0'))? / 10)?;
        place /= 10;
    }
    Some((value, rest))
}

impl fmt::Display for Duration {
    /// Seconds with as many decimals as needed: `3600s`, `0.5s`.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.nanoseconds < 0 { "-" } else { "" };
        let magnitude = self.nanoseconds.unsigned_abs();
        let (seconds, fraction) = (magnitude / 1_000_000_000, magnitude % 1_000_000_000);
        if fraction == 0 {
            return write!(f, "{sign}{seconds}s");
        }
        let fraction = format!("{fraction:09}");
        write!(f, "{sign}{seconds}.{}s", fraction.trim_end_matches('0'))
    }
}
