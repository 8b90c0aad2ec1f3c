//! `time`.

use super::date::two;

/// Whether a text is a `full-time` of RFC 3339, section 5.6: `23:20:50.52Z`.
///
/// Second 60 is a time only where it is 23:59:60 in UTC.
pub fn is_time(text: &str) -> bool {
    is_full_time(text.as_bytes())
}

/// Whether a text is a time of draft 3: `hh:mm:ss`.
pub fn is_local_time(text: &str) -> bool {
    let &[h1, h2, b':', m1, m2, b':', s1, s2] = text.as_bytes() else {
        return false;
    };
    let below = |value: Option<u8>, limit| value.is_some_and(|value| value < limit);
    below(two(h1, h2), 24) && below(two(m1, m2), 60) && below(two(s1, s2), 60)
}

pub(super) fn is_full_time(bytes: &[u8]) -> bool {
    let &[h1, h2, b':', m1, m2, b':', s1, s2, ref rest @ ..] = bytes else {
        return false;
    };
    let (Some(hour), Some(minute), Some(second)) = (two(h1, h2), two(m1, m2), two(s1, s2)) else {
        return false;
    };
    let Some(offset) = without_fraction(rest).and_then(offset_minutes) else {
        return false;
    };
    let local = i32::from(hour) * 60 + i32::from(minute);
    let leap = second == 60 && (local - offset).rem_euclid(24 * 60) == 23 * 60 + 59;
    hour < 24 && minute < 60 && (second < 60 || leap)
}

fn without_fraction(bytes: &[u8]) -> Option<&[u8]> {
    let [b'.', rest @ ..] = bytes else {
        return Some(bytes);
    };
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if digits == 0 {
        None
    } else {
        rest.get(digits..)
    }
}

/// Minutes east of UTC.
fn offset_minutes(bytes: &[u8]) -> Option<i32> {
    match *bytes {
        [b'Z' | b'z'] => Some(0),
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => {
            let hour = two(h1, h2).filter(|hour| *hour < 24)?;
            let minute = two(m1, m2).filter(|minute| *minute < 60)?;
            let minutes = i32::from(hour) * 60 + i32::from(minute);
            Some(if sign == b'+' { minutes } else { -minutes })
        }
        _ => None,
    }
}
