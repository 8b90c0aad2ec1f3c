//! The public service in OpenAPI 3.1, written from the schemas of the hits.

mod components;
mod document;
mod hit;
mod operations;

pub use document::document;
