//! The data of a check program: plain, draft-free, flat.

use serde_json::{Number, Value};

/// Index of a [`Node`] in its [`Program`].
pub type NodeId = u32;

/// A schema as checks: what the engine runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    /// All subschemas; a [`NodeId`] is an index here.
    pub nodes: Vec<Node>,
    /// Schema resources, for dynamic references.
    pub resources: Vec<Resource>,
    /// Source documents; [`Node::source`] is an index here.
    pub sources: Vec<String>,
}

/// A schema resource (JSON Schema 2020-12 core, section 4.3.5): the scope of
/// `$dynamicAnchor`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resource {
    /// `$dynamicAnchor` names and their nodes. `$recursiveAnchor: true` of
    /// 2019-09 is the empty name.
    pub dynamic_anchors: Vec<(String, NodeId)>,
}

/// One subschema: the conjunction of its checks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Node {
    /// Index into [`Program::sources`]: the document it was written in.
    pub source: u32,
    /// JSON Pointer (escaped) of the subschema in that document.
    pub pointer: String,
    /// Index into [`Program::resources`].
    pub resource: u32,
    /// All must hold. Checks that read annotations (`Unevaluated…`) come last.
    pub checks: Vec<Check>,
}

/// One keyword of one subschema.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The keyword as the schema spells it (`minimum`, `extends`,
    /// `dependencies`), escaped as a pointer token; empty for a `false` schema.
    pub keyword: String,
    /// What it demands.
    pub kind: Kind,
}

/// A set of JSON types, with `integer` apart from `number`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeSet(pub u8);

impl TypeSet {
    /// `null`.
    pub const NULL: Self = Self(1);
    /// `true` and `false`.
    pub const BOOLEAN: Self = Self(2);
    /// Numbers without a fractional part, `1.0` included.
    pub const INTEGER: Self = Self(4);
    /// All numbers; always together with [`TypeSet::INTEGER`].
    pub const NUMBER: Self = Self(8 | 4);
    /// Strings.
    pub const STRING: Self = Self(16);
    /// Arrays.
    pub const ARRAY: Self = Self(32);
    /// Objects.
    pub const OBJECT: Self = Self(64);
    /// Drafts 3 and 4: `1.0` is not an integer. A modifier of
    /// [`TypeSet::INTEGER`] when [`TypeSet::NUMBER`] is not in the set.
    pub const LITERAL_INTEGER: Self = Self(128);
    /// Every type.
    pub const ANY: Self = Self(127);

