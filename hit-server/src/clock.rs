//! Time as milliseconds since 1970, and as text.

use std::time::{SystemTime, UNIX_EPOCH};

/// Now.
pub fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    })
}

/// `2020-07-15T10:00:00.250Z` (RFC 3339).
pub fn rfc3339(ms: i64) -> String {
    let (year, month, day) = civil(ms.div_euclid(86_400_000));
    let of_day = ms.rem_euclid(86_400_000);
    let (hour, minute) = (of_day / 3_600_000, of_day / 60_000 % 60);
    let (second, milli) = (of_day / 1000 % 60, of_day % 1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z")
}

/// The instant of a date of a hit; one without offset is taken as UTC. A bare day
/// (`2020-07-15`) is its beginning. 29 February of a year that has none is 1 March, as
/// the schema accepts it.
pub fn instant(text: &str) -> Option<i64> {
    let (day, rest) = text.split_at_checked(10)?;
    let mut parts = day.split('-').map(number);
    let (year, month, date) = (parts.next()??, parts.next()??, parts.next()??);
    let fits = (1..=12).contains(&month) && (1..=31).contains(&date) && parts.next().is_none();
    let start = fits.then(|| days(year, month, date) * 86_400_000)?;
    match rest.strip_prefix('T') {
        None if rest.is_empty() => Some(start),
        None => None,
        Some(time) => {
            let (time, offset) = offset(time)?;
            Some(start + of_day(time)? - offset)
        }
    }
}

/// Takes the offset off a time; in milliseconds.
fn offset(time: &str) -> Option<(&str, i64)> {
    if let Some(time) = time.strip_suffix('Z') {
        return Some((time, 0));
    }
    let Some(at) = time.rfind(['+', '-']) else {
        return Some((time, 0));
    };
    let (time, offset) = time.split_at(at);
    let (hours, minutes) = offset.get(1..)?.split_once(':')?;
    let minutes = number(hours)? * 60 + number(minutes)?;
    let sign = if offset.starts_with('-') { -1 } else { 1 };
    Some((time, sign * minutes * 60_000))
}

fn of_day(time: &str) -> Option<i64> {
    let (whole, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let mut parts = whole.split(':').map(number);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    let fits = hour < 24 && minute < 60 && second < 60 && parts.next().is_none();
    number(fraction)?;
    let milli = format!("{fraction:0<3}").get(..3)?.parse::<i64>().ok()?;
    fits.then_some(((hour * 60 + minute) * 60 + second) * 1000 + milli)
}

/// Digits alone, at most nine.
fn number(text: &str) -> Option<i64> {
    let digits = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok())?
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let era_day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    year.div_euclid(400) * 146_097 + era_day - 719_468
}

fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era_day = shifted.rem_euclid(146_097);
    let of_era = (era_day - era_day / 1460 + era_day / 36_524 - era_day / 146_096) / 365;
    let of_year = era_day - (365 * of_era + of_era / 4 - of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = (shifted_month + 2) % 12 + 1;
    let year = of_era + shifted.div_euclid(146_097) * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::{instant, rfc3339};

    #[test]
    fn there_and_back() {
        for text in [
            "1970-01-01T00:00:00.000Z",
            "2020-02-29T23:59:59.999Z",
            "0000-03-01T00:00:00.000Z",
            "9999-12-31T12:00:00.001Z",
        ] {
            assert_eq!(rfc3339(instant(text).expect("a date")), text);
        }
    }

    #[test]
    fn offsets_fractions_and_days() {
        let at = |text| instant(text).map(rfc3339);
        let utc = |text: &str| Some(text.to_owned());
        assert_eq!(at("2020-07-15T10:00:00"), utc("2020-07-15T10:00:00.000Z"));
        assert_eq!(
            at("2020-07-15T10:00:00.25+02:00"),
            utc("2020-07-15T08:00:00.250Z")
        );
        assert_eq!(
            at("2020-07-15T23:30:00.123456789-01:00"),
            utc("2020-07-16T00:30:00.123Z")
        );
        assert_eq!(at("2021-02-29T00:00:00Z"), utc("2021-03-01T00:00:00.000Z"));
        assert_eq!(at("2020-07-15"), utc("2020-07-15T00:00:00.000Z"));
        for bad in [
            "",
            "2020",
            "2020-7-15",
            "2020-13-01",
            "2020-07-15T",
            "2020-07-15T24:00:00",
            "é020-07-15",
            "2020-07-15 10:00:00",
            "2020-07-15T10:00:00+0200",
        ] {
            assert_eq!(at(bad), None, "{bad}");
        }
    }
}
