//! The six statistic hits of a digital asset management system.
//!
//! A JSON text parses into [`Hit`] if and only if its schema accepts it; what
//! was parsed is written back as the same value.
//!
//! ```
//! use hit_model::{Connection, ConnectionDetails, ConnectionMode, Hit, User};
//!
//! let user = User { user_id: Some("1".to_owned()), ..User::default() };
//! let details = ConnectionDetails::new(ConnectionMode::Classic, true);
//! let mut hit = Connection::new("2020-07-15T10:00:00", "7e7f6d22f75d2cc4", "127.0.0.1", vec![user], details);
//! hit.origin = Some(0);
//! let text = serde_json::to_vec(&Hit::from(hit.clone()))?;
//! assert_eq!(Hit::from_slice(&text), Ok(Hit::Connection(hit)));
//! # Ok::<(), serde_json::Error>(())
//! ```

// Generated code keeps the form in which it was generated.
#[cfg(feature = "types")]
#[rustfmt::skip]
mod generated;
#[cfg(feature = "types")]
mod hit;
mod schema;

#[cfg(feature = "types")]
pub use generated::*;
#[cfg(feature = "types")]
pub use hit::explain;
#[cfg(feature = "types")]
pub use hit_runtime::{NotEvaluated, Report, Ruled, Valid, Validate, Violation};
pub use schema::{SCHEMAS, schema};
