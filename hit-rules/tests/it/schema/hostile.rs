//! Schemas made to do harm.

use super::*;

#[test]
fn hostile_schemas() {
    for value in [
        json!(3),
        json!([3]),
        json!([{ "id": "", "rule": "true" }]),
        json!([{ "id": "a", "rule": "((((((((" }]),
    ] {
        let text = json!({ "type": "integer", "x-rules": value }).to_string();
        assert!(!wrong(&text).is_empty());
    }
    // Twenty members of which each doubles the alternatives of the next.
    let arms: Vec<Value> = (0..12)
        .map(|at| json!({ "anyOf": [{ "required": [format!("a{at}")] }, { "required": [format!("b{at}")] }] }))
        .collect();
    let wide = schema(
        json!({ "type": "object", "allOf": arms, "x-rules": [{ "id": "r", "rule": "self.a0 == 1" }] }),
    );
    assert!(wide.says(json!({}), None).len() == 1);
    // A million elements end by the budget, not by patience.
    let list = schema(json!({ "type": "array", "items": { "type": "integer" },
        "x-rules": [{ "id": "r", "rule": "self.all(a, self.all(b, a + b >= 0))" }] }));
    let found = list.says(Value::from(vec![1; 20_000]), None);
    assert!(found[0].contains("too many steps"), "{found:?}");
}
