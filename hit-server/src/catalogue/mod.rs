//! What the system knows: user interfaces, users and medias. Rules ask for it.

mod data;
mod read;

pub use data::{Catalogue, Media, User, UserInterface};
pub use read::read;
