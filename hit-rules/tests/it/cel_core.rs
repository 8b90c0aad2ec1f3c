//! The CEL conformance tests that a JSON world can have.

use crate::corpus;

use hit_rules::judge::cel_core;

#[test]
fn conformance() {
    let Some(lines) = corpus::text("cel-spec-simple.jsonl") else {
        return;
    };
    let result = cel_core(&lines);
    println!("CEL core: {} of {} right", result.right, result.all);
    println!("without type check: {}", result.untyped.len());
    for name in &result.untyped {
        println!("  {name}");
    }
    assert!(
        result.wrong.is_empty(),
        "{} wrong:\n{}",
        result.wrong.len(),
        result.wrong.join("\n")
    );
    assert!(result.right > 0 && result.right == result.all);
}
