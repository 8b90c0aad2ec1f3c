//! Two structs and their rules, with garde.

use garde::Validate;

/// What comes from outside.
pub struct PlayContext {
    /// Seconds.
    pub video_length: f64,
}

/// A range.
#[derive(Validate)]
#[garde(context(PlayContext))]
pub struct Range {
    /// Seconds.
    #[garde(range(min = 0.0))]
    pub start: f64,
    /// Seconds.
    #[garde(custom(|end: &f64, _: &PlayContext| order(self.start, *end)))]
    pub end: f64,
}

fn order(start: f64, end: f64) -> garde::Result {
    if start <= end {
        Ok(())
    } else {
        Err(garde::Error::new("start is after end"))
    }
}

/// A play.
#[derive(Validate)]
#[garde(context(PlayContext))]
pub struct Play {
    /// Seconds.
    #[garde(custom(within))]
    pub duration: f64,
    /// Who.
    #[garde(length(min = 1, max = 64))]
    pub session: String,
    /// Parts.
    #[garde(dive)]
    pub ranges: Vec<Range>,
}

fn within(duration: &f64, context: &PlayContext) -> garde::Result {
    if *duration <= context.video_length {
        Ok(())
    } else {
        Err(garde::Error::new("longer than the video"))
    }
}
