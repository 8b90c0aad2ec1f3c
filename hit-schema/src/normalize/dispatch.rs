//! One call a keyword.

use super::annotations;
use super::context::Cx;
use super::rules::{
    additional, arrays, conditional, contains, content, core, dependencies, format, logic, numbers,
    objects, references, strings, tuples, types, unevaluated, union,
};
use super::site::Site;
use crate::dialect::Meaning;

/// Reads a keyword by its meaning.
pub(super) fn dispatch(cx: &mut Cx<'_, '_>, meaning: Meaning, site: &Site<'_>) {
    match meaning {
        Meaning::Schema | Meaning::Id => core::identifier(cx, site),
        Meaning::Anchor | Meaning::DynamicAnchor => core::anchor(cx, site),
        Meaning::RecursiveAnchor => core::flag(cx, site),
        Meaning::Vocabulary => core::vocabulary(cx, site),
        Meaning::Definitions => core::definitions(cx, site),
        Meaning::Ref => references::plain(cx, site),
        Meaning::DynamicRef => references::dynamic(cx, site),
        Meaning::RecursiveRef => references::recursive(cx, site),

        Meaning::Type => types::types(cx, site),
        Meaning::Enum => types::any_of_values(cx, site),
        Meaning::Const => types::one_value(cx, site),
        Meaning::TypeUnion => union::union(cx, site),
        Meaning::Disallow => union::disallow(cx, site),

        Meaning::Minimum => numbers::minimum(cx, site),
        Meaning::Maximum => numbers::maximum(cx, site),
        Meaning::ExclusiveMinimum => numbers::exclusive_minimum(cx, site),
        Meaning::ExclusiveMaximum => numbers::exclusive_maximum(cx, site),
        Meaning::ExclusiveMinimumFlag => numbers::exclusive_flag(cx, site, "minimum"),
        Meaning::ExclusiveMaximumFlag => numbers::exclusive_flag(cx, site, "maximum"),
        Meaning::MultipleOf => numbers::multiple_of(cx, site),

        Meaning::MinLength => strings::min_length(cx, site),
        Meaning::MaxLength => strings::max_length(cx, site),
        Meaning::Pattern => strings::pattern(cx, site),
        Meaning::Format => format::format(cx, site),
        Meaning::ContentEncoding => content::encoding(cx, site),
        Meaning::ContentMediaType => content::media_type(cx, site),
        Meaning::ContentSchema => content::schema(cx, site),

        Meaning::MinItems => arrays::min_items(cx, site),
        Meaning::MaxItems => arrays::max_items(cx, site),
        Meaning::UniqueItems => arrays::unique_items(cx, site),
        Meaning::PrefixItems => tuples::prefix_items(cx, site),
        Meaning::Items => tuples::items(cx, site),
        Meaning::ItemsOrTuple => tuples::items_or_tuple(cx, site),
        Meaning::AdditionalItems => tuples::additional_items(cx, site),
        Meaning::Contains => contains::contains(cx, site),
        Meaning::MinContains | Meaning::MaxContains => contains::bound(cx, site),
        Meaning::UnevaluatedItems => unevaluated::items(cx, site),

        Meaning::MinProperties => objects::min_properties(cx, site),
        Meaning::MaxProperties => objects::max_properties(cx, site),
        Meaning::Required => objects::required(cx, site),
        Meaning::RequiredFlag => core::flag(cx, site),
        Meaning::Properties => objects::properties(cx, site),
        Meaning::PatternProperties => objects::pattern_properties(cx, site),
        Meaning::PropertyNames => objects::property_names(cx, site),
        Meaning::AdditionalProperties => additional::additional_properties(cx, site),
        Meaning::Dependencies => dependencies::dependencies(cx, site),
        Meaning::DependentRequired => dependencies::dependent_required(cx, site),
        Meaning::DependentSchemas => dependencies::dependent_schemas(cx, site),
        Meaning::UnevaluatedProperties => unevaluated::properties(cx, site),

        Meaning::AllOf => logic::all_of(cx, site),
        Meaning::AnyOf => logic::any_of(cx, site),
        Meaning::OneOf => logic::one_of(cx, site),
        Meaning::Not => logic::not(cx, site),
        Meaning::Extends => logic::extends(cx, site),
        Meaning::If => conditional::test(cx, site),
        Meaning::Then | Meaning::Else => conditional::branch(cx, site),

        Meaning::Comment | Meaning::Title | Meaning::Description => annotations::text(cx, site),
        Meaning::Deprecated | Meaning::ReadOnly | Meaning::WriteOnly => {
            annotations::flag(cx, site);
        }
        Meaning::Examples => annotations::array(cx, site),
        Meaning::Default => {}
    }
}
