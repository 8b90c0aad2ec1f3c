//! "Did you mean": the known word nearest to an unknown one.

/// The word in `known` that a writer of `word` most likely meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.chars().count() > 64 {
        return None;
    }
    let allowed = match word.chars().count() {
        0..=2 => return None,
        3..=5 => 1,
        _ => 2,
    };
    known
        .into_iter()
        .filter(|candidate| *candidate != word)
        .filter_map(|candidate| {
            let same_letters = candidate.eq_ignore_ascii_case(word);
            let distance = if same_letters {
                0
            } else {
                distance(word, candidate)
            };
            (distance <= allowed).then_some((distance, candidate))
        })
        .min_by_key(|(distance, candidate)| (*distance, candidate.len()))
        .map(|(_, candidate)| candidate)
}

/// Insertions, deletions, replacements and swaps of neighbors that turn one
/// word into the other.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let width = b.len() + 1;
    let mut cells: Vec<usize> = (0..width).collect();
    let cell = |cells: &[usize], row: usize, column: usize| {
        cells
            .get(row * width + column)
            .copied()
            .unwrap_or(usize::MAX - 1)
    };
    for (i, x) in a.iter().enumerate() {
        cells.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let replaced = cell(&cells, i, j) + usize::from(x != y);
            let changed = (cell(&cells, i, j + 1) + 1).min(cell(&cells, i + 1, j) + 1);
            let mut best = replaced.min(changed);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(cell(&cells, i - 1, j - 1) + 1);
            }
            cells.push(best);
        }
    }
    cell(&cells, a.len(), b.len())
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let known = [
            "required",
            "properties",
            "minLength",
            "type",
            "not",
            "items",
        ];
        for (word, expected) in [
            ("requierd", Some("required")),
            ("proprties", Some("properties")),
            ("minlength", Some("minLength")),
            ("tpye", Some("type")),
            ("item", Some("items")),
            ("notes", None),
            ("x", None),
            ("required", None),
            ("something", None),
        ] {
            assert_eq!(nearest(word, known), expected, "{word}");
        }
    }
}
