//! Members of a schema that are no keywords of its dialect.

use hit_runtime::Pointer;
use hit_runtime::json::Member;

use super::context::Cx;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::dialect::{self, Keyword, Meaning, Vocabulary};
use crate::source::Origin;
use crate::suggest;

/// Warns where a member looks like a keyword that does nothing here.
pub(super) fn unknown(cx: &mut Cx<'_, '_>, member: &Member, here: &Pointer) {
    let name = member.name.as_str();
    if name.starts_with("x-") || QUIET.contains(&name) {
        return;
    }
    let draft = cx.dialect.draft;
    let diagnostic = if dialect::keyword(draft, name).is_some() {
        let message = format!("`{name}` has no effect: the meta-schema leaves out its vocabulary");
        Diagnostic::warning(codes::OTHER_DRAFT, message)
    } else if let Some(keyword) = dialect::drafts_of(name).find(|keyword| matters(keyword)) {
        let having: Vec<_> = dialect::Draft::ALL
            .into_iter()
            .filter(|draft| keyword.drafts.contains(*draft))
            .map(|draft| draft.to_string())
            .collect();
        let message = format!("`{name}` has no effect in {draft}");
        Diagnostic::warning(codes::OTHER_DRAFT, message)
            .help(format!("it is a keyword of {}", having.join(", ")))
    } else if dialect::drafts_of(name).next().is_some() {
        return;
    } else if let Some(near) = suggest::nearest(name, dialect::names(draft)) {
        let message = format!("`{name}` is no keyword and has no effect");
        Diagnostic::warning(codes::MISSPELT, message).help(format!("did you mean `{near}`?"))
    } else {
        return;
    };
    let source = cx.build.graph.sub(cx.id).source;
    let origin = Origin {
        source,
        pointer: here.join(name),
        span: member.name_span,
    };
    cx.build.sink.push(diagnostic.at(origin));
}

/// Words of other vocabularies that only look misspelt.
const QUIET: &[&str] = &[
    "example",
    "nullable",
    "discriminator",
    "xml",
    "externalDocs",
    "comment",
    "name",
    "$defs",
];

/// Whether a keyword would change what is accepted or where references lead.
fn matters(keyword: &Keyword) -> bool {
    let inert = matches!(
        keyword.vocabulary,
        Vocabulary::MetaData | Vocabulary::Content
    ) || matches!(
        keyword.meaning,
        Meaning::Comment | Meaning::Definitions | Meaning::Vocabulary | Meaning::Schema
    );
    !inert
}
