//! `format`

use hit_runtime::check::{Format, Kind};

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::dialect::{self, Known};
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

use crate::options::FormatMode;

/// `format`, asserted where the dialect or the options say so.
pub(in crate::normalize) fn format(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(name) = cx.text(site) else { return };
    let asserted = match cx.build.options.format {
        FormatMode::Dialect => cx.dialect.asserts_formats,
        FormatMode::Assert => true,
        FormatMode::Annotation => false,
    };
    if !asserted {
        return;
    }
    match dialect::format(cx.dialect.draft, name) {
        Known::Checked(name) => cx.push(site, Kind::Format(Format(name.to_owned()))),
        Known::Unknown => {
            let message = format!("{} does not define the format {name:?}", cx.dialect.draft);
            let help = "unknown formats are not checked";
            cx.report(
                Diagnostic::warning(codes::UNKNOWN_FORMAT, message).help(help),
                site,
            );
        }
    }
}