    /// The union of two sets.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` is in this set.
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// A regular expression in ECMA-262 syntax, as the schema has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pattern(pub String);

/// A `format` that is asserted. Names as in the schema, except where the
/// meaning changed between drafts: `time:draft3` (without zone) and
/// `hostname:draft4` (drafts 4 and 6: `xn--` has no meaning). See
/// [`crate::format::lookup`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Format(pub String);

/// What a keyword demands. Checks about a type hold for values of other types.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Kind {
    /// `false`: nothing is accepted.
    Never,
    /// The value is of one of these types.
    Type(TypeSet),
    /// The value equals one of these (`const` has one).
    Enum(Vec<Value>),
    /// Numbers: `>=`.
    Minimum(Number),
    /// Numbers: `>`.
    ExclusiveMinimum(Number),
    /// Numbers: `<=`.
    Maximum(Number),
    /// Numbers: `<`.
    ExclusiveMaximum(Number),
    /// Numbers: a whole multiple of this positive number.
    MultipleOf(Number),
    /// Strings: at least so many code points.
    MinLength(u64),
    /// Strings: at most so many code points.
    MaxLength(u64),
    /// Strings: the expression matches somewhere.
    Pattern(Pattern),
    /// Strings (or numbers, in draft 3): of this format.
    Format(Format),
    /// Strings: decodes with this encoding (`base64`, …) where asserted.
    ContentEncoding(String),
    /// Strings: content of this media type, after the encoding, where asserted.
    ContentMediaType {
        /// Encoding to undo first.
        encoding: Option<String>,
        /// `application/json`, …
        media_type: String,
    },
    /// Arrays: at least so many items.
    MinItems(u64),
    /// Arrays: at most so many items.
    MaxItems(u64),
    /// Arrays: no two items are equal.
    UniqueItems,
    /// Arrays: item *i* against node *i*.
    PrefixItems(Vec<NodeId>),
    /// Arrays: every item from index `from` on.
    Items {
        /// First index it is about.
        from: usize,
        /// Schema of the items.
        node: NodeId,
    },
    /// Arrays: between `min` and `max` items match.
    Contains {
        /// Schema of the items counted.
        node: NodeId,
        /// At least.
        min: u64,
        /// At most.
        max: Option<u64>,
        /// Whether matched items count as evaluated (2020-12 on).
        evaluates: bool,
    },
    /// Arrays: items that no other check of the same value evaluated.
    UnevaluatedItems(NodeId),
    /// Objects: at least so many members.
    MinProperties(u64),
    /// Objects: at most so many members.
    MaxProperties(u64),
    /// Objects: all of these members are there.
    Required(Vec<String>),
    /// Objects: named members.
    Properties(Vec<(String, NodeId)>),
    /// Objects: members whose name matches.
    PatternProperties(Vec<(Pattern, NodeId)>),
    /// Objects: members that are neither in `names` nor match `patterns`
    /// (copies of the sibling `properties` and `patternProperties`).
    AdditionalProperties {
        /// Names that are not additional.
        names: Vec<String>,
        /// Patterns of names that are not additional.
        patterns: Vec<Pattern>,
        /// Schema of the additional members.
        node: NodeId,
    },
    /// Objects: every name, as a string.
    PropertyNames(NodeId),
    /// Objects: when the member is there, so are these.
    DependentRequired(Vec<(String, Vec<String>)>),
    /// Objects: when the member is there, the object matches.
    DependentSchemas(Vec<(String, NodeId)>),
    /// Objects: members that no other check of the same value evaluated.
    UnevaluatedProperties(NodeId),
    /// The same value matches another node.
    Ref(NodeId),
    /// The same value matches the outermost dynamic anchor of this name in the
    /// dynamic scope, else `fallback` (`$dynamicRef`, `$recursiveRef`).
    DynamicRef {
        /// Anchor name; empty for `$recursiveRef`.
        anchor: String,
        /// The static target.
        fallback: NodeId,
    },
    /// All match.
    AllOf(Vec<NodeId>),
    /// At least one matches.
    AnyOf(Vec<NodeId>),
    /// Exactly one matches.
    OneOf(Vec<NodeId>),
    /// It does not match.
    Not(NodeId),
    /// `then` where `test` matches, `otherwise` where it does not.
    If {
        /// The condition.
        test: NodeId,
        /// Where it matches.
        then: Option<NodeId>,
        /// Where it does not.
        otherwise: Option<NodeId>,
    },
}

impl Kind {
    /// The nodes that the check names, in order of writing.
    pub fn targets(&self) -> Vec<NodeId> {
        match self {
            Self::PrefixItems(nodes)
            | Self::AllOf(nodes)
            | Self::AnyOf(nodes)
            | Self::OneOf(nodes) => nodes.clone(),
            Self::Items { node, .. }
            | Self::Contains { node, .. }
            | Self::UnevaluatedItems(node)
            | Self::AdditionalProperties { node, .. }
            | Self::PropertyNames(node)
            | Self::UnevaluatedProperties(node)
            | Self::Ref(node)
            | Self::DynamicRef { fallback: node, .. }
            | Self::Not(node) => vec![*node],
            Self::Properties(named) | Self::DependentSchemas(named) => {
                named.iter().map(|(_, node)| *node).collect()
            }
            Self::PatternProperties(matched) => matched.iter().map(|(_, node)| *node).collect(),
            Self::If {
                test,
                then,
                otherwise,
            } => [Some(*test), *then, *otherwise]
                .into_iter()
                .flatten()
                .collect(),
            _ => Vec::new(),
        }
    }
}
