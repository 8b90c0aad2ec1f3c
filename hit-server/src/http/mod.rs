//! The public endpoints, one a file.

mod catalogue;
mod cors;
mod entry;
mod hit;
mod hit_types;
mod hits;
mod resource;
mod routes;
mod schema;
mod search;
mod usages;

pub use resource::resource;
pub use routes::router;
