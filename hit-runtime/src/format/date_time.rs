//! `date-time`.

use super::date::is_date;
use super::time::is_full_time;

/// Whether a text is a `date-time` of RFC 3339, section 5.6.
///
/// ```
/// assert!(hit_runtime::format::is_date_time("1998-12-31T23:59:60Z"));
/// assert!(!hit_runtime::format::is_date_time("1998-12-31 23:59:59Z"));
/// ```
pub fn is_date_time(text: &str) -> bool {
    let (Some(date), Some([b'T' | b't', time @ ..])) = (text.get(..10), text.as_bytes().get(10..))
    else {
        return false;
    };
    is_date(date) && is_full_time(time)
}
