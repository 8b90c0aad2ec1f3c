//! `date`.

/// Whether a text is a `full-date` of RFC 3339, section 5.6: `2024-02-29`.
///
/// ```
/// assert!(hit_runtime::format::is_date("2024-02-29"));
/// assert!(!hit_runtime::format::is_date("2023-02-29"));
/// ```
pub fn is_date(text: &str) -> bool {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return false;
    };
    let (Some(century), Some(year)) = (two(y1, y2), two(y3, y4)) else {
        return false;
    };
    let (Some(month), Some(day)) = (two(m1, m2), two(d1, d2)) else {
        return false;
    };
    day >= 1 && day <= days(u32::from(century) * 100 + u32::from(year), month)
}

/// The value of two ASCII digits.
pub(super) fn two(high: u8, low: u8) -> Option<u8> {
    let digits = high.is_ascii_digit() && low.is_ascii_digit();
    digits.then(|| (high - b'0') * 10 + (low - b'0'))
}

/// Days of a month; none where there is no such month.
fn days(year: u32, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        _ => 0,
    }
}
