//! Arrays whose last places may be missing, written.

use serde::ser::{Error, Serialize, SerializeSeq, Serializer};

/// Writes the items of a tuple.
pub struct Writer<S: Serializer> {
    seq: S::SerializeSeq,
    ended: bool,
}

impl<S: Serializer> Writer<S> {
    /// Starts an array.
    ///
    /// # Errors
    /// The serializer's own.
    pub fn new(serializer: S) -> Result<Self, S::Error> {
        Ok(Self {
            seq: serializer.serialize_seq(None)?,
            ended: false,
        })
    }

    /// Writes an item.
    ///
    /// # Errors
    /// The serializer's own, or an item after a missing one.
    pub fn required<T: Serialize>(&mut self, item: &T) -> Result<(), S::Error> {
        if self.ended {
            return Err(S::Error::custom("an item follows a place that is empty"));
        }
        self.seq.serialize_element(item)
    }

    /// Writes an item, if there is one.
    ///
    /// # Errors
    /// The serializer's own, or an item after a missing one.
    pub fn optional<T: Serialize>(&mut self, item: &Option<T>) -> Result<(), S::Error> {
        match item {
            Some(item) => self.required(item),
            None => {
                self.ended = true;
                Ok(())
            }
        }
    }

    /// Ends the array.
    ///
    /// # Errors
    /// The serializer's own.
    pub fn end(self) -> Result<S::Ok, S::Error> {
        self.seq.end()
    }
}
