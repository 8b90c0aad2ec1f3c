//! What people read.

use hit_rules::judge::Totals;

use super::compiled::Compiled;
use super::gaps;
use crate::table::table;

/// A name, what the interpreter judged right of how many, and what compiled types did.
type Row = (&'static str, Option<(usize, usize)>, Option<usize>);

/// The table.
pub(super) fn print(totals: &Totals, compiled: Option<&Compiled>) {
    let head = ["", "interpreted", "compiled", "all"];
    let mut cells = vec![head.map(str::to_owned).to_vec()];
    cells.extend(
        rows(totals, compiled)
            .into_iter()
            .map(|(name, figures, compiled)| {
                let (right, all) = figures.map_or_else(
                    || ("absent".to_owned(), String::new()),
                    |(right, all)| (right.to_string(), all.to_string()),
                );
                let compiled = compiled.map(|right| right.to_string()).unwrap_or_default();
                vec![name.to_owned(), right, compiled, all]
            }),
    );
    println!("{}", table(&cells));
    if let Some(compiled) = compiled {
        println!(
            "types compiled: {} of {} schemas with objects; {} of {} rules are Rust, the others run over JSON",
            compiled.schemas.0, compiled.schemas.1, compiled.rules.0, compiled.rules.1
        );
        println!(
            "objects that their schema refuses, whose rules run over the text: {}",
            compiled.by_schema
        );
        if !compiled.never_run.is_empty() {
            println!(
                "unit cases without a type, since a rule in their schema is never run: {}",
                compiled.never_run.join(", ")
            );
        }
    }
    let wrong = [
        totals.unit.as_ref().map(|it| &it.wrong),
        totals.compile_cases.as_ref().map(|it| &it.wrong),
    ];
    for line in gaps::evidence(wrong.into_iter().flatten().flatten()) {
        println!("cannot be judged: {line}");
    }
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

fn rows(totals: &Totals, compiled: Option<&Compiled>) -> Vec<Row> {
    let units = compiled.and_then(|it| it.unit);
    let by_type = |class: usize| units.and_then(|unit| Some(unit.get(class)?.0));
    let (instances, mutants) = (totals.instances.as_ref(), totals.mutants.as_ref());
    let unit = totals.unit.as_ref();
    let checker = totals.compile_cases.as_ref();
    let core = totals.cel_core.as_ref();
    vec![
        (
            "instances: verdict",
            instances.map(|it| (it.verdict, it.all)),
            compiled.map(|it| it.verdict),
        ),
        (
            "instances: pointers and messages",
            instances.map(|it| (it.exact, it.all)),
            compiled.map(|it| it.exact),
        ),
        (
            "broken rules: refused",
            mutants.map(|it| (it.refused, it.all)),
            None,
        ),
        (
            "broken rules: line and column",
            mutants.map(|it| (it.located, it.all)),
            None,
        ),
        ("unit: valid", unit.map(|it| it.valid), by_type(0)),
        ("unit: invalid", unit.map(|it| it.invalid), by_type(1)),
        (
            "unit: must not compile",
            unit.map(|it| it.compile),
            by_type(2),
        ),
        ("type checker", checker.map(|it| (it.right, it.all)), None),
        ("CEL core", core.map(|it| (it.right, it.all)), None),
    ]
}

/// Everything that went wrong, at length.
pub(super) fn report(totals: &Totals, compiled: Option<&Compiled>) -> String {
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
        ("compiled", compiled.map(|it| it.wrong.as_slice())),
    ];
    let mut text = String::new();
    for (name, wrong) in parts {
        for line in wrong.unwrap_or_default() {
            text.push_str(&format!("{name}: {line}\n"));
        }
    }
    text
}
