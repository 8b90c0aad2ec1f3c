//! Points in time.

use std::cmp::Ordering;
use std::fmt;

use crate::rules::time::calendar::Civil;
use crate::rules::time::duration::Duration;

/// A point in time, from the year 1 to the year 9999, with nanoseconds.
///
/// The offset it was written with is kept for writing it again; it takes no
/// part in comparisons.
#[derive(Clone, Copy, Debug)]
pub struct Timestamp {
    seconds: i64,
    nanos: u32,
    offset: i64,
}

impl PartialEq for Timestamp {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        (self.seconds, self.nanos).cmp(&(other.seconds, other.nanos))
    }
}

const MIN: i64 = -62_135_596_800;
const MAX: i64 = 253_402_300_799;

impl Timestamp {
    /// A point in time by seconds since 1970 and nanoseconds, if it is in range.
    #[inline]
    pub fn new(seconds: i64, nanos: u32) -> Option<Self> {
        ((MIN..=MAX).contains(&seconds) && nanos < 1_000_000_000).then_some(Self {
            seconds,
            nanos,
            offset: 0,
        })
    }

    /// The first moment of the year 1, which counts as the zero value.
    #[inline]
    pub fn zero() -> Self {
        Self {
            seconds: MIN,
            nanos: 0,
            offset: 0,
        }
    }

    /// Whole seconds since 1970.
    #[inline]
    pub fn seconds(self) -> i64 {
        self.seconds
    }

    /// Nanoseconds of the second.
    #[inline]
    pub fn nanos(self) -> u32 {
        self.nanos
    }

    /// Reads RFC 3339: `2009-02-13T23:31:30.123Z`, `…+01:00`.
    #[inline]
    pub fn parse(text: &str) -> Option<Self> {
        Self::parse_with(text, false)
    }

    /// Reads a `date-time` member: RFC 3339, also with an offset without colon.
    #[inline]
    pub fn parse_lenient(text: &str) -> Option<Self> {
        Self::parse_with(text, true)
    }

    /// Reads a `date` member: `2009-02-13`, at midnight UTC.
    #[inline]
    pub fn parse_date(text: &str) -> Option<Self> {
        let (year, month, day) = date(text)?;
        Self::new(Civil::to_seconds(year, month, day, (0, 0, 0))?, 0)
    }

    #[inline]
    fn parse_with(text: &str, lenient: bool) -> Option<Self> {
        let (year, month, day) = date(text.get(..10)?)?;
        let rest = text.get(10..)?;
        let time = rest
            .strip_prefix('T')
            .or_else(|| rest.strip_prefix('t').filter(|_| lenient))?;
        let (hour, minute, second) = clock(time.get(..8)?)?;
        let mut rest = time.get(8..)?;
        let mut nanos = 0;
        if let Some(tail) = rest.strip_prefix('.') {
            let len = tail
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(tail.len());
            nanos = fraction(tail.get(..len)?)?;
            rest = tail.get(len..)?;
        }
        let offset = offset(rest, lenient)?;
        let seconds = Civil::to_seconds(year, month, day, (hour, minute, second))? - offset;
        Self::new(seconds, nanos).map(|at| Self { offset, ..at })
    }

    /// The point in time that much later, if it is in range.
    #[inline]
    pub fn checked_add(self, duration: Duration) -> Option<Self> {
        let total = i128::from(self.seconds) * 1_000_000_000
            + i128::from(self.nanos)
            + i128::from(duration.nanoseconds);
        let seconds = i64::try_from(total.div_euclid(1_000_000_000)).ok()?;
        let nanos = u32::try_from(total.rem_euclid(1_000_000_000)).ok()?;
        Self::new(seconds, nanos).map(|at| Self {
            offset: self.offset,
            ..at
        })
    }

    /// The point in time that much earlier, if it is in range.
    #[inline]
    pub fn checked_sub(self, duration: Duration) -> Option<Self> {
        self.checked_add(Duration {
            nanoseconds: duration.nanoseconds.checked_neg()?,
        })
    }

    /// How much later this is than another, if a duration can say it.
    #[inline]
    pub fn since(self, earlier: Self) -> Option<Duration> {
        let seconds = i128::from(self.seconds) - i128::from(earlier.seconds);
        let total = seconds * 1_000_000_000 + i128::from(self.nanos) - i128::from(earlier.nanos);
        i64::try_from(total)
            .ok()
            .map(|nanoseconds| Duration { nanoseconds })
    }
}

#[inline]
fn number(text: &str) -> Option<i64> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

#[inline]
fn date(text: &str) -> Option<(i64, i64, i64)> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
    if shaped {
        Some((number(year)?, number(month)?, number(day)?))
    } else {
        None
    }
}

#[inline]
fn clock(text: &str) -> Option<(i64, i64, i64)> {
    let mut parts = text.split(':');
    let (hour, minute, second) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped =
        parts.next().is_none() && hour.len() == 2 && minute.len() == 2 && second.len() == 2;
    if shaped {
        Some((number(hour)?, number(minute)?, number(second)?))
    } else {
        None
    }
}

#[inline]
fn fraction(digits: &str) -> Option<u32> {
    number(digits.get(..digits.len().min(18))?)?;
    let nine: String = digits.chars().chain("000000000".chars()).take(9).collect();
    nine.parse().ok()
}

#[inline]
fn offset(text: &str, lenient: bool) -> Option<i64> {
    if text == "Z" || (lenient && text == "z") {
        return Some(0);
    }
    let sign = match text.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let rest = text.get(1..)?;
    let (hours, minutes) = match rest.split_once(':') {
        Some(parts) => parts,
        None if lenient && rest.len() == 4 => (rest.get(..2)?, rest.get(2..)?),
        None => return None,
    };
    if hours.len() != 2 || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

impl fmt::Display for Timestamp {
    /// RFC 3339 with the offset it was read with, and as many decimals as needed.
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = Civil::from_seconds(self.seconds + self.offset);
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
            at.year, at.month, at.day, at.hour, at.minute, at.second
        )?;
        if self.nanos != 0 {
            let fraction = format!("{:09}", self.nanos);
            write!(f, ".{}", fraction.trim_end_matches('0'))?;
        }
        if self.offset == 0 {
            return f.write_str("Z");
        }
        let (sign, minutes) = (
            if self.offset < 0 { '-' } else { '+' },
            self.offset.abs() / 60,
        );
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}
