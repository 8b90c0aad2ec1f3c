//! Words for reports.

mod count;
mod found;
mod list;
mod suggest;
mod types;

pub(super) use count::count;
pub(super) use found::{found, quoted};
pub(super) use list::{any_of, names};
pub(super) use suggest::did_you_mean;
pub(super) use types::type_names;
