//! From `$schema` to a dialect.

use std::collections::HashMap;

use hit_runtime::json::{Limits, Member, Node, parse_bytes};

use super::documents;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::dialect::{Dialect, Draft, Vocabularies, Vocabulary};
use crate::load::Load;
use crate::uri;

/// How many meta-schemas may describe one another in a row.
const CHAIN: usize = 16;

/// The dialects met so far, by the URI of their meta-schema.
#[derive(Default)]
pub(super) struct Dialects {
    known: HashMap<String, Dialect>,
}

impl Dialects {
    /// The dialect a `$schema` names; a message without place where there is none.
    pub(super) fn of(&mut self, name: &str, loader: &dyn Load) -> Result<Dialect, Box<Diagnostic>> {
        let (uri, _) = uri::split_fragment(name);
        self.follow(uri, loader, CHAIN)
    }

    fn follow(
        &mut self,
        uri: &str,
        loader: &dyn Load,
        left: usize,
    ) -> Result<Dialect, Box<Diagnostic>> {
        if let Some(draft) = Draft::from_uri(uri) {
            return Ok(Dialect::of(draft));
        }
        if let Some(known) = self.known.get(uri) {
            return Ok(*known);
        }
        let meta = meta_schema(uri, loader)?;
        let base = match meta.get("$schema").and_then(Node::as_str) {
            Some(next) if left > 0 && uri::split_fragment(next).0 != uri => {
                self.follow(uri::split_fragment(next).0, loader, left - 1)?
            }
            _ => return Err(unknown(uri, "its own `$schema` leads to no known draft")),
        };
        let dialect = match meta.member("$vocabulary") {
            Some(member) if base.draft >= Draft::Draft201909 => vocabularies(base, member)?,
            _ => Dialect::of(base.draft),
        };
        self.known.insert(uri.to_owned(), dialect);
        Ok(dialect)
    }
}

fn meta_schema(uri: &str, loader: &dyn Load) -> Result<Node, Box<Diagnostic>> {
    let raw = match documents::find(uri, loader) {
        Ok(Some(raw)) => raw,
        Ok(None) => {
            return Err(unknown(
                uri,
                "it names no draft, and no such document is available",
            ));
        }
        Err(message) => return Err(unknown(uri, &message)),
    };
    parse_bytes(&raw.bytes, &Limits::default()).map_err(|errors| {
        let first = errors.first().map(ToString::to_string).unwrap_or_default();
        unknown(uri, &format!("{}:{first}", raw.name))
    })
}

fn unknown(uri: &str, why: &str) -> Box<Diagnostic> {
    let known = Draft::ALL.map(Draft::uri);
    let diagnostic = Diagnostic::error(
        codes::UNKNOWN_DIALECT,
        format!("the `$schema` \"{uri}\" is not known: {why}"),
    );
    Box::new(match crate::suggest::nearest(uri, known) {
        Some(near) => diagnostic.help(format!("did you mean \"{near}\"?")),
        None => diagnostic.help(format!(
            "known are, among others, \"{}\"",
            Draft::Draft202012.uri()
        )),
    })
}

/// What `$vocabulary` of a meta-schema leaves switched on.
fn vocabularies(base: Dialect, member: &Member) -> Result<Dialect, Box<Diagnostic>> {
    let mut on = Vocabularies::CORE;
    let mut asserts_formats = false;
    for entry in member.value.as_object().unwrap_or_default() {
        let required = entry.value.as_bool() == Some(true);
        match Vocabulary::from_uri(&entry.name, required) {
            Some((vocabularies, asserts)) => {
                on = vocabularies.into_iter().fold(on, Vocabularies::with);
                asserts_formats |= asserts;
            }
            None if required => {
                return Err(Box::new(Diagnostic::error(
                    codes::UNKNOWN_VOCABULARY,
                    format!(
                        "the meta-schema requires the unknown vocabulary \"{}\"",
                        entry.name
                    ),
                )));
            }
            None => {}
        }
    }
    Ok(Dialect {
        draft: base.draft,
        vocabularies: on,
        asserts_formats,
    })
}
