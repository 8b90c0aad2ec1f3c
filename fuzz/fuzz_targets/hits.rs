//! Any bytes as a hit: type and engine agree, and what is accepted comes back.
#![no_main]

use hit_model::Hit;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let parsed = serde_json::from_slice::<Hit>(bytes);
    let report = hit_runtime::explain_text::<Hit>(bytes);
    assert_eq!(parsed.is_ok(), report.is_ok());
    if let Ok(hit) = parsed {
        let again = serde_json::to_vec(&hit).expect("a hit can be written");
        assert_eq!(serde_json::from_slice::<Hit>(&again).ok(), Some(hit));
    }
});
