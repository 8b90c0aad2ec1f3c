//! Texts that some patterns match and others do not: all automata run side by
//! side, breadth first, so the shortest texts come first and a search that ends
//! without one proves that there is none.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::rc::Rc;

use super::nfa::{Nfa, State};

/// What texts are looked for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    /// Each with whether it shall match.
    pub(crate) automata: Vec<(Rc<Nfa>, bool)>,
    /// Code points, at least.
    pub(crate) min: u64,
    /// Code points, at most.
    pub(crate) max: Option<u64>,
}

/// What was found.
#[derive(Debug)]
pub(crate) struct Texts {
    /// Shortest first.
    pub(crate) texts: Vec<String>,
    /// Whether there are certainly no texts but those of other spelling for
    /// the same places: with no texts at all, that there is none.
    pub(crate) complete: bool,
}

/// One automaton during a run: `None` once it has matched.
type Place = Option<Vec<u32>>;

struct Step {
    places: Vec<Place>,
    text: String,
    length: u64,
}

/// Characters between two code points that no automaton tells apart.
type Interval = (u32, u32);

/// Looks for up to `count` texts, spending up to `effort` steps.
pub(crate) fn search(wanted: &Wanted, count: usize, effort: &mut usize) -> Texts {
    let mut texts = Vec::new();
    let words = wanted.automata.iter().any(|(nfa, _)| nfa.words);
    if wanted.max.is_some_and(|max| max < wanted.min) {
        return Texts {
            texts,
            complete: true,
        };
    }
    let mut seen: HashSet<(Vec<Place>, bool, u64)> = HashSet::new();
    let places = wanted.automata.iter().map(|_| Some(Vec::new())).collect();
    let mut queue = VecDeque::from([Step {
        places,
        text: String::new(),
        length: 0,
    }]);
    while let Some(step) = queue.pop_front() {
        let size: usize = step.places.iter().flatten().map(Vec::len).sum();
        let cost = 1 + size;
        if *effort < cost {
            return Texts {
                texts,
                complete: false,
            };
        }
        *effort -= cost;
        if step.length >= wanted.min && accepts(wanted, &step) {
            texts.push(step.text.clone());
            if texts.len() >= count {
                return Texts {
                    texts,
                    complete: false,
                };
            }
        }
        if wanted.max.is_some_and(|max| step.length >= max) {
            continue;
        }
        let nexts: &[Option<bool>] = if words {
            &[Some(true), Some(false)]
        } else {
            &[None]
        };
        for next_word in nexts {
            for (places, c) in follow(wanted, &step, *next_word) {
                let last_word = words && is_word(c);
                let length = step.length + 1;
                let key = (places, last_word, length.min(wanted.min));
                if seen.contains(&key) {
                    continue;
                }
                let mut text = step.text.clone();
                text.push(c);
                queue.push_back(Step {
                    places: key.0.clone(),
                    text,
                    length,
                });
                seen.insert(key);
            }
        }
    }
    Texts {
        texts,
        complete: true,
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// What surrounds a place of a text.
#[derive(Clone, Copy)]
struct Around {
    at_start: bool,
    before: bool,
    /// Whether a word character follows; `None`: unknown and not asked for.
    after: Option<bool>,
    at_end: bool,
}

fn around(step: &Step, after: Option<bool>, at_end: bool) -> Around {
    Around {
        at_start: step.length == 0,
        before: step.text.chars().next_back().is_some_and(is_word),
        after,
        at_end,
    }
}

fn accepts(wanted: &Wanted, step: &Step) -> bool {
    let around = around(step, Some(false), true);
    let mut pairs = step.places.iter().zip(&wanted.automata);
    pairs.all(|(place, (nfa, positive))| {
        let matched = place
            .as_ref()
            .is_none_or(|states| close(nfa, states, around).is_none());
        matched == *positive
    })
}

/// The consuming states reached without a character, `None` where the pattern
/// has matched.
fn close(nfa: &Nfa, states: &[u32], around: Around) -> Option<Vec<u32>> {
    let mut seen = vec![false; nfa.states.len()];
    let mut out = Vec::new();
    let mut stack: Vec<u32> = states.to_vec();
    stack.push(nfa.start);
    while let Some(at) = stack.pop() {
        let Some(mark) = seen.get_mut(at as usize) else {
            continue;
        };
        if std::mem::replace(mark, true) {
            continue;
        }
        match &nfa.states[at as usize] {
            State::Match => return None,
            State::Set(..) => out.push(at),
            State::Split(one, other) => stack.extend([*one, *other]),
            State::Start(next) if around.at_start => stack.push(*next),
            State::End(next) if around.at_end => stack.push(*next),
            State::Boundary(next) if around.before != around.after.unwrap_or(false) => {
                stack.push(*next);
            }
            State::Start(_) | State::End(_) | State::Boundary(_) => {}
        }
    }
    out.sort_unstable();
    Some(out)
}

/// All that can follow one more character, with a character for each.
fn follow(wanted: &Wanted, step: &Step, next_word: Option<bool>) -> Vec<(Vec<Place>, char)> {
    let around = around(step, next_word, false);
    let mut closed: Vec<Place> = Vec::with_capacity(step.places.len());
    for (place, (nfa, positive)) in step.places.iter().zip(&wanted.automata) {
        let states = place.as_ref().and_then(|states| close(nfa, states, around));
        if states.is_none() && !positive {
            return Vec::new();
        }
        closed.push(states);
    }
    let mut edges: Vec<u32> = vec![0, 0xD800, 0xE000];
    let mut edge = |(first, last): &Interval| edges.extend([*first, last + 1]);
    for (states, (nfa, _)) in closed.iter().zip(&wanted.automata) {
        for state in states.iter().flatten() {
            if let State::Set(ranges, _) = &nfa.states[*state as usize] {
                ranges.iter().for_each(&mut edge);
            }
        }
    }
    if next_word.is_some() {
        [(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)]
            .iter()
            .for_each(&mut edge);
    }
    edges.sort_unstable();
    edges.dedup();
    let mut found: BTreeMap<Vec<Place>, (u32, char)> = BTreeMap::new();
    for (at, first) in edges.iter().enumerate() {
        let last = edges.get(at + 1).map_or(0x10_FFFF, |next| next - 1);
        let Some((rank, c)) = character(*first, last) else {
            continue;
        };
        if next_word.is_some_and(|word| word != is_word(c)) {
            continue;
        }
        let places = closed
            .iter()
            .zip(&wanted.automata)
            .map(|(states, (nfa, _))| states.as_ref().map(|states| step_over(nfa, states, c)))
            .collect();
        let slot = found.entry(places).or_insert((rank, c));
        if rank < slot.0 {
            *slot = (rank, c);
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(_, (rank, c))| (*rank, *c));
    found
        .into_iter()
        .map(|(places, (_, c))| (places, c))
        .collect()
}

fn step_over(nfa: &Nfa, states: &[u32], c: char) -> Vec<u32> {
    let code = u32::from(c);
    let mut next: Vec<u32> = states
        .iter()
        .filter_map(|state| match &nfa.states[*state as usize] {
            State::Set(ranges, next) => {
                let at = ranges.partition_point(|(_, last)| *last < code);
                let hit = ranges.get(at).is_some_and(|(first, _)| *first <= code);
                hit.then_some(*next)
            }
            _ => None,
        })
        .collect();
    next.sort_unstable();
    next.dedup();
    next
}

/// A readable character of an interval, and how readable it is.
fn character(first: u32, last: u32) -> Option<(u32, char)> {
    const LIKED: [Interval; 5] = [
        (0x61, 0x7A),
        (0x30, 0x39),
        (0x41, 0x5A),
        (0x21, 0x7E),
        (0x20, 0x20),
    ];
    for (rank, (from, to)) in (0..).zip(LIKED) {
        let at = first.max(from);
        if at <= last.min(to) {
            return char::from_u32(at).map(|c| (rank, c));
        }
    }
    if first >= 0xD800 && last < 0xE000 {
        return None;
    }
    let at = first.max(if first < 0xA1 && last >= 0xA1 {
        0xA1
    } else {
        first
    });
    char::from_u32(at).map(|c| (9, c))
}
