//! Mistakes in attributes are told at the token, and teach.

#[test]
fn mistakes_are_told_at_the_token() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*/*.rs");
}
