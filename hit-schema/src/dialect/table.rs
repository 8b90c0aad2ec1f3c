//! All keywords of all drafts.

use super::draft::Draft::{self, Draft3, Draft4, Draft6, Draft7, Draft201909, Draft202012, V1};
use super::draft::Drafts;
use super::keyword::{Children, Keyword, Meaning};
use super::vocabulary::Vocabulary::{
    self, Applicator, Content, Core, Format, MetaData, Unevaluated, Validation,
};

const fn row(
    name: &'static str,
    from: Draft,
    to: Draft,
    vocabulary: Vocabulary,
    children: Children,
    meaning: Meaning,
) -> Keyword {
    Keyword {
        name,
        drafts: Drafts::range(from, to),
        vocabulary,
        children,
        meaning,
    }
}

/// A keyword whose value holds no subschema.
const fn leaf(
    name: &'static str,
    from: Draft,
    to: Draft,
    vocabulary: Vocabulary,
    meaning: Meaning,
) -> Keyword {
    row(name, from, to, vocabulary, Children::None, meaning)
}

/// The table. A name has at most one row a draft.
#[rustfmt::skip]
pub(super) const TABLE: &[Keyword] = &[
    leaf("$schema", Draft3, V1, Core, Meaning::Schema),
    leaf("id", Draft3, Draft4, Core, Meaning::Id),
    leaf("$id", Draft6, V1, Core, Meaning::Id),
    leaf("$anchor", Draft201909, V1, Core, Meaning::Anchor),
    leaf("$dynamicAnchor", Draft202012, V1, Core, Meaning::DynamicAnchor),
    leaf("$recursiveAnchor", Draft201909, Draft201909, Core, Meaning::RecursiveAnchor),
    leaf("$ref", Draft3, V1, Core, Meaning::Ref),
    leaf("$dynamicRef", Draft202012, V1, Core, Meaning::DynamicRef),
    leaf("$recursiveRef", Draft201909, Draft201909, Core, Meaning::RecursiveRef),
    leaf("$vocabulary", Draft201909, Draft202012, Core, Meaning::Vocabulary),
    leaf("$comment", Draft7, V1, Core, Meaning::Comment),
    row("$defs", Draft201909, V1, Core, Children::Map, Meaning::Definitions),
    row("definitions", Draft3, V1, Core, Children::Map, Meaning::Definitions),

    row("type", Draft3, Draft3, Validation, Children::Types, Meaning::TypeUnion),
    leaf("type", Draft4, V1, Validation, Meaning::Type),
    row("disallow", Draft3, Draft3, Validation, Children::Types, Meaning::Disallow),
    row("extends", Draft3, Draft3, Applicator, Children::SchemaOrArray, Meaning::Extends),
    leaf("enum", Draft3, V1, Validation, Meaning::Enum),
    leaf("const", Draft6, V1, Validation, Meaning::Const),

    leaf("minimum", Draft3, V1, Validation, Meaning::Minimum),
    leaf("maximum", Draft3, V1, Validation, Meaning::Maximum),
    leaf("exclusiveMinimum", Draft3, Draft4, Validation, Meaning::ExclusiveMinimumFlag),
    leaf("exclusiveMaximum", Draft3, Draft4, Validation, Meaning::ExclusiveMaximumFlag),
    leaf("exclusiveMinimum", Draft6, V1, Validation, Meaning::ExclusiveMinimum),
    leaf("exclusiveMaximum", Draft6, V1, Validation, Meaning::ExclusiveMaximum),
    leaf("divisibleBy", Draft3, Draft3, Validation, Meaning::MultipleOf),
    leaf("multipleOf", Draft4, V1, Validation, Meaning::MultipleOf),

    leaf("minLength", Draft3, V1, Validation, Meaning::MinLength),
    leaf("maxLength", Draft3, V1, Validation, Meaning::MaxLength),
    leaf("pattern", Draft3, V1, Validation, Meaning::Pattern),
    leaf("format", Draft3, V1, Format, Meaning::Format),
    leaf("contentEncoding", Draft7, V1, Content, Meaning::ContentEncoding),
    leaf("contentMediaType", Draft7, V1, Content, Meaning::ContentMediaType),
    row("contentSchema", Draft201909, V1, Content, Children::Schema, Meaning::ContentSchema),

    leaf("minItems", Draft3, V1, Validation, Meaning::MinItems),
    leaf("maxItems", Draft3, V1, Validation, Meaning::MaxItems),
    leaf("uniqueItems", Draft3, V1, Validation, Meaning::UniqueItems),
    row("prefixItems", Draft202012, V1, Applicator, Children::Array, Meaning::PrefixItems),
    row("items", Draft3, Draft201909, Applicator, Children::SchemaOrArray, Meaning::ItemsOrTuple),
    row("items", Draft202012, V1, Applicator, Children::Schema, Meaning::Items),
    row("additionalItems", Draft3, Draft4, Applicator, Children::SchemaOrBool, Meaning::AdditionalItems),
    row("additionalItems", Draft6, Draft201909, Applicator, Children::Schema, Meaning::AdditionalItems),
    row("contains", Draft6, V1, Applicator, Children::Schema, Meaning::Contains),
    leaf("minContains", Draft201909, V1, Validation, Meaning::MinContains),
    leaf("maxContains", Draft201909, V1, Validation, Meaning::MaxContains),
    row("unevaluatedItems", Draft201909, V1, Unevaluated, Children::Schema, Meaning::UnevaluatedItems),

    leaf("minProperties", Draft4, V1, Validation, Meaning::MinProperties),
    leaf("maxProperties", Draft4, V1, Validation, Meaning::MaxProperties),
    leaf("required", Draft3, Draft3, Validation, Meaning::RequiredFlag),
    leaf("required", Draft4, V1, Validation, Meaning::Required),
    row("properties", Draft3, V1, Applicator, Children::Map, Meaning::Properties),
    row("patternProperties", Draft3, V1, Applicator, Children::Map, Meaning::PatternProperties),
    row("additionalProperties", Draft3, Draft4, Applicator, Children::SchemaOrBool, Meaning::AdditionalProperties),
    row("additionalProperties", Draft6, V1, Applicator, Children::Schema, Meaning::AdditionalProperties),
    row("propertyNames", Draft6, V1, Applicator, Children::Schema, Meaning::PropertyNames),
    // From 2019-09 on a keyword of the past that implementations may go on to honor.
    row("dependencies", Draft3, V1, Applicator, Children::Dependencies, Meaning::Dependencies),
    leaf("dependentRequired", Draft201909, V1, Validation, Meaning::DependentRequired),
    row("dependentSchemas", Draft201909, V1, Applicator, Children::Map, Meaning::DependentSchemas),
    row("unevaluatedProperties", Draft201909, V1, Unevaluated, Children::Schema, Meaning::UnevaluatedProperties),

    row("allOf", Draft4, V1, Applicator, Children::Array, Meaning::AllOf),
    row("anyOf", Draft4, V1, Applicator, Children::Array, Meaning::AnyOf),
    row("oneOf", Draft4, V1, Applicator, Children::Array, Meaning::OneOf),
    row("not", Draft4, V1, Applicator, Children::Schema, Meaning::Not),
    row("if", Draft7, V1, Applicator, Children::Schema, Meaning::If),
    row("then", Draft7, V1, Applicator, Children::Schema, Meaning::Then),
    row("else", Draft7, V1, Applicator, Children::Schema, Meaning::Else),

    leaf("title", Draft3, V1, MetaData, Meaning::Title),
    leaf("description", Draft3, V1, MetaData, Meaning::Description),
    leaf("default", Draft3, V1, MetaData, Meaning::Default),
    leaf("examples", Draft6, V1, MetaData, Meaning::Examples),
    leaf("deprecated", Draft201909, V1, MetaData, Meaning::Deprecated),
    leaf("readOnly", Draft7, V1, MetaData, Meaning::ReadOnly),
    leaf("writeOnly", Draft7, V1, MetaData, Meaning::WriteOnly),
];
