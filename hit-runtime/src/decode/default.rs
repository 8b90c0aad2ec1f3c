//! Members with a default, read by the program.

use crate::types::Maybe;

/// A member that may be absent and has a default of type `T`.
pub trait OrDefault<T> {
    /// The value, or the default.
    fn or(self, default: T) -> T;
}

/// The member's value, or the default where it is absent or `null`.
pub fn or_default<T, M: OrDefault<T>>(member: M, default: T) -> T {
    member.or(default)
}

impl<T: Copy> OrDefault<T> for &Option<T> {
    fn or(self, default: T) -> T {
        self.unwrap_or(default)
    }
}

impl<'a> OrDefault<&'a str> for &'a Option<String> {
    fn or(self, default: &'a str) -> &'a str {
        self.as_deref().unwrap_or(default)
    }
}

impl<T: Copy> OrDefault<T> for &Maybe<T> {
    fn or(self, default: T) -> T {
        self.as_value().copied().unwrap_or(default)
    }
}

impl<'a> OrDefault<&'a str> for &'a Maybe<String> {
    fn or(self, default: &'a str) -> &'a str {
        self.as_value().map_or(default, String::as_str)
    }
}
