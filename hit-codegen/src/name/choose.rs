//! Unique names: each claimant gets the first of its candidates that nobody
//! else claims. Where several claim the same, all of them move on.

use std::collections::BTreeMap;

/// The names of claimants, given the candidates of each, best first.
pub(super) fn choose(candidates: &[Vec<String>]) -> Vec<String> {
    let mut levels = vec![0; candidates.len()];
    let name = |levels: &[usize], row: usize| -> &str {
        let row_candidates = &candidates[row];
        let last = row_candidates.len().saturating_sub(1);
        row_candidates
            .get(levels[row].min(last))
            .map_or("", String::as_str)
    };
    loop {
        let mut claims: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for row in 0..candidates.len() {
            claims.entry(name(&levels, row)).or_default().push(row);
        }
        let mut moved = false;
        let clashes = claims.into_values().filter(|rows| rows.len() > 1);
        for row in clashes.flatten() {
            if levels[row] + 1 < candidates[row].len() {
                levels[row] += 1;
                moved = true;
            }
        }
        if !moved {
            let rows = 0..candidates.len();
            return rows.map(|row| name(&levels, row).to_owned()).collect();
        }
    }
}
