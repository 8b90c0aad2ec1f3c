//! A collector of statistic hits: checks them exactly, stores them durably, then says OK.
//!
//! ```text
//! bytes → limits → strict JSON → generated type → rules with headers and catalogue
//!       → bounded queue → one writer, one commit for all that wait → OK with the hit's id
//! ```
//!
//! [`Collector::start`] opens the store; [`Collector::router`] is the service without a socket, and
//! [`serve`] puts it on one.

mod admin;
pub mod catalogue;
pub mod problem;
pub mod search;
pub mod settings;

mod app;
mod clock;
mod collector;
mod digest;
mod health;
mod http;
mod id;
mod intake;
mod judge;
mod metrics;
mod openapi;
mod outbox;
mod privacy;
mod reply;
mod serve;
mod store;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod testing;
mod writer;

pub use collector::Collector;
pub use serve::{Bound, ServeError, bind, serve, signal};
pub use settings::Settings;
pub use store::StoreError;
