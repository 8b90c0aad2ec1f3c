//! Two structs and their rules, with hit.

use hit_derive::Validate;

/// What comes from outside.
pub struct PlayContext {
    /// Seconds.
    pub video_length: f64,
}

/// A range.
#[derive(Validate)]
#[rule(id = "order", path = "/end", check = |range, _| range.start <= range.end)]
pub struct Range {
    /// Seconds.
    #[validate(range(min = 0.0))]
    pub start: f64,
    /// Seconds.
    pub end: f64,
}

/// A play.
#[derive(Validate)]
#[rules(context = PlayContext)]
#[rule(id = "within", path = "/duration", expr(self.duration <= ctx.video_length))]
pub struct Play {
    /// Seconds.
    pub duration: f64,
    /// Who.
    #[validate(length(min = 1, max = 64))]
    pub session: String,
    /// Parts.
    pub ranges: Vec<Range>,
}
