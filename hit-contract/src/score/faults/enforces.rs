//! Other schemas are enforced than are served.

use std::sync::Arc;

use hit_runtime::{Pointer, Violation};

use crate::score::enforced::Enforced;
use crate::score::ground::Ground;
use crate::score::misbehave::{Asked, Misbehave, Ruling};

/// Enforces other schemas than it serves: in what is accepted, and in what is said of what is refused.
pub struct Enforces {
    enforced: Enforced,
    plain: Arc<Enforced>,
}

impl Enforces {
    /// In the place of those of the ground.
    pub fn new(enforced: Enforced, ground: &Ground) -> Self {
        Self {
            enforced,
            plain: Arc::clone(&ground.plain),
        }
    }
}

impl Misbehave for Enforces {
    fn verdict(&self, asked: &Asked<'_>) -> Ruling {
        let found = self.enforced.judge(asked.body, asked.headers);
        let refused = found.as_ref().is_some_and(|found| !found.is_empty());
        if refused && !asked.accepted {
            let plain = self.plain.judge(asked.body, asked.headers);
            return match (found, plain) {
                (Some(found), Some(plain)) if named(&found) != named(&plain) => {
                    Ruling::Refuse(found)
                }
                _ => Ruling::Keep,
            };
        }
        ruling(found, asked.accepted)
    }
}

/// What violations say to programs.
fn named(found: &[Violation]) -> Vec<(&str, &Pointer)> {
    found
        .iter()
        .map(|it| (it.code.as_str(), &it.instance))
        .collect()
}

/// What follows from what is found wrong, or from finding out nothing.
pub fn ruling(found: Option<Vec<Violation>>, accepted: bool) -> Ruling {
    match found {
        None => Ruling::Keep,
        Some(found) if found.is_empty() == accepted => Ruling::Keep,
        Some(found) if found.is_empty() => Ruling::Accept,
        Some(found) => Ruling::Refuse(found),
    }
}
