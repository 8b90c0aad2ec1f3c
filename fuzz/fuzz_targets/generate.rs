//! Any bytes as a schema: the code for it is Rust, and twice the same.
#![no_main]

use hit_codegen::{Config, generate_text};
use hit_schema::{Entry, load::NoLoader};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let generate = || {
        generate_text(
            &[Entry::text("schema.json", bytes)],
            &NoLoader,
            &Config::new(),
        )
    };
    if let Ok(generated) = generate() {
        assert!(
            syn::parse_file(&generated.text).is_ok(),
            "{}",
            generated.text
        );
        assert_eq!(
            generate().map(|again| again.text).ok(),
            Some(generated.text)
        );
    }
});
