//! Generated code.

use hit_codegen::{Config, Generated, generate_text};
use hit_schema::{Entry, load::NoLoader};

/// Any bytes as a schema: the code for it is Rust, and twice the same.
pub fn generate(bytes: &[u8]) {
    let text = || -> Option<Generated> {
        generate_text(
            &[Entry::text("schema.json", bytes)],
            &NoLoader,
            &Config::new(),
        )
        .ok()
    };
    if let Some(generated) = text() {
        assert!(
            syn::parse_file(&generated.text).is_ok(),
            "{}",
            generated.text
        );
        assert_eq!(text().map(|again| again.text), Some(generated.text));
    }
}
