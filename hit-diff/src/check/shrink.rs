//! Makes a witness smaller while it stays one.

use serde_json::Value;

/// Attempts, at most.
const TRIES: usize = 120;
/// Documents with more values than this are left as they are.
const SIZE: usize = 2_000;

/// The smallest document found by leaving out members and items for which the
/// test still holds.
pub(crate) fn shrink(document: Value, test: impl Fn(&Value) -> bool) -> Value {
    let mut best = document;
    if size(&best) > SIZE {
        return best;
    }
    let mut tries = TRIES;
    loop {
        let smaller = removals(&best).into_iter().find_map(|path| {
            tries = tries.checked_sub(1)?;
            let mut candidate = best.clone();
            remove(&mut candidate, &path);
            test(&candidate).then_some(candidate)
        });
        match smaller {
            Some(smaller) => best = smaller,
            None => return best,
        }
        if tries == 0 {
            return best;
        }
    }
}

fn size(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        Value::Object(members) => 1 + members.values().map(size).sum::<usize>(),
        _ => 1,
    }
}

/// One step into a document.
#[derive(Clone, Debug)]
enum Step {
    Member(String),
    Item(usize),
}

/// The paths of everything that can be left out, outermost first.
fn removals(document: &Value) -> Vec<Vec<Step>> {
    let mut paths = Vec::new();
    let mut queue = std::collections::VecDeque::from([(Vec::new(), document)]);
    while let Some((path, value)) = queue.pop_front() {
        let steps: Vec<(Step, &Value)> = match value {
            Value::Array(items) => {
                let items = items.iter().enumerate().rev();
                items.map(|(at, item)| (Step::Item(at), item)).collect()
            }
            Value::Object(members) => members
                .iter()
                .map(|(name, member)| (Step::Member(name.clone()), member))
                .collect(),
            _ => Vec::new(),
        };
        for (step, inner) in steps {
            let mut path: Vec<Step> = path.clone();
            path.push(step);
            paths.push(path.clone());
            if paths.len() > TRIES {
                return paths;
            }
            queue.push_back((path, inner));
        }
    }
    paths
}

fn remove(document: &mut Value, path: &[Step]) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    match (document, first) {
        (Value::Array(items), Step::Item(at)) => match items.get_mut(*at) {
            Some(_) if rest.is_empty() => {
                items.remove(*at);
            }
            Some(item) => remove(item, rest),
            None => {}
        },
        (Value::Object(members), Step::Member(name)) => {
            if rest.is_empty() {
                members.remove(name);
            } else if let Some(member) = members.get_mut(name) {
                remove(member, rest);
            }
        }
        _ => {}
    }
}
