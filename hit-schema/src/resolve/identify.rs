//! The identifiers a schema gives itself.

use hit_runtime::json::{Member, Node};

use crate::dialect::Dialect;
use crate::uri;

/// What identifies a schema, as written.
#[derive(Debug, Default)]
pub(super) struct Identity<'n> {
    /// The reference that makes it a resource, without fragment, and the
    /// member it comes from.
    pub(super) id: Option<(&'n str, &'n Member)>,
    /// Names within its resource.
    pub(super) anchors: Vec<(&'n str, &'n Member)>,
    /// The `$dynamicAnchor`.
    pub(super) dynamic: Option<(&'n str, &'n Member)>,
    /// `$recursiveAnchor: true`.
    pub(super) recursive: bool,
    /// An identifier with a fragment where the draft has none.
    pub(super) fragment: Option<&'n Member>,
}

/// Reads the identifiers of a schema. Up to draft 7 an identifier beside
/// `$ref` is none, unless a `$schema` says that a document starts here.
pub(super) fn identify<'n>(dialect: &Dialect, node: &'n Node) -> Identity<'n> {
    let mut identity = Identity::default();
    let legacy = dialect.draft.ref_overrides();
    if legacy && node.get("$ref").is_some() && node.get("$schema").is_none() {
        return identity;
    }
    if let Some((text, member)) = string(node, dialect.draft.id_keyword()) {
        let (before, fragment) = uri::split_fragment(text);
        match fragment {
            // Tools write the pointer of a schema as its identifier: that is no name, and leads where it leads anyway.
            Some(pointer) if legacy && (pointer.is_empty() || pointer.starts_with('/')) => {}
            Some(name) if legacy => identity.anchors.push((name, member)),
            Some(_) => identity.fragment = Some(member),
            None => {}
        }
        if !before.is_empty() {
            identity.id = Some((before, member));
        }
    }
    if dialect.keyword("$anchor").is_some() {
        identity.anchors.extend(string(node, "$anchor"));
    }
    if dialect.keyword("$dynamicAnchor").is_some() {
        identity.dynamic = string(node, "$dynamicAnchor");
        identity.anchors.extend(identity.dynamic);
    }
    if dialect.keyword("$recursiveAnchor").is_some() {
        let anchor = node.get("$recursiveAnchor");
        identity.recursive = anchor.and_then(Node::as_bool) == Some(true);
    }
    identity
}

fn string<'n>(node: &'n Node, keyword: &str) -> Option<(&'n str, &'n Member)> {
    let member = node.member(keyword)?;
    member.value.as_str().map(|text| (text, member))
}
