//! The capturing groups of a pattern, found before it is parsed: a
//! back-reference may stand before its group.

/// The names of all capturing groups, in order; `None` for those without one.
pub(super) fn group_names(chars: &[char]) -> Vec<Option<String>> {
    let mut names = Vec::new();
    let mut in_class = false;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        match c {
            '\\' => at += 1,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => names.extend(group_name(chars.get(at + 1..).unwrap_or_default())),
            _ => {}
        }
        at += 1;
    }
    names
}

/// The name of the group whose text after `(` is `rest`; `None` where it does not capture.
fn group_name(rest: &[char]) -> Option<Option<String>> {
    let name = match rest {
        ['?', 'P', '<', name @ ..] => name,
        ['?', '<', '=' | '!', ..] => return None,
        ['?', '<', name @ ..] => name,
        ['?', ..] => return None,
        _ => return Some(None),
    };
    Some(Some(name.iter().take_while(|&&c| c != '>').collect()))
}
