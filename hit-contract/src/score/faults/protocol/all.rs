//! All of them.

use super::{acceptances, documents, links, refusals, served};
use crate::score::planted::Planted;

/// Faults of answering.
pub fn protocol() -> Vec<Planted> {
    let mut all = refusals::refusals();
    all.extend(documents::documents());
    all.extend(served::served());
    all.extend(acceptances::acceptances());
    all.extend(links::links());
    all
}
