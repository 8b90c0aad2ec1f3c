//! "Did you mean …?"

/// Names longer than this are not compared: the effort is quadratic.
const LONGEST: usize = 64;

/// Names that are compared, at most.
const COMPARED: usize = 2_000;

/// `; did you mean "color"?` where exactly one name is nearest, else nothing.
pub(in crate::check::engine) fn did_you_mean<'n>(
    name: &str,
    known: impl Iterator<Item = &'n str>,
) -> String {
    match nearest(name, known) {
        Some(other) => format!("; did you mean {}?", super::quoted::quoted(other)),
        None => String::new(),
    }
}

fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = folded(name)?;
    let allowed = wanted.len() / 3;
    let mut best: Option<(usize, &str)> = None;
    let mut ties = 0;
    for other in known.take(COMPARED) {
        let Some(letters) = folded(other) else {
            continue;
        };
        if letters.len().abs_diff(wanted.len()) > allowed {
            continue;
        }
        let distance = distance(&wanted, &letters);
        match best {
            Some((least, _)) if distance > least => {}
            Some((least, _)) if distance == least => ties += 1,
            _ if distance <= allowed => {
                best = Some((distance, other));
                ties = 0;
            }
            _ => {}
        }
    }
    best.filter(|_| ties == 0).map(|(_, name)| name)
}

/// Lower case, so that a wrong case is no distance.
fn folded(name: &str) -> Option<Vec<char>> {
    (name.len() <= LONGEST).then(|| name.chars().flat_map(char::to_lowercase).collect())
}

/// Insertions, deletions, substitutions and swaps of neighbors.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (row, x) in a.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, y) in b.iter().enumerate() {
            let at =
                |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&last, column) + usize::from(x != y))
                .min(at(&last, column + 1) + 1)
                .min(at(&line, column) + 1);
            if row > 0 && column > 0 && a.get(row - 1) == Some(y) && b.get(column - 1) == Some(x) {
                least = least.min(at(&before, column - 1) + 1);
            }
            line.push(least);
        }
        before = std::mem::replace(&mut last, line);
    }
    last.last().copied().unwrap_or(0)
}
