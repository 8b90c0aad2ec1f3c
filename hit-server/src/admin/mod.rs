//! The admin service: for the people who run a collector, on a port of its own.

mod catalogue;
mod health;
mod openapi;
mod rejects;
mod replay;
mod routes;
mod version;

pub use routes::router;
