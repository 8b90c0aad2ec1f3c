//! Time zones.

use crate::rules::time::timestamp::Timestamp;

/// The offset from UTC, in seconds, of a zone at a point in time: `UTC`, an
/// offset such as `+01:00`, or a name such as `Europe/Berlin`.
#[inline]
pub fn offset_seconds(zone: &str, at: Timestamp) -> Option<i64> {
    if zone == "UTC" || zone.is_empty() {
        return Some(0);
    }
    if zone.contains(':') {
        return fixed(zone);
    }
    named(zone, at)
}

#[inline]
fn fixed(zone: &str) -> Option<i64> {
    let (sign, rest) = match zone.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, zone.strip_prefix('+').unwrap_or(zone)),
    };
    let (hours, minutes) = rest.split_once(':')?;
    let valid = hours.len() <= 2 && minutes.len() == 2;
    let (hours, minutes) = (hours.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?);
    (valid && hours < 24 && minutes < 60)
        .then(|| sign * (i64::from(hours) * 3600 + i64::from(minutes) * 60))
}

#[cfg(feature = "time-zones")]
#[inline]
fn named(zone: &str, at: Timestamp) -> Option<i64> {
    let zone = jiff::tz::db().get(zone).ok()?;
    let at = jiff::Timestamp::from_second(at.seconds()).ok()?;
    Some(i64::from(zone.to_offset(at).seconds()))
}

#[cfg(not(feature = "time-zones"))]
#[inline]
fn named(_zone: &str, _at: Timestamp) -> Option<i64> {
    None
}
