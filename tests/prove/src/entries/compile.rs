//! Schemas.

use hit_runtime::check::Program;
use hit_runtime::json::{Limits, parse};
use hit_schema::load::NoLoader;
use hit_schema::{ContentMode, Entry, FormatMode, Options, bundle};

/// Any bytes as a schema: compiled, or refused with messages that can be
/// printed. What is compiled survives its own spelling and bundling.
pub fn compile(bytes: &[u8]) {
    for options in [
        Options::STANDARD,
        Options {
            format: FormatMode::Assert,
            content: ContentMode::Assert,
            meta_schema: false,
            ..Options::STANDARD
        },
    ] {
        let entry = Entry::text("schema.json", bytes);
        match hit_schema::compile(&[entry], &NoLoader, &options) {
            Ok(compiled) => {
                let again = Program::from_text(&compiled.program.to_text());
                assert_eq!(again.as_ref(), Ok(&compiled.program));
                let bundled = bundle(&compiled, 0).expect("a root");
                assert!(parse(&bundled, &Limits { depth: 600 }).is_ok(), "{bundled}");
                drop(compiled.program.prepare());
            }
            Err(diagnostics) => assert!(!diagnostics.to_string().is_empty()),
        }
    }
}
