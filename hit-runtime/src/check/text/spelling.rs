//! The names of kinds and types in the text.

use crate::check::{Kind, TypeSet};

/// The name of a kind: its keyword in the newest draft.
pub(super) fn name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Never => "false",
        Kind::Type(_) => "type",
        Kind::Enum(_) => "enum",
        Kind::Minimum(_) => "minimum",
        Kind::ExclusiveMinimum(_) => "exclusiveMinimum",
        Kind::Maximum(_) => "maximum",
        Kind::ExclusiveMaximum(_) => "exclusiveMaximum",
        Kind::MultipleOf(_) => "multipleOf",
        Kind::MinLength(_) => "minLength",
        Kind::MaxLength(_) => "maxLength",
        Kind::Pattern(_) => "pattern",
        Kind::Format(_) => "format",
        Kind::ContentEncoding(_) => "contentEncoding",
        Kind::ContentMediaType { .. } => "contentMediaType",
        Kind::MinItems(_) => "minItems",
        Kind::MaxItems(_) => "maxItems",
        Kind::UniqueItems => "uniqueItems",
        Kind::PrefixItems(_) => "prefixItems",
        Kind::Items { .. } => "items",
        Kind::Contains { .. } => "contains",
        Kind::UnevaluatedItems(_) => "unevaluatedItems",
        Kind::MinProperties(_) => "minProperties",
        Kind::MaxProperties(_) => "maxProperties",
        Kind::Required(_) => "required",
        Kind::Properties(_) => "properties",
        Kind::PatternProperties(_) => "patternProperties",
        Kind::AdditionalProperties { .. } => "additionalProperties",
        Kind::PropertyNames(_) => "propertyNames",
        Kind::DependentRequired(_) => "dependentRequired",
        Kind::DependentSchemas(_) => "dependentSchemas",
        Kind::UnevaluatedProperties(_) => "unevaluatedProperties",
        Kind::Ref(_) => "$ref",
        Kind::DynamicRef { .. } => "$dynamicRef",
        Kind::AllOf(_) => "allOf",
        Kind::AnyOf(_) => "anyOf",
        Kind::OneOf(_) => "oneOf",
        Kind::Not(_) => "not",
        Kind::If { .. } => "if",
    }
}

/// The keyword a kind has where the text does not say.
pub(super) fn usual_keyword(name: &str) -> &str {
    if name == "false" { "" } else { name }
}

/// Types by name, in the order they are written; the bits are disjoint.
pub(super) const TYPES: [(&str, TypeSet); 8] = [
    ("null", TypeSet::NULL),
    ("boolean", TypeSet::BOOLEAN),
    ("integer", TypeSet::INTEGER),
    ("fraction", TypeSet(TypeSet::NUMBER.0 & !TypeSet::INTEGER.0)),
    ("string", TypeSet::STRING),
    ("array", TypeSet::ARRAY),
    ("object", TypeSet::OBJECT),
    ("literal", TypeSet::LITERAL_INTEGER),
];
