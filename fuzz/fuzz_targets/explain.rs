//! A schema and a document, separated by a line feed: explained, and what is refused has a reason.
#![no_main]

use hit_schema::{Entry, Options, compile, load::NoLoader};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == b'\n');
    let (Some(schema), Some(document)) = (parts.next(), parts.next()) else {
        return;
    };
    let Ok(compiled) = compile(
        &[Entry::text("schema.json", schema)],
        &NoLoader,
        &Options::default(),
    ) else {
        return;
    };
    let Some(root) = compiled.roots.first().map(|root| root.node) else {
        return;
    };
    let Ok(checker) = compiled.program.prepare() else {
        return;
    };
    let report = hit_runtime::explain(&checker, root, document);
    if let Ok(value) = serde_json::from_slice(document) {
        // A member twice is refused in the text alone.
        let plain = report
            .violations
            .iter()
            .all(|violation| violation.code != "json");
        assert!(!plain || report.is_ok() == checker.is_valid(root, &value));
    }
});
