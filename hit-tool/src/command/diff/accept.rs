//! `hit diff accept`, and the file it writes.

use std::io;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use hit_diff::Accepted;

use super::args::AcceptArgs;
use crate::outcome::{Failure, Outcome};
use crate::terminal;

/// Records a break as wanted.
pub fn run(args: &AcceptArgs) -> Result<Outcome, Failure> {
    let mut accepted = read(&args.file)?;
    accepted
        .add(&args.fingerprint, &args.reason, args.expires.as_deref())
        .map_err(Failure::message)?;
    std::fs::write(&args.file, accepted.to_text()).map_err(|error| {
        Failure::message(format_args!(
            "cannot write {}: {error}",
            args.file.display()
        ))
    })?;
    terminal::tell(&format!(
        "{} is accepted in {}",
        args.fingerprint,
        args.file.display()
    ));
    Ok(Outcome::Fine)
}

/// The accept file; without one nothing is accepted.
pub fn read(path: &Path) -> Result<Accepted, Failure> {
    match std::fs::read_to_string(path) {
        Ok(text) => Accepted::from_text(&text)
            .map_err(|error| Failure::message(format_args!("{}: {error}", path.display()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Accepted::default()),
        Err(error) => Err(Failure::message(format_args!(
            "cannot read {}: {error}",
            path.display()
        ))),
    }
}

/// The day, in UTC, as `2026-12-31`.
pub fn today() -> String {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH);
    let days = elapsed.map_or(0, |elapsed| elapsed.as_secs() / 86_400);
    day(days)
}

/// The day so many days after 1970-01-01 (Howard Hinnant, "`civil_from_days`").
fn day(days: u64) -> String {
    let shifted = days + 719_468;
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_dates() {
        for (days, date) in [
            (0, "1970-01-01"),
            (59, "1970-03-01"),
            (11_016, "2000-02-29"),
            (20_453, "2025-12-31"),
        ] {
            assert_eq!(day(days), date);
        }
    }
}
