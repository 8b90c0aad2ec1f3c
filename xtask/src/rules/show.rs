//! What people read.

use hit_rules::judge::Totals;

use crate::table::table;

type Row = (&'static str, Option<(usize, usize)>);

/// The table.
pub(crate) fn print(totals: &Totals) {
    let mut cells = vec![["", "right", "all"].map(str::to_owned).to_vec()];
    cells.extend(rows(totals).into_iter().map(|(name, figures)| {
        let (right, all) = figures.map_or_else(
            || ("absent".to_owned(), String::new()),
            |(right, all)| (right.to_string(), all.to_string()),
        );
        vec![name.to_owned(), right, all]
    }));
    println!("{}", table(&cells));
    if let Some(mutants) = &totals.mutants {
        println!("originals refused: {}", mutants.originals_refused);
    }
    if let Some(core) = &totals.cel_core {
        println!(
            "core tests that ask for no type check: {}",
            core.untyped.len()
        );
    }
}

fn rows(totals: &Totals) -> Vec<Row> {
    let (instances, mutants) = (totals.instances.as_ref(), totals.mutants.as_ref());
    let unit = totals.unit.as_ref();
    let checker = totals.compile_cases.as_ref();
    let core = totals.cel_core.as_ref();
    vec![
        (
            "instances: verdict",
            instances.map(|it| (it.verdict, it.all)),
        ),
        (
            "instances: pointers and messages",
            instances.map(|it| (it.exact, it.all)),
        ),
        (
            "broken rules: refused",
            mutants.map(|it| (it.refused, it.all)),
        ),
        (
            "broken rules: line and column",
            mutants.map(|it| (it.located, it.all)),
        ),
        ("unit: valid", unit.map(|it| it.valid)),
        ("unit: invalid", unit.map(|it| it.invalid)),
        ("unit: must not compile", unit.map(|it| it.compile)),
        ("type checker", checker.map(|it| (it.right, it.all))),
        ("CEL core", core.map(|it| (it.right, it.all))),
    ]
}

/// Everything that went wrong, at length.
pub(crate) fn report(totals: &Totals) -> String {
    let parts = [
        (
            "instances",
            totals.instances.as_ref().map(|it| it.wrong.as_slice()),
        ),
        (
            "broken rules",
            totals.mutants.as_ref().map(|it| it.wrong.as_slice()),
        ),
        ("unit", totals.unit.as_ref().map(|it| it.wrong.as_slice())),
        (
            "type checker",
            totals.compile_cases.as_ref().map(|it| it.wrong.as_slice()),
        ),
        (
            "CEL core",
            totals.cel_core.as_ref().map(|it| it.wrong.as_slice()),
        ),
    ];
    let mut text = String::new();
    for (name, wrong) in parts {
        for line in wrong.unwrap_or_default() {
            text.push_str(&format!("{name}: {line}\n"));
        }
    }
    text
}
