//! Whole multiples of decimals by long division, digit after digit: slow, and
//! nothing like what it is to confirm.

use serde_json::Number;

/// Whether a number is a whole multiple of another as JSON writes both in
/// decimals; `None` where one of them is too long.
pub(super) fn is_multiple(value: &Number, divisor: &Number) -> Option<bool> {
    let (mut digits, exponent) = decimal(value)?;
    let (divisor, other) = decimal(divisor)?;
    let mut divisor: u128 = divisor.iter().try_fold(0_u128, |sum, digit| {
        sum.checked_mul(10)?.checked_add((*digit).into())
    })?;
    let shift = exponent - other;
    if shift >= 0 {
        digits.extend(std::iter::repeat_n(0, usize::try_from(shift).ok()?));
    } else {
        divisor = divisor.checked_mul(10_u128.checked_pow(shift.unsigned_abs())?)?;
    }
    let rest = digits.iter().try_fold(0_u128, |rest, digit| {
        Some((rest.checked_mul(10)? + u128::from(*digit)) % divisor)
    })?;
    Some(rest == 0)
}

/// The digits of a number's text, and the power of ten of the last.
fn decimal(number: &Number) -> Option<(Vec<u8>, i32)> {
    let text = number.to_string();
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((&text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = whole
        .bytes()
        .chain(fraction.bytes())
        .filter(u8::is_ascii_digit);
    let exponent = exponent.parse::<i32>().ok()? - i32::try_from(fraction.len()).ok()?;
    Some((digits.map(|digit| digit - b'0').collect(), exponent))
}

#[cfg(test)]
mod tests {
    use serde_json::{Number, from_str};

    use super::is_multiple;

    #[test]
    fn divides_as_on_paper() {
        let number = |text| from_str::<Number>(text).expect("a number");
        for (value, divisor, expected) in [
            ("0.0075", "0.0001", true),
            ("0.00751", "0.0001", false),
            ("1e300", "3", false),
            ("6", "3", true),
            ("-1.5", "0.5", true),
            ("7", "1e2", false),
        ] {
            assert_eq!(
                is_multiple(&number(value), &number(divisor)),
                Some(expected),
                "{value} {divisor}"
            );
        }
    }
}
