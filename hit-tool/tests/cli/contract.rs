//! `hit contract`.

use crate::support::{code, run, stdout};

#[test]
fn who_cannot_be_reached_is_2() {
    assert_eq!(code(&run(&["contract"])), 2);
    assert_eq!(code(&run(&["contract", "nowhere"])), 2);
    assert_eq!(code(&run(&["contract", "http://127.0.0.1:1"])), 2);
    assert_eq!(code(&run(&["contract", "replay", "no-such-file.json"])), 2);
    assert_eq!(code(&run(&["contract", "cases", "--type", "NONE"])), 2);
}

#[test]
fn cases_are_written_without_a_service() {
    let output = run(&["contract", "cases", "--type", "VIEW"]);
    assert_eq!(code(&output), 0);
    let mut expects = std::collections::BTreeSet::new();
    for line in stdout(&output).lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert_eq!(case["endpoint"], "VIEW");
        expects.insert(case["expect"].as_str().unwrap_or_default().to_owned());
    }
    for expected in [
        "accepted",
        "refused as invalid",
        "refused as malformed",
        "refused for its media type",
    ] {
        assert!(expects.contains(expected), "{expects:?}");
    }
}
