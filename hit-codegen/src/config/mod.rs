//! What the user decides: read from `hit.toml` or said to the builder.

mod data;
mod matcher;
mod presets;
mod rust;
mod settings;

pub use data::{Config, ConfigFile, Extras, Formats, IntegerType, NumberType, Place, Schemars};
pub use matcher::Matcher;
pub use settings::Settings;
