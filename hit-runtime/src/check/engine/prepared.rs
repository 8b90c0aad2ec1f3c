//! A program in the form that runs: patterns compiled, formats found.

use std::sync::Arc;

use serde_json::{Number, Value};

use crate::check::{NodeId, Resource, TypeSet};
use crate::content::{Decoder, MediaCheck};
use crate::regex::CompiledPattern;

use super::names::Names;

/// A program ready to run.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    pub(super) nodes: Vec<PreparedNode>,
    pub(super) resources: Vec<Resource>,
    pub(super) sources: Vec<String>,
    /// Whether any dynamic reference needs the dynamic scope.
    pub(super) dynamic: bool,
}

/// One subschema.
#[derive(Debug, Default)]
pub(super) struct PreparedNode {
    pub(super) source: u32,
    pub(super) pointer: String,
    pub(super) resource: u32,
    pub(super) rules: Vec<Rule>,
    /// May come back to itself at the same value.
    pub(super) guarded: bool,
    /// Has a rule that reads what the others evaluated.
    pub(super) collects: bool,
    /// Reached from more than one place, with subschemas: worth remembering.
    pub(super) shared: bool,
}

/// One keyword.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) keyword: String,
    pub(super) test: Test,
}

/// A compiled pattern, shared between the rules that use the same one.
pub(super) type SharedPattern = Arc<CompiledPattern>;

/// Which side of a bound, and whether the bound itself is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Minimum,
    ExclusiveMinimum,
    Maximum,
    ExclusiveMaximum,
}

/// What a keyword demands: [`crate::check::Kind`], prepared.
#[derive(Debug)]
pub(super) enum Test {
    Never,
    Type(TypeSet),
    Enum(Vec<Value>),
    Bound(Bound, Number),
    MultipleOf(Number),
    MinLength(u64),
    MaxLength(u64),
    Pattern(SharedPattern),
    Format {
        name: String,
        holds: fn(&str) -> bool,
    },
    ContentEncoding {
        name: String,
        decode: Decoder,
    },
    ContentMediaType {
        decode: Option<Decoder>,
        name: String,
        holds: MediaCheck,
    },
    MinItems(u64),
    MaxItems(u64),
    UniqueItems,
    PrefixItems(Vec<NodeId>),
    Items {
        from: usize,
        node: NodeId,
    },
    Contains {
        node: NodeId,
        min: u64,
        max: Option<u64>,
        evaluates: bool,
    },
    UnevaluatedItems(NodeId),
    MinProperties(u64),
    MaxProperties(u64),
    Required(Vec<String>),
    Properties {
        names: Names<NodeId>,
        /// Members that are constants: asked first, since they tell
        /// alternatives apart.
        tags: Vec<(String, NodeId)>,
    },
    PatternProperties(Vec<(SharedPattern, NodeId)>),
    AdditionalProperties {
        names: Names<()>,
        patterns: Vec<SharedPattern>,
        node: NodeId,
    },
    PropertyNames(NodeId),
    DependentRequired(Vec<(String, Vec<String>)>),
    DependentSchemas(Vec<(String, NodeId)>),
    UnevaluatedProperties(NodeId),
    Ref(NodeId),
    DynamicRef {
        anchor: String,
        fallback: NodeId,
    },
    AllOf(Vec<NodeId>),
    AnyOf(Vec<NodeId>),
    OneOf(Vec<NodeId>),
    Not(NodeId),
    If {
        test: NodeId,
        then: Option<NodeId>,
        otherwise: Option<NodeId>,
    },
}

impl Test {
    /// The order in which rules are asked: cheap ones first, so that a value
    /// that does not fit is refused early; `unevaluated…` after all others.
    pub(super) fn cost(&self) -> u8 {
        match self {
            Self::Never | Self::Type(_) => 0,
            Self::Enum(_)
            | Self::Bound(..)
            | Self::MinLength(_)
            | Self::MaxLength(_)
            | Self::MinItems(_)
            | Self::MaxItems(_)
            | Self::MinProperties(_)
            | Self::MaxProperties(_)
            | Self::Required(_)
            | Self::DependentRequired(_) => 1,
            Self::MultipleOf(_)
            | Self::Pattern(_)
            | Self::Format { .. }
            | Self::ContentEncoding { .. }
            | Self::ContentMediaType { .. } => 2,
            Self::Properties { .. } => 3,
            Self::PrefixItems(_)
            | Self::Items { .. }
            | Self::PatternProperties(_)
            | Self::AdditionalProperties { .. }
            | Self::PropertyNames(_)
            | Self::UniqueItems => 4,
            Self::UnevaluatedItems(_) | Self::UnevaluatedProperties(_) => 6,
            _ => 5,
        }
    }
}

impl Prepared {
    pub(super) fn node(&self, id: NodeId) -> Option<&PreparedNode> {
        self.nodes.get(usize::try_from(id).ok()?)
    }

    /// `document#pointer` of a node.
    pub(super) fn location(&self, node: &PreparedNode) -> String {
        let source = usize::try_from(node.source)
            .ok()
            .and_then(|source| self.sources.get(source));
        format!("{}#{}", source.map_or("", String::as_str), node.pointer)
    }

    /// Whether a node accepts nothing.
    pub(super) fn is_never(&self, id: NodeId) -> bool {
        self.node(id).is_some_and(|node| {
            matches!(
                node.rules.as_slice(),
                [Rule {
                    test: Test::Never,
                    ..
                }]
            )
        })
    }
}
