//! JSON Schema to exact Rust types.
//!
//! One library behind three mouths: `build.rs` ([`Config`] and [`build()`]),
//! the command line, and the macro `include_schema!`. All give the same code.
//!
//! ```
//! use hit_codegen::{Config, generate_text};
//! use hit_schema::{Entry, load::NoLoader};
//!
//! let entry = Entry::text("point.json", r#"{
//!     "type": "object",
//!     "properties": {"x": {"type": "integer", "minimum": 0, "maximum": 99}},
//!     "required": ["x"]
//! }"#);
//! let generated = generate_text(&[entry], &NoLoader, &Config::new())?;
//! assert!(generated.text.contains("pub struct Point"));
//! assert!(generated.text.contains("pub x: u8"));
//! # Ok::<(), hit_schema::Diagnostics>(())
//! ```

mod analyze;
pub mod codes;
mod config;
mod driver;
mod emit;
mod input;
mod lower;
mod model;
mod name;
mod output;
mod print;
mod rules;
mod script;

pub use config::{
    Config, ConfigFile, Extras, Formats, IntegerType, Matcher, NumberType, Place, Schemars,
};
pub use driver::{Generated, Plain, generate, generate_text};
pub use name::place_name;
pub use output::{Output, OutputFile, Stale, State};
pub use script::{Failure, build, expand};
