//! Objects from projects' own tests: the reference's verdict, pointers and messages.

use crate::corpus;

use hit_rules::judge::instances;

#[test]
fn recorded_objects() {
    let Some(paths) = corpus::instances() else {
        return;
    };
    let (mut verdict, mut exact, mut all, mut wrong) = (0, 0, 0, Vec::new());
    for path in paths {
        let Some(lines) = corpus::text(&path) else {
            continue;
        };
        let result = instances(&lines, &mut |path| corpus::json(path));
        println!(
            "{path}: {} verdict, {} exact, {} all",
            result.verdict, result.exact, result.all
        );
        verdict += result.verdict;
        exact += result.exact;
        all += result.all;
        wrong.extend(result.wrong);
    }
    println!(
        "{verdict} verdict, {exact} exact, {all} all\n{}",
        wrong.join("\n")
    );
    assert_eq!(verdict, all, "wrong verdicts:\n{}", wrong.join("\n"));
    assert!(
        exact * 100 >= all * 98,
        "{exact} of {all} exact:\n{}",
        wrong.join("\n")
    );
}
