//! The filter language:
//!
//! ```text
//! fq     = field ":" ( "*" | value | range )
//! field  = name *( "." name )            users.userId, play.duration, receivedAt
//! range  = "[" bound " TO " bound "]"    both ends included
//! bound  = "*" | value
//! value  = word | '"' text '"'           \" and \\ inside of quotes
//! ```

use super::filter::{Filter, Test};

/// Characters of one filter.
const LONGEST: usize = 1024;

/// Reads a filter.
///
/// # Errors
/// What is wrong with it, in words, without the value.
///
/// ```
/// use hit_server::search::{Test, parse};
///
/// let filter = parse("play.duration:[10 TO *]")?;
/// assert_eq!(filter.path, ["play", "duration"]);
/// assert_eq!(filter.test, Test::Between(Some("10".to_owned()), None));
/// assert!(parse("type").is_err());
/// # Ok::<(), &'static str>(())
/// ```
pub fn parse(text: &str) -> Result<Filter, &'static str> {
    if text.chars().count() > LONGEST {
        return Err("a filter has at most 1024 characters");
    }
    let (field, test) = text
        .split_once(':')
        .ok_or("expected `field:value` or `field:[a TO b]`")?;
    let path: Vec<String> = field.split('.').map(str::to_owned).collect();
    if path.iter().any(|name| !is_name(name)) {
        return Err("a field is names of letters, digits, `_` and `-`, with dots between them");
    }
    let test = match test.strip_prefix('[') {
        Some(range) => between(range)?,
        None if test == "*" => Test::Exists,
        None => Test::Equals(whole(test)?),
    };
    Ok(Filter { path, test })
}

fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    !name.is_empty() && name.chars().all(plain)
}

fn between(range: &str) -> Result<Test, &'static str> {
    const FORM: &str = "expected a range of the form `[a TO b]`";
    let (low, rest) = bound(range).ok_or(FORM)?;
    let rest = rest.strip_prefix(" TO ").ok_or(FORM)?;
    let (high, rest) = bound(rest).ok_or(FORM)?;
    match (rest, &low, &high) {
        ("]", None, None) => Ok(Test::Exists),
        ("]", ..) => Ok(Test::Between(low, high)),
        _ => Err(FORM),
    }
}

/// A bound, and what comes after it.
fn bound(text: &str) -> Option<(Option<String>, &str)> {
    if let Some(rest) = text.strip_prefix('*') {
        return Some((None, rest));
    }
    if text.starts_with('"') {
        let (value, rest) = quoted(text)?;
        return Some((Some(value), rest));
    }
    let end = text.find([' ', ']'])?;
    let (word, rest) = text.split_at(end);
    (!word.is_empty()).then(|| (Some(word.to_owned()), rest))
}

fn whole(text: &str) -> Result<String, &'static str> {
    if text.is_empty() {
        return Err("there is no value after the `:`");
    }
    if !text.starts_with('"') {
        return Ok(text.to_owned());
    }
    match quoted(text) {
        Some((value, "")) => Ok(value),
        _ => Err("a value that begins with `\"` ends with one; `\\\"` and `\\\\` stand inside"),
    }
}

/// A text in quotes, and what comes after it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut chars = text.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return Some((value, text.get(at + 1..)?)),
            '\\' => value.push(
                chars
                    .next()
                    .map(|(_, c)| c)
                    .filter(|c| matches!(c, '"' | '\\'))?,
            ),
            _ => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::filter::Test;
    use super::parse;

    #[test]
    fn values_and_ranges() {
        let test = |text| parse(text).map(|filter| filter.test);
        let equals = |text: &str| Ok(Test::Equals(text.to_owned()));
        assert_eq!(test("a:b"), equals("b"));
        assert_eq!(test("a:b:c d"), equals("b:c d"));
        assert_eq!(test(r#"a:"b \"c\" \\""#), equals(r#"b "c" \"#));
        assert_eq!(test("a:*"), Ok(Test::Exists));
        assert_eq!(test("a:[* TO *]"), Ok(Test::Exists));
        let range = Test::Between(
            Some("x y".to_owned()),
            Some("2020-01-01T00:00:00".to_owned()),
        );
        assert_eq!(test(r#"a:["x y" TO 2020-01-01T00:00:00]"#), Ok(range));
    }

    #[test]
    fn what_is_not_a_filter() {
        for text in [
            "",
            "a",
            ":b",
            "a:",
            "a..b:c",
            "a b:c",
            "a:[1 TO 2",
            "a:[1 2]",
            "a:[ TO 2]",
            "a:[1 TO ]",
            "a:[1 TO 2]]",
            r#"a:"b"#,
            r#"a:"b"c"#,
            r#"a:"\n""#,
            "$.a:1",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
        assert!(parse(&format!("a:{}", "b".repeat(2000))).is_err());
    }
}
