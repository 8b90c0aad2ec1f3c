//! Types that goldens are configured to use.

use hit_runtime::serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A temperature.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Celsius(pub f64);

impl<'de> Deserialize<'de> for Celsius {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Self)
    }
}

impl Serialize for Celsius {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
