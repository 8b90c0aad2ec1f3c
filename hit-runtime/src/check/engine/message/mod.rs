//! Words for reports.

mod any_of;
mod count;
mod found;
mod list;
mod quoted;
mod suggest;
mod types;

pub(super) use any_of::any_of;
pub(super) use count::count;
pub(super) use found::found;
pub(super) use list::names;
pub(super) use quoted::quoted;
pub(super) use suggest::did_you_mean;
pub(super) use types::type_names;
