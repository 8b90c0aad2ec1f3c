//! Figures of times.

/// The value below which a share of all lies, in milliseconds; `micros` is sorted.
pub(super) fn percentile_ms(micros: &[u32], share: f64) -> f64 {
    let last = micros.len().saturating_sub(1);
    let at = (share * last as f64).round() as usize;
    micros
        .get(at)
        .map_or(0.0, |micros| f64::from(*micros) / 1000.0)
}

/// Rounded for people and for JSON.
pub(super) fn rounded(value: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (value * scale).round() / scale
}
