//! What there is to know about a keyword without looking at its value.

use super::draft::Drafts;
use super::vocabulary::Vocabulary;

/// A keyword as a range of drafts understands it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keyword {
    /// Its name.
    pub name: &'static str,
    /// The drafts that understand it this way.
    pub drafts: Drafts,
    /// The vocabulary it belongs to.
    pub vocabulary: Vocabulary,
    /// Where its value has subschemas.
    pub children: Children,
    /// What it means.
    pub meaning: Meaning,
}

/// Where the value of a keyword has subschemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Children {
    /// Nowhere.
    None,
    /// It is one.
    Schema,
    /// It is one, or a truth value even where schemas have none (up to draft 4).
    SchemaOrBool,
    /// Its items are.
    Array,
    /// It is one, or its items are.
    SchemaOrArray,
    /// Its members are.
    Map,
    /// Its members are, other than arrays and strings.
    Dependencies,
    /// Objects among its items are (`type` and `disallow` of draft 3).
    Types,
}

/// What a keyword means. Keywords that changed between drafts have one
/// meaning for each form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is named like its keyword")]
pub enum Meaning {
    Schema,
    Id,
    Anchor,
    DynamicAnchor,
    RecursiveAnchor,
    Ref,
    DynamicRef,
    RecursiveRef,
    Vocabulary,
    Comment,
    Definitions,
    Type,
    /// `type` of draft 3, which takes schemas.
    TypeUnion,
    Disallow,
    Extends,
    Enum,
    Const,
    Minimum,
    Maximum,
    ExclusiveMinimum,
    ExclusiveMaximum,
    /// `exclusiveMinimum: true` up to draft 4.
    ExclusiveMinimumFlag,
    /// `exclusiveMaximum: true` up to draft 4.
    ExclusiveMaximumFlag,
    /// `multipleOf`, and `divisibleBy` of draft 3.
    MultipleOf,
    MinLength,
    MaxLength,
    Pattern,
    Format,
    ContentEncoding,
    ContentMediaType,
    ContentSchema,
    MinItems,
    MaxItems,
    UniqueItems,
    PrefixItems,
    Items,
    /// `items` up to 2019-09, which takes arrays.
    ItemsOrTuple,
    AdditionalItems,
    Contains,
    MinContains,
    MaxContains,
    UnevaluatedItems,
    MinProperties,
    MaxProperties,
    Required,
    /// `required: true` of draft 3.
    RequiredFlag,
    Properties,
    PatternProperties,
    AdditionalProperties,
    PropertyNames,
    Dependencies,
    DependentRequired,
    DependentSchemas,
    UnevaluatedProperties,
    AllOf,
    AnyOf,
    OneOf,
    Not,
    If,
    Then,
    Else,
    Title,
    Description,
    Default,
    Examples,
    Deprecated,
    ReadOnly,
    WriteOnly,
}
