//! When to try again.

use std::time::Duration;

use crate::config::Config;
use crate::key::key;

/// Whether a status may be another one next time. A hit is sent under a key, so that sending it twice is harmless.
pub fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

/// How long to wait after an attempt, counted from 1: what the service asks for, or twice as long each time, with
/// up to a quarter more, so that clients that failed together do not come back together.
pub fn wait(config: &Config, attempt: u32, asked: Option<Duration>) -> Duration {
    let doubled = config
        .first_wait
        .saturating_mul(1 << attempt.saturating_sub(1).min(16));
    let quarter = doubled.min(config.longest_wait) / 4;
    let jitter = quarter.mul_f64(f64::from(random_byte()) / 255.0);
    let own = doubled.saturating_add(jitter);
    asked
        .map_or(own, |asked| asked.max(own))
        .min(config.longest_wait)
}

/// `Retry-After` in seconds (RFC 9110, section 10.2.3). The other form, a date, is not used by such services.
pub fn asked(header: Option<&str>) -> Option<Duration> {
    header?.trim().parse().ok().map(Duration::from_secs)
}

fn random_byte() -> u8 {
    let key = key();
    key.get(..2)
        .and_then(|digits| u8::from_str_radix(digits, 16).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::{asked, wait};
    use crate::config::Config;

    #[test]
    fn twice_as_long_each_time_and_what_is_asked() {
        let config = Config::new("").waits(Duration::from_millis(100), Duration::from_secs(2));
        for (attempt, least, most) in [(1, 100, 125), (2, 200, 250), (3, 400, 500), (9, 2000, 2000)]
        {
            let waited = wait(&config, attempt, None).as_millis();
            assert!((least..=most).contains(&waited), "{attempt}: {waited}");
        }
        assert_eq!(wait(&config, 1, asked(Some("1"))), Duration::from_secs(1));
        assert_eq!(
            wait(&config, 1, asked(Some("3600"))),
            Duration::from_secs(2)
        );
        assert_eq!(asked(Some("Wed, 21 Oct 2015 07:28:00 GMT")), None);
    }
}
