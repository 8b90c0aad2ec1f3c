//! Numbers as the clauses of `format` write them.

use crate::rules::functions::call::Dialect;

/// `%f`: so many decimals.
pub fn fixed(value: f64, decimals: usize) -> String {
    special(value).unwrap_or_else(|| format!("{value:.decimals$}"))
}

/// `%e`: one digit, so many decimals, and an exponent of at least two digits.
pub fn scientific(value: f64, decimals: usize, dialect: Dialect) -> String {
    if let Some(text) = special(value) {
        return text;
    }
    let text = format!("{value:.decimals$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let negative = exponent.starts_with('-');
    let digits = exponent.trim_start_matches('-');
    match dialect {
        Dialect::Standard => format!(
            "{mantissa}e{}{digits:0>2}",
            if negative { '-' } else { '+' }
        ),
        Dialect::Kubernetes => {
            let raised: String = format!("{digits:0>2}").chars().map(superscript).collect();
            format!("{mantissa}×10{}{raised}", if negative { "⁻" } else { "" })
        }
    }
}

fn superscript(digit: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    digit
        .to_digit(10)
        .and_then(|digit| DIGITS.get(digit as usize).copied())
        .unwrap_or(digit)
}

/// NaN and the infinities.
pub fn special(value: f64) -> Option<String> {
    if value.is_nan() {
        return Some("NaN".to_string());
    }
    value
        .is_infinite()
        .then(|| if value > 0.0 { "Infinity" } else { "-Infinity" }.to_string())
}

/// An integer in another base, its sign in front.
pub fn in_base(value: i128, base: u32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let magnitude = value.unsigned_abs();
    match base {
        2 => format!("{sign}{magnitude:b}"),
        8 => format!("{sign}{magnitude:o}"),
        _ => format!("{sign}{magnitude:x}"),
    }
}
