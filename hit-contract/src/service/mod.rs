//! Services: what they take, what they decide, how to look behind them.

mod config;
mod configured;
mod data;
mod hits;
mod profile;
mod shipped;
mod statuses;

pub use config::{Asserted, Config, EndpointConfig, Offers, StatusConfig};
pub use configured::{configured, offline};
pub use data::{BadService, Count, Endpoint, ReadBack, Service, Usages};
pub use hits::hits;
pub use profile::Profile;
pub use shipped::shipped;
pub use statuses::Statuses;
