//! Points in time and lengths of time.

mod calendar;
mod duration;
mod timestamp;
mod zone;

pub use calendar::Civil;
pub use duration::Duration;
pub use timestamp::Timestamp;
pub use zone::offset_seconds;
