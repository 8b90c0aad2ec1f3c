//! Any bytes as a schema: compiled, or refused with messages; never a panic.
#![no_main]

use hit_schema::{Entry, Options, compile, load::NoLoader};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    match compile(
        &[Entry::text("schema.json", bytes)],
        &NoLoader,
        &Options::default(),
    ) {
        Ok(compiled) => drop(compiled.program.prepare()),
        Err(diagnostics) => assert!(!diagnostics.to_string().is_empty()),
    }
});
