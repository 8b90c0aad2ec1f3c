//! Sends statistic hits: typed, retried without doubling, with clear errors.
//!
//! ```no_run
//! use hit_client::{Client, Config};
//! use hit_model::{Connection, ConnectionDetails, ConnectionMode, Hit, User};
//!
//! let client = Client::new(Config::new("http://127.0.0.1:8080").client_id("press-portal"))?;
//! let user = User { user_id: Some("1".to_owned()), ..User::default() };
//! let details = ConnectionDetails::new(ConnectionMode::Sso, true);
//! let hit = Connection::new("2020-07-15T10:00:00", "7e7f6d22f75d2cc4", "127.0.0.1", vec![user], details);
//! let sent = client.send(&Hit::from(hit))?;
//! println!("stored as {}", sent.id);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod client;
mod config;
mod drift;
mod error;
mod key;
mod problem;
mod retry;

pub use client::{Client, Options, Sent};
pub use config::Config;
pub use drift::{Drift, drift};
pub use error::{Error, ErrorKind};
pub use problem::{Finding, Problem};
