//! Strongly connected components (Kosaraju's algorithm, without recursion).

/// The components of a graph that hold a cycle, each ascending.
pub(super) fn cyclic(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut back = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for to in targets {
            if let Some(slot) = back.get_mut(*to) {
                slot.push(from);
            }
        }
    }
    let mut seen = vec![false; edges.len()];
    let mut order = Vec::with_capacity(edges.len());
    for start in 0..edges.len() {
        walk(start, edges, &mut seen, &mut order);
    }
    let mut seen = vec![false; edges.len()];
    let mut found = Vec::new();
    for start in order.into_iter().rev() {
        let mut component = Vec::new();
        walk(start, &back, &mut seen, &mut component);
        let to_itself = edges
            .get(start)
            .is_some_and(|targets| targets.contains(&start));
        if component.len() > 1 || (component.len() == 1 && to_itself) {
            component.sort_unstable();
            found.push(component);
        }
    }
    found.sort_unstable();
    found
}

/// Appends what can be reached from `start` and was not seen, last first.
fn walk(start: usize, edges: &[Vec<usize>], seen: &mut [bool], done: &mut Vec<usize>) {
    let mut open = vec![(start, 0)];
    match seen.get_mut(start) {
        Some(seen) if !*seen => *seen = true,
        _ => return,
    }
    while let Some((at, next)) = open.last_mut() {
        let target = edges
            .get(*at)
            .and_then(|targets| targets.get(*next))
            .copied();
        *next += 1;
        match target {
            Some(target) => match seen.get_mut(target) {
                Some(seen) if !*seen => {
                    *seen = true;
                    open.push((target, 0));
                }
                _ => {}
            },
            None => {
                done.push(*at);
                open.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::cyclic;

    #[test]
    fn finds_cycles_only() {
        let edges = [
            vec![1],
            vec![2],
            vec![1, 3],
            vec![],
            vec![4],
            vec![0, 3],
            vec![99],
        ];
        assert_eq!(cyclic(&edges), [vec![1, 2], vec![4]]);
        let long: Vec<_> = (0..100_000).map(|at| vec![(at + 1) % 100_000]).collect();
        assert_eq!(cyclic(&long).len(), 1);
    }
}
