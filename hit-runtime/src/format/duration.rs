//! `duration`.

/// Whether a text is a `duration` of RFC 3339, appendix A: `P1DT12H`.
pub fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else {
        return false;
    };
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    match (date, time) {
        ("", None) => false,
        (date, None) if in_order(date, b"W") => true,
        (date, time) => {
            (date.is_empty() || in_order(date, b"YMD"))
                && time.is_none_or(|time| in_order(time, b"HMS"))
        }
    }
}

/// Numbers with units: neighbors in `units`, beginning with any.
fn in_order(text: &str, units: &[u8]) -> bool {
    let mut next = None;
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let unit = rest
            .get(digits)
            .and_then(|unit| units.iter().position(|other| other == unit));
        let Some(unit) = unit.filter(|unit| digits > 0 && next.is_none_or(|next| next == *unit))
        else {
            return false;
        };
        next = Some(unit + 1);
        rest = rest.get(digits + 1..).unwrap_or_default();
    }
    next.is_some()
}
