//! The collector, from outside.

mod admin;
mod idempotency;
mod intake;
mod openapi;
mod outbox;
mod privacy;
mod rejects;
mod resources;
mod search;
mod store;
mod support;
mod wire;
