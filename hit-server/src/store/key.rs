//! Keys that make sending twice harmless.

use crate::digest::short;

/// An idempotency key and what was sent under it, both hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    pub(super) key: [u8; 16],
    pub(super) body: [u8; 16],
}

impl Key {
    /// Of a key, and of all that makes the request what it is.
    pub fn new(key: &str, request: &[&[u8]]) -> Self {
        Self {
            key: short(&[key.as_bytes()]),
            body: short(request),
        }
    }
}
