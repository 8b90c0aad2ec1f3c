//! Kubernetes quantities: `200M`, `1.5Gi`, `100m`.

use std::cmp::Ordering;

/// A quantity in nanos: a billionth is the smallest step, as in Kubernetes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity {
    nanos: i128,
}

const NANO: i128 = 1_000_000_000;

/// The largest whole quantity, ±2^63 - 1: more is capped.
const LIMIT: i128 = 9_223_372_036_854_775_807 * NANO;

impl Quantity {
    /// Reads a quantity; `None` when the text is none.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(rest.len());
        let (number, suffix) = rest.split_at(end);
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        if (whole.is_empty() && fraction.is_empty()) || fraction.contains('.') {
            return None;
        }
        let (binary, decimal) = scale(suffix)?;
        let nanos = scaled(whole, fraction, binary, decimal).min(LIMIT);
        Some(Self {
            nanos: if negative { -nanos } else { nanos },
        })
    }

    /// A whole number.
    pub fn from_int(value: i64) -> Self {
        Self {
            nanos: i128::from(value) * NANO,
        }
    }

    /// -1, 0 or 1.
    pub fn sign(self) -> i64 {
        self.nanos.signum() as i64
    }

    /// Whether it is a whole number of 64 bits.
    pub fn is_integer(self) -> bool {
        self.nanos % NANO == 0
    }

    /// The whole number, if it is one.
    pub fn as_integer(self) -> Option<i64> {
        if self.is_integer() {
            i64::try_from(self.nanos / NANO).ok()
        } else {
            None
        }
    }

    /// The nearest double.
    pub fn as_double(self) -> f64 {
        self.nanos as f64 / NANO as f64
    }

    /// The sum, capped.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            nanos: self.nanos.saturating_add(other.nanos).clamp(-LIMIT, LIMIT),
        }
    }

    /// The difference, capped.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self {
            nanos: self.nanos.saturating_sub(other.nanos).clamp(-LIMIT, LIMIT),
        }
    }

    /// -1, 0 or 1.
    pub fn compare(self, other: Self) -> i64 {
        match self.nanos.cmp(&other.nanos) {
            Ordering::Less => -1,
            Ordering::Equal => 0,
            Ordering::Greater => 1,
        }
    }
}

/// Powers of 1024 and of 10 of a suffix.
fn scale(suffix: &str) -> Option<(u32, i32)> {
    let decimal = |power| Some((0, power));
    match suffix {
        "" => decimal(0),
        "n" => decimal(-9),
        "u" => decimal(-6),
        "m" => decimal(-3),
        "k" => decimal(3),
        "M" => decimal(6),
        "G" => decimal(9),
        "T" => decimal(12),
        "P" => decimal(15),
        "E" => decimal(18),
        "Ki" => Some((1, 0)),
        "Mi" => Some((2, 0)),
        "Gi" => Some((3, 0)),
        "Ti" => Some((4, 0)),
        "Pi" => Some((5, 0)),
        "Ei" => Some((6, 0)),
        other => {
            let exponent = other.strip_prefix(['e', 'E'])?;
            let digits = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
            let plain = !digits.is_empty()
                && digits.len() <= 4
                && digits.bytes().all(|byte| byte.is_ascii_digit());
            if plain {
                decimal(exponent.parse().ok()?)
            } else {
                None
            }
        }
    }
}

/// Nanos of a number, rounded up to the next one, capped at the limit.
fn scaled(whole: &str, fraction: &str, binary: u32, decimal: i32) -> i128 {
    let digits: String = whole.chars().chain(fraction.chars()).collect();
    let significant = digits.trim_start_matches('0');
    let mut power = decimal + 9 - i32::try_from(fraction.len()).unwrap_or(i32::MAX / 2);
    let mut value: i128 = 0;
    let mut lost = false;
    for (index, digit) in significant.bytes().enumerate() {
        // 19 digits before the point and 9 after it are all that counts.
        if index < 30 {
            value = value * 10 + i128::from(digit - b'0');
        } else {
            power += 1;
            lost |= digit != b'0';
        }
    }
    let factor = 1i128 << (10 * binary);
    value = match value.checked_mul(factor) {
        Some(value) => value,
        None => return LIMIT,
    };
    while power > 0 && value != 0 {
        match value.checked_mul(10) {
            Some(next) => value = next,
            None => return LIMIT,
        }
        power -= 1;
    }
    while power < 0 && value != 0 {
        lost |= value % 10 != 0;
        value /= 10;
        power += 1;
    }
    if lost { value.saturating_add(1) } else { value }
}
