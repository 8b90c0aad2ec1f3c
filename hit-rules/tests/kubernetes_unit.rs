//! Kubernetes' own unit tests of rules.

mod corpus;

use hit_rules::judge::unit;

#[test]
fn unit_cases() {
    let Some(lines) = corpus::text("k8s-cel-unit/validation.jsonl") else { return };
    let result = unit(&lines);
    println!("valid {:?}, invalid {:?}, must not compile {:?}", result.valid, result.invalid, result.compile);
    println!("recorded without their rules: {:?}", result.without_rules);
    assert!(result.wrong.is_empty(), "{} wrong:\n{}", result.wrong.len(), result.wrong.join("\n"));
}
