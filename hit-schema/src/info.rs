//! What a schema says besides what it checks.

use serde_json::Value;

use crate::dialect::Draft;
use crate::source::Origin;

/// The annotations of one subschema and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeInfo {
    /// Where it stands. For a node that no text stands for alone (an
    /// alternative of a draft-3 `type`, say) the keyword it comes from.
    pub origin: Origin,
    /// The draft it is written in.
    pub draft: Draft,
    /// `title`
    pub title: Option<String>,
    /// `description`
    pub description: Option<String>,
    /// `$comment`
    pub comment: Option<String>,
    /// `default`
    pub default: Option<(Value, Origin)>,
    /// `examples`
    pub examples: Vec<Value>,
    /// `deprecated`
    pub deprecated: bool,
    /// `readOnly`
    pub read_only: bool,
    /// `writeOnly`
    pub write_only: bool,
    /// `format`, whether or not it is asserted.
    pub format: Option<String>,
    /// `contentEncoding`, whether or not it is asserted.
    pub content_encoding: Option<String>,
    /// `contentMediaType`, whether or not it is asserted.
    pub content_media_type: Option<String>,
    /// Its name below `$defs` or `definitions`.
    pub definition_name: Option<String>,
    /// All keywords that start with `x-`, in the order of the text.
    pub extensions: Vec<(String, Value, Origin)>,
    /// `discriminator` of OpenAPI.
    pub discriminator: Option<Discriminator>,
}

/// `discriminator` of OpenAPI 3: which member tells alternatives apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Discriminator {
    /// The member.
    pub property_name: String,
    /// Its values and the schemas they stand for, as absolute URIs.
    pub mapping: Vec<(String, String)>,
    /// Where it stands.
    pub origin: Origin,
}

impl NodeInfo {
    /// No annotations.
    pub fn new(origin: Origin, draft: Draft) -> Self {
        Self {
            origin,
            draft,
            title: None,
            description: None,
            comment: None,
            default: None,
            examples: Vec::new(),
            deprecated: false,
            read_only: false,
            write_only: false,
            format: None,
            content_encoding: None,
            content_media_type: None,
            definition_name: None,
            extensions: Vec::new(),
            discriminator: None,
        }
    }

    /// The value of an extension keyword.
    pub fn extension(&self, name: &str) -> Option<&Value> {
        self.extensions
            .iter()
            .find(|(found, _, _)| found == name)
            .map(|(_, value, _)| value)
    }
}
