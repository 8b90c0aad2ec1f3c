//! Where a path leads: to the file that defines what it names, through
//! whatever facades export it again.

use super::modules::Modules;

/// Steps that a path may take through exports.
const STEPS: usize = 20;

/// The module that defines what `path` names, seen from `from`; `None` when it
/// leads out of the crate.
pub fn resolve<'a>(
    modules: &'a Modules,
    from: &'a [String],
    path: &[String],
) -> Option<&'a [String]> {
    go(modules, from, path, STEPS)
}

fn go<'a>(
    modules: &'a Modules,
    from: &'a [String],
    path: &[String],
    steps: usize,
) -> Option<&'a [String]> {
    let steps = steps.checked_sub(1)?;
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => down(modules, modules.get_key_value(&[][..])?.0, rest, steps),
        "self" => down(modules, from, rest, steps),
        "super" => {
            let (_, parent) = from.split_last()?;
            let (parent, _) = modules.get_key_value(parent)?;
            // `super::super::x` goes up once more.
            match rest.first().map(String::as_str) {
                Some("super") => go(modules, parent, rest, steps),
                _ => down(modules, parent, rest, steps),
            }
        }
        name => {
            let scan = &modules.get(from)?.scan;
            let known =
                scan.children.iter().any(|child| child == name) || scan.aliases.contains_key(name);
            if known {
                down(modules, from, path, steps)
            } else {
                None
            }
        }
    }
}

/// From a module down a path.
fn down<'a>(
    modules: &'a Modules,
    at: &'a [String],
    path: &[String],
    steps: usize,
) -> Option<&'a [String]> {
    let Some((name, rest)) = path.split_first() else {
        return Some(at);
    };
    let module = &modules.get(at)?.scan;
    let child = [at, std::slice::from_ref(name)].concat();
    if let Some((child, _)) = modules.get_key_value(&child) {
        return down(modules, child, rest, steps);
    }
    if let Some(alias) = module.aliases.get(name) {
        // An alias may name a crate from outside: then nothing of ours is meant.
        let mut whole = alias.clone();
        whole.extend_from_slice(rest);
        if alias.first() == Some(name) {
            return None;
        }
        return go(modules, at, &whole, steps);
    }
    if module.defined.contains(name) {
        return Some(at);
    }
    // What a facade exports as a whole.
    let through = module.globs.iter().find_map(|glob| {
        let below = go(modules, at, glob, steps)?;
        (below != at && has(modules, below, name, steps)).then_some(below)
    });
    match through {
        Some(below) => down(modules, below, path, steps),
        None => Some(at),
    }
}

/// Whether a module has a name, of its own or from elsewhere.
fn has(modules: &Modules, at: &[String], name: &str, steps: usize) -> bool {
    let Some(module) = modules.get(at) else {
        return false;
    };
    let scan = &module.scan;
    let own = scan.defined.contains(name) || scan.aliases.contains_key(name);
    own || scan.children.iter().any(|child| child == name)
        || steps.checked_sub(1).is_some_and(|steps| {
            let mut below = scan
                .globs
                .iter()
                .filter_map(|glob| go(modules, at, glob, steps));
            below.any(|below| below != at && has(modules, below, name, steps))
        })
}
