//! Members written, by how they may be absent: what tables of generated code
//! name `required`, `optional` and `maybe`.

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::types::Maybe;

/// Writes the members of an object. An error is kept until the end, so that
/// generated code has one way out and stays quick to compile.
pub struct Members<S: Serializer>(Result<S::SerializeMap, S::Error>);

impl<S: Serializer> Members<S> {
    /// Starts an object.
    pub fn new(serializer: S) -> Self {
        Self(serializer.serialize_map(None))
    }

    /// Writes a member that is always there.
    pub fn required<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.write(name, value);
    }

    /// Writes a member that may be absent.
    pub fn optional<T: Serialize>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.write(name, value);
        }
    }

    /// Writes a member that may be absent and may be `null`.
    pub fn maybe<T: Serialize>(&mut self, name: &'static str, value: &Maybe<T>) {
        if !value.is_absent() {
            self.write(name, value);
        }
    }

    /// Writes all members of a map.
    pub fn all<'a, T: Serialize + 'a>(
        &mut self,
        members: impl IntoIterator<Item = (&'a String, &'a T)>,
    ) {
        for (name, value) in members {
            self.write(name, value);
        }
    }

    /// Ends the object.
    ///
    /// # Errors
    /// The first of the serializer's.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.0.and_then(SerializeMap::end)
    }

    fn write<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        let Ok(map) = &mut self.0 else { return };
        if let Err(error) = map.serialize_entry(name, value) {
            self.0 = Err(error);
        }
    }
}
