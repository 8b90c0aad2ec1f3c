//! Kubernetes' own unit tests of rules.

use crate::corpus;

use hit_rules::judge::{compile_cases, unit};

#[test]
fn unit_cases() {
    let Some(lines) = corpus::text("k8s-cel-unit/validation.jsonl") else {
        return;
    };
    let result = unit(&lines);
    println!(
        "valid {:?}, invalid {:?}, must not compile {:?}",
        result.valid, result.invalid, result.compile
    );
    println!("recorded without their rules: {:?}", result.without_rules);
    // Recorded as `allOf: [{}]`: the rules that were violated are not in the data.
    assert_eq!(result.without_rules, ["k8s-cel/0811", "k8s-cel/0814"]);
    // A 32-bit float of Go, recorded with fewer digits than its value has.
    let unjudgeable = ["k8s-cel/0811", "k8s-cel/0814", "k8s-cel/0012"];
    let wrong: Vec<&String> = result
        .wrong
        .iter()
        .filter(|wrong| !unjudgeable.iter().any(|id| wrong.contains(id)))
        .collect();
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
    assert!(result.valid.0 >= result.valid.1 - 1);
}

#[test]
fn checker_cases() {
    let Some(lines) = corpus::text("k8s-cel-unit/compile.jsonl") else {
        return;
    };
    let result = compile_cases(&lines);
    println!("{} of {} right", result.right, result.all);
    // One case pretends that a function of a later release is known.
    let wrong: Vec<&String> = result
        .wrong
        .iter()
        .filter(|wrong| !wrong.contains("planned_to_be_added_in_future_releases"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(result.all > 0 && result.right + 1 >= result.all);
}
