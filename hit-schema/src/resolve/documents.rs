//! Reading documents.

use std::path::PathBuf;

use hit_runtime::Pointer;
use hit_runtime::json::{Limits, SyntaxError, SyntaxErrorKind, parse_bytes};

use crate::codes;
use crate::diagnostic::{Diagnostic, Sink};
use crate::load::Load;
use crate::metaschema;
use crate::source::{Origin, Source, SourceId, SourceMap};

/// A document before it is parsed.
pub(super) struct Raw {
    pub(super) name: String,
    pub(super) uri: String,
    pub(super) path: Option<PathBuf>,
    pub(super) bytes: Vec<u8>,
}

/// Finds the document of a URI: the bundled meta-schemas first, then the loader.
pub(super) fn find(uri: &str, loader: &dyn Load) -> Result<Option<Raw>, String> {
    if let Some(text) = metaschema::text(uri) {
        let bytes = text.as_bytes().to_vec();
        return Ok(Some(Raw {
            name: uri.to_owned(),
            uri: uri.to_owned(),
            path: None,
            bytes,
        }));
    }
    match loader.load(uri) {
        Ok(found) => Ok(found.map(|loaded| Raw {
            name: loaded.name,
            uri: uri.to_owned(),
            path: loaded.path,
            bytes: loaded.bytes,
        })),
        Err(error) => Err(error.message),
    }
}

/// Parses a document into the source map. Its tree is absent, and there are
/// messages, where it is not JSON.
pub(super) fn read(raw: Raw, depth: usize, sources: &mut SourceMap, sink: &mut Sink) -> SourceId {
    let (tree, errors) = match parse_bytes(&raw.bytes, &Limits { depth }) {
        Ok(tree) => (Some(tree), Vec::new()),
        Err(errors) => (None, errors),
    };
    let text = match String::from_utf8(raw.bytes) {
        Ok(text) => text,
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned(),
    };
    let source = Source {
        name: raw.name,
        uri: raw.uri,
        path: raw.path,
        text,
        tree,
    };
    let id = sources.add(source);
    errors
        .into_iter()
        .for_each(|error| sink.push(message(error, id)));
    id
}

fn message(error: SyntaxError, source: SourceId) -> Diagnostic {
    let code = match error.kind {
        SyntaxErrorKind::Syntax => codes::NOT_JSON,
        SyntaxErrorKind::Encoding => codes::NOT_UTF8,
        SyntaxErrorKind::TooDeep => codes::TOO_DEEP,
        SyntaxErrorKind::DuplicateMember => codes::DUPLICATE_MEMBER,
        SyntaxErrorKind::NumberOutOfRange => codes::NUMBER_OUT_OF_RANGE,
    };
    let pointer = Pointer::from_escaped(error.pointer.as_str());
    let origin = Origin {
        source,
        pointer,
        span: error.span,
    };
    let diagnostic = Diagnostic::error(code, error.message).at(origin);
    match error.hint {
        Some(hint) => diagnostic.help(hint),
        None => diagnostic,
    }
}
