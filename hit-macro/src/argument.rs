//! What stands between the parentheses.

const USAGE: &str =
    "expected one path in quotes, as in include_schema!(\"schemas/play.schema.json\")";

/// The path that a plain or raw string literal spells; a comma may follow.
pub fn path(text: &str) -> Result<String, String> {
    let text = text.trim();
    let text = text.strip_suffix(',').unwrap_or(text).trim_end();
    let found = match text.strip_prefix('r') {
        Some(raw) => raw_string(raw),
        None => plain_string(text),
    };
    found.ok_or_else(|| USAGE.to_owned())
}

fn plain_string(text: &str) -> Option<String> {
    let inner = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut path = String::new();
    let mut chars = inner.chars();
    while let Some(char) = chars.next() {
        match char {
            '\\' => match chars.next()? {
                same @ ('\\' | '"') => path.push(same),
                _ => return None,
            },
            '"' => return None,
            char => path.push(char),
        }
    }
    Some(path)
}

fn raw_string(text: &str) -> Option<String> {
    let hashes = text.chars().take_while(|char| *char == '#').count();
    let guard = &text[..hashes];
    let inner = text[hashes..].strip_prefix('"')?;
    let inner = inner.strip_suffix(guard)?.strip_suffix('"')?;
    (!inner.contains('"')).then(|| inner.to_owned())
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn reads_one_string() {
        for text in [
            "\"a/b.json\"",
            " \"a/b.json\" , ",
            "r\"a/b.json\"",
            "r#\"a/b.json\"#",
        ] {
            assert_eq!(path(text).as_deref(), Ok("a/b.json"), "{text}");
        }
        assert_eq!(
            path(r#""a\\b \"c\".json""#).as_deref(),
            Ok(r#"a\b "c".json"#)
        );
    }

    #[test]
    fn says_what_it_expects() {
        for text in [
            "",
            ",",
            "a",
            "\"a\", \"b\"",
            "\"a\" \"b\"",
            "\"\\n\"",
            "r#\"a\"",
            "\"",
            "r",
            "é",
        ] {
            let message = path(text).expect_err(text);
            assert!(message.contains("include_schema!(\""), "{message}");
        }
    }
}
