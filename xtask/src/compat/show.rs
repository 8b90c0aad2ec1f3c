//! What people read.

use super::figures::{Figures, Tally};
use crate::table::table;

/// A row a tool.
pub(crate) fn print(tools: &[(&str, &Figures)]) {
    let heading = [
        "",
        "cases right",
        "undecided",
        "wrong",
        "unsettled",
        "all",
        "history decided",
        "wrong",
        "witnesses",
        "all",
        "p50 ms",
        "p99 ms",
        "max ms",
    ];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    for (name, figures) in tools {
        let mut row = vec![(*name).to_owned()];
        row.extend(columns(figures.cases.as_ref(), |tally| {
            [
                tally.right,
                tally.undecided,
                tally.wrong,
                tally.unsettled,
                tally.all,
            ]
            .map(|count| count.to_string())
        }));
        row.extend(columns(figures.history.as_ref(), |tally| {
            let (found, all) = tally.witnessed;
            [
                (tally.all - tally.undecided).to_string(),
                tally.wrong.to_string(),
                format!("{found}/{all}"),
                tally.all.to_string(),
            ]
        }));
        let times = [0.5, 0.99, 1.0].map(|share| format!("{:.2}", figures.quantile(share)));
        row.extend(times);
        rows.push(row);
    }
    println!("{}", table(&rows));
}

fn columns<const N: usize>(
    tally: Option<&Tally>,
    cells: impl Fn(&Tally) -> [String; N],
) -> [String; N] {
    match tally {
        Some(tally) => cells(tally),
        None => std::array::from_fn(|at| if at == 0 { "absent" } else { "" }.to_owned()),
    }
}
