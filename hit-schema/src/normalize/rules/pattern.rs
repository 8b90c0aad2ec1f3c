//! Regular expressions.

use hit_runtime::check::Pattern;
use hit_runtime::regex::CompiledPattern;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// The pattern of a text, with a message where it does not compile.
pub(super) fn pattern(cx: &mut Cx<'_, '_>, site: &Site<'_>, text: &str) -> Pattern {
    if !cx.build.patterns.contains_key(text) {
        let verdict = CompiledPattern::new(text).map(drop);
        cx.build.patterns.insert(text.to_owned(), verdict);
    }
    if let Some(Err(error)) = cx.build.patterns.get(text) {
        let message = format!("the pattern {text:?} is no regular expression: {error}");
        cx.report(Diagnostic::error(codes::BAD_PATTERN, message), site);
    }
    Pattern(text.to_owned())
}
