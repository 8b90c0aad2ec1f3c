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
    Some(at)
}
