//! Real rules with one field renamed are refused in the right place.

use crate::corpus;

use hit_rules::judge::mutants;

#[test]
fn renamed_fields_are_located() {
    let Some(lines) = corpus::text("typecheck-mutants.jsonl") else {
        return;
    };
    let result = mutants(&lines, &mut |path| corpus::json(path));
    println!(
        "{} of {} refused, {} located, {} originals refused",
        result.refused, result.all, result.located, result.originals_refused
    );
    assert!(
        result.wrong.is_empty(),
        "{} wrong:\n{}",
        result.wrong.len(),
        result.wrong.join("\n")
    );
    assert!(result.located == result.all && result.all > 0);
}
