//! The way in.

use super::data::{NoSample, Sample, SampleSettings};
use super::invalid::invalid;
use super::valid::valid;
use crate::check::with_stack;
use crate::schema::Schema;

/// Documents a schema accepts, or refuses for one keyword at one place. There
/// may be fewer than asked for where no more were found.
///
/// # Errors
/// Where there is none.
///
/// ```
/// use hit_diff::{SampleSettings, Schema, sample};
///
/// let schema = Schema::from_text("age", r#"{"type": "integer", "minimum": 18}"#)?;
/// let valid = sample(&schema, SampleSettings::default())?;
/// assert_eq!(valid.len(), 1);
///
/// let settings = SampleSettings { invalid: true, ..SampleSettings::default() };
/// let refused = &sample(&schema, settings)?[0];
/// assert!(["type", "minimum"].contains(&refused.violation.as_ref().unwrap().code.as_str()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sample(schema: &Schema, settings: SampleSettings) -> Result<Vec<Sample>, NoSample> {
    let make = || match settings.invalid {
        true => invalid(schema, settings),
        false => valid(schema, settings),
    };
    let lost = || {
        Err(NoSample::Unknown(
            "the search did not come to an end".to_owned(),
        ))
    };
    with_stack(make).unwrap_or_else(lost)
}
