//! Points in time and lengths of time.

pub use crate::rules::time::{Duration, Timestamp};

use crate::rules::support::fault::{Fault, Tried};

/// The point in time that an RFC 3339 text is.
///
/// # Errors
/// When it is none.
#[inline]
pub fn timestamp(text: &str) -> Tried<Timestamp> {
    Timestamp::parse_lenient(text)
        .or_else(|| Timestamp::parse_date(text))
        .ok_or_else(|| Fault::made(format!("type conversion error: {text:?} is no timestamp")))
}

/// The length of time that a text such as `1h30m` is.
///
/// # Errors
/// When it is none.
#[inline]
pub fn duration(text: &str) -> Tried<Duration> {
    Duration::parse(text)
        .ok_or_else(|| Fault::made(format!("type conversion error: {text:?} is no duration")))
}

/// A point in time by seconds and nanoseconds since 1970, moved into the years 1 to 9999.
#[inline]
pub fn timestamp_constant(seconds: i64, nanos: u32) -> Timestamp {
    Timestamp::new(seconds, nanos).unwrap_or(Timestamp::zero())
}

/// A length of time.
#[inline]
pub const fn duration_constant(nanoseconds: i64) -> Duration {
    Duration { nanoseconds }
}
