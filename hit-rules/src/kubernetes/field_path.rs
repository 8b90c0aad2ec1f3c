//! `fieldPath`: `.spec.foo`, `['a.b'].c`.

/// The member names of a path; `None` when it is not a path.
pub fn field_path(text: &str) -> Option<Vec<String>> {
    let mut names = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if let Some(tail) = rest.strip_prefix("['") {
            let (name, tail) = quoted(tail)?;
            names.push(name);
            rest = tail;
        } else {
            let tail = rest.strip_prefix('.')?;
            let end = tail.find(['.', '[']).unwrap_or(tail.len());
            let (name, after) = tail.split_at(end);
            if name.is_empty() {
                return None;
            }
            names.push(name.to_string());
            rest = after;
        }
    }
    Some(names)
}

fn quoted(text: &str) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => name.push(chars.next()?.1),
            '\'' => return Some((name, text.get(at + 1..)?.strip_prefix(']')?)),
            other => name.push(other),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::field_path;

    #[test]
    fn paths() {
        assert_eq!(
            field_path(".a.b"),
            Some(vec!["a".to_string(), "b".to_string()])
        );
        assert_eq!(
            field_path("['a.b'].c['d']").map(|names| names.len()),
            Some(3)
        );
        assert_eq!(field_path("a"), None);
        assert_eq!(field_path(".a..b"), None);
    }
}
