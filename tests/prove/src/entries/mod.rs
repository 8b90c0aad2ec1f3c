//! What a fuzz target does with bytes. Each function panics where something
//! does not hold that has to.

mod compare;
mod compile;
mod explain;
mod generate;
mod hits;
mod json;
mod parts;
mod pattern;
mod rules;

pub use compare::compare;
pub use compile::compile;
pub use explain::explain;
pub use generate::generate;
pub use hits::hits;
pub use json::json;
pub use pattern::pattern;
pub use rules::rules;

/// Takes an input.
pub type Run = fn(&[u8]);

/// An entry point by its name, as in `fuzz/fuzz_targets`.
pub const ALL: [(&str, Run); 8] = [
    ("compare", compare),
    ("compile", compile),
    ("explain", explain),
    ("generate", generate),
    ("hits", hits),
    ("json", json),
    ("pattern", pattern),
    ("rules", rules),
];
