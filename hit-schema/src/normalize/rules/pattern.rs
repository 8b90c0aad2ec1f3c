//! Regular expressions.

use hit_runtime::check::Pattern;

use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// The pattern of a text.
pub(super) fn pattern(_cx: &mut Cx<'_, '_>, _site: &Site<'_>, text: &str) -> Pattern {
    Pattern(text.to_owned())
}
