//! Constraints of members, in the words of schemars, validator and garde.

use hit_runtime::{NoContext, Validate};

const DIGITS: &str = "^[0-9]+$";

#[derive(Clone, Validate)]
struct Account {
    #[schemars(regex(pattern = r"^\d+$"))]
    digits: String,
    #[validate(regex(path = DIGITS))]
    more_digits: String,
    #[garde(pattern("^a"))]
    starts: Option<String>,
    #[schemars(contains(pattern = "@"))]
    handle: String,
    #[validate(contains(pattern = "-"))]
    dashed: String,
    #[garde(contains("/"))]
    path: String,
    #[schemars(email)]
    email: String,
    #[validate(url)]
    page: Option<String>,
    #[garde(ip)]
    address: String,
    #[garde(ipv4)]
    four: String,
    #[schemars(extend("x" = 1))]
    #[garde(ipv6)]
    six: String,
    #[validate(required)]
    name: Option<String>,
    #[validate(range(exclusive_min = 0.0, exclusive_max = "1.0"))]
    share: f64,
    #[schemars(range(min = -3, max = 3))]
    offset: Option<i32>,
    #[garde(length(min = 2, max = 3))]
    short: String,
    #[validate(length(equal = 2))]
    pair: Vec<u8>,
    #[garde(inner(length(min = 1), pattern("^[a-z]*$")))]
    tags: Vec<String>,
}

fn account() -> Account {
    let text = |text: &str| text.to_owned();
    Account {
        digits: text("12"),
        more_digits: text("3"),
        starts: Some(text("ab")),
        handle: text("x@y"),
        dashed: text("a-b"),
        path: text("a/b"),
        email: text("a@example.org"),
        page: Some(text("https://example.org/")),
        address: text("::1"),
        four: text("127.0.0.1"),
        six: text("::1"),
        name: Some(text("n")),
        share: 0.5,
        offset: Some(-3),
        short: text("é😀"),
        pair: vec![1, 2],
        tags: vec![text("a")],
    }
}

/// What a change of a valid account makes invalid: keyword, place, message.
fn found(change: impl FnOnce(&mut Account)) -> Vec<(String, String, String)> {
    let mut changed = account();
    change(&mut changed);
    let violations = changed.validate(&NoContext).violations.into_iter();
    violations
        .map(|it| (it.code, it.instance.to_string(), it.message))
        .collect()
}

fn one(change: impl FnOnce(&mut Account)) -> (String, String, String) {
    let found = found(change);
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().expect("one")
}

fn told(code: &str, place: &str, message: &str) -> (String, String, String) {
    (code.to_owned(), place.to_owned(), message.to_owned())
}

#[test]
fn what_satisfies_all_of_them_is_valid() {
    assert_eq!(found(|_| {}), []);
    assert_eq!(
        found(|it| (it.starts, it.page, it.offset) = (None, None, None)),
        [],
        "absent members have no pattern, no format and no range"
    );
}

#[test]
fn patterns() {
    assert_eq!(
        one(|it| it.digits = "1a".to_owned()),
        told(
            "pattern",
            "/digits",
            r#"expected text matching `^\d+$`, found "1a""#
        )
    );
    // As JSON Schema has it, and not as Unicode has it.
    assert_eq!(one(|it| it.digits = "٣".to_owned()).1, "/digits");
    assert_eq!(one(|it| it.more_digits.clear()).1, "/more_digits");
    assert_eq!(
        one(|it| it.starts = Some("b".to_owned())),
        told(
            "pattern",
            "/starts",
            r#"expected text matching `^a`, found "b""#
        )
    );
}

#[test]
fn parts() {
    assert_eq!(
        one(|it| it.handle = "x".to_owned()),
        told(
            "pattern",
            "/handle",
            r#"expected text with "@" in it, found "x""#
        )
    );
    assert_eq!(one(|it| it.dashed = "x".to_owned()).1, "/dashed");
    assert_eq!(one(|it| it.path = "x".to_owned()).1, "/path");
}

#[test]
fn formats() {
    assert_eq!(
        one(|it| it.email = "x".to_owned()),
        told("format", "/email", r#"expected format `email`, found "x""#)
    );
    assert_eq!(
        one(|it| it.page = Some("no url".to_owned())),
        told(
            "format",
            "/page",
            r#"expected format `uri`, found "no url""#
        )
    );
    assert_eq!(one(|it| it.address = "1.2.3".to_owned()).1, "/address");
    assert_eq!(one(|it| it.four = "::1".to_owned()).1, "/four");
    assert_eq!(one(|it| it.six = "127.0.0.1".to_owned()).1, "/six");
    assert_eq!(found(|it| it.address = "127.0.0.1".to_owned()), []);
}

#[test]
fn presence() {
    assert_eq!(
        one(|it| it.name = None),
        told("required", "", r#"missing member "name""#)
    );
}

#[test]
fn numbers() {
    assert_eq!(
        one(|it| it.share = 0.0),
        told(
            "exclusiveMinimum",
            "/share",
            "expected more than 0, found 0"
        )
    );
    assert_eq!(
        one(|it| it.share = 1.0),
        told(
            "exclusiveMaximum",
            "/share",
            "expected less than 1, found 1"
        )
    );
    assert_eq!(
        found(|it| it.share = f64::NAN).len(),
        2,
        "no number is neither"
    );
    assert_eq!(
        one(|it| it.offset = Some(4)),
        told("maximum", "/offset", "expected at most 3, found 4")
    );
    assert_eq!(
        one(|it| it.offset = Some(-4)),
        told("minimum", "/offset", "expected at least -3, found -4")
    );
}

#[test]
fn lengths() {
    assert_eq!(
        one(|it| it.short = "é".to_owned()),
        told(
            "minLength",
            "/short",
            "expected at least 2 characters, found 1"
        )
    );
    assert_eq!(
        one(|it| it.short = "abcd".to_owned()),
        told(
            "maxLength",
            "/short",
            "expected at most 3 characters, found 4"
        )
    );
    assert_eq!(
        one(|it| it.pair = vec![1]),
        told("minItems", "/pair", "expected at least 2 items, found 1")
    );
    assert_eq!(
        one(|it| it.pair = vec![1, 2, 3]),
        told("maxItems", "/pair", "expected at most 2 items, found 3")
    );
}

#[test]
fn elements() {
    let found = found(|it| it.tags = vec![String::new(), "A".to_owned()]);
    assert_eq!(
        found,
        [
            told(
                "minLength",
                "/tags/0",
                "expected at least 1 characters, found 0"
            ),
            told(
                "pattern",
                "/tags/1",
                r#"expected text matching `^[a-z]*$`, found "A""#
            ),
        ]
    );
}
