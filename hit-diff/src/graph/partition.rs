//! States in classes that are split until they no longer differ.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Which class every state is in.
pub(super) struct Partition {
    classes: Vec<u32>,
    members: Vec<BTreeSet<u32>>,
}

impl Partition {
    /// All in one.
    pub(super) fn new(count: usize) -> Self {
        Self {
            classes: vec![0; count],
            members: vec![(0..).take(count).collect()],
        }
    }

    /// Signs these states anew and takes apart the classes in which they
    /// differ; those that moved to another class. All others of a class have
    /// the signature they had, and stay.
    pub(super) fn split<S: Eq + std::hash::Hash>(
        &mut self,
        dirty: &[u32],
        sign: &impl Fn(u32, &[u32]) -> S,
    ) -> Vec<u32> {
        let mut touched: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for state in dirty {
            let class = self.classes[*state as usize];
            touched.entry(class).or_default().push(*state);
        }
        let signed: Vec<(u32, Vec<Vec<u32>>)> = touched
            .into_iter()
            .map(|(class, states)| (class, self.groups(class, &states, sign)))
            .collect();
        let mut moved = Vec::new();
        for (class, groups) in signed {
            for group in groups {
                let fresh = u32::try_from(self.members.len()).unwrap_or(u32::MAX);
                for state in &group {
                    self.members[class as usize].remove(state);
                    self.classes[*state as usize] = fresh;
                }
                moved.extend(&group);
                self.members.push(group.into_iter().collect());
            }
        }
        moved
    }

    /// The states of a class that leave it, by where they go together.
    fn groups<S: Eq + std::hash::Hash>(
        &self,
        class: u32,
        dirty: &[u32],
        sign: &impl Fn(u32, &[u32]) -> S,
    ) -> Vec<Vec<u32>> {
        let mut groups: Vec<Vec<u32>> = Vec::new();
        let mut index: HashMap<S, usize> = HashMap::new();
        for state in dirty {
            let signature = sign(*state, &self.classes);
            let at = *index.entry(signature).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            groups[at].push(*state);
        }
        // Who was not asked keeps the class, and so do those like it; where all
        // were asked, the largest group does.
        let asked: HashSet<u32> = dirty.iter().copied().collect();
        let mut others = self.members[class as usize].iter();
        let stays = match others.find(|state| !asked.contains(*state)) {
            Some(other) => index.get(&sign(*other, &self.classes)).copied(),
            None => (0..groups.len()).rev().max_by_key(|at| groups[*at].len()),
        };
        if let Some(at) = stays {
            groups.remove(at);
        }
        groups
    }

    /// The classes numbered by their first states, and how many there are.
    pub(super) fn numbered(self) -> (Vec<u32>, usize) {
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        let classes = self.classes.into_iter().map(|class| {
            let fresh = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(class).or_insert(fresh)
        });
        let classes = classes.collect();
        (classes, numbers.len())
    }
}
