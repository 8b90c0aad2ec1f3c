//! What is tried for each kind of check.

use hit_runtime::check::{Kind, TypeSet};
use serde_json::Value;

use super::spot::{Candidate, Spot};
use super::{contains, enums, items, lengths, members, numbers, patterns, texts, types};
use crate::make::build::Builder;
use crate::make::formats;

/// What is tried at a place.
pub fn of_check(spot: &Spot<'_>, builder: &mut Builder<'_>) -> Vec<Candidate> {
    match spot.kind {
        Kind::Type(set) => of_type(spot, *set),
        Kind::Enum(values) => enums::enums(spot, values),
        Kind::Minimum(limit) | Kind::ExclusiveMinimum(limit) => numbers::limit(spot, limit, false),
        Kind::Maximum(limit) | Kind::ExclusiveMaximum(limit) => numbers::limit(spot, limit, true),
        Kind::MultipleOf(step) => numbers::multiple(spot, step),
        Kind::MinLength(length) => lengths::least(spot, *length),
        Kind::MaxLength(length) => lengths::most(spot, *length),
        Kind::Pattern(pattern) => patterns::patterns(spot, &pattern.0, &mut builder.rng),
        Kind::Format(format) => of_format(spot, &format.0),
        Kind::MinItems(count) => items::around(spot, *count, "minItems", builder),
        Kind::MaxItems(count) => items::around(spot, *count, "maxItems", builder),
        Kind::UniqueItems => items::unique(spot),
        Kind::PrefixItems(_) | Kind::Items { .. } => items::shape(spot, builder),
        Kind::Contains { node, min, max, .. } => {
            let mut out = items::shape(spot, builder);
            out.extend(contains::contains(spot, *node, [Some(*min), *max], builder));
            out
        }
        Kind::UnevaluatedItems(_) => items::shape(spot, builder),
        _ => of_object(spot, builder),
    }
}

fn of_object(spot: &Spot<'_>, builder: &mut Builder<'_>) -> Vec<Candidate> {
    match spot.kind {
        Kind::Required(names) => members::required(spot, names),
        Kind::Properties(named) => {
            let names: Vec<String> = named.iter().map(|(name, _)| name.clone()).collect();
            let mut out = members::removed(spot);
            out.extend(members::added(spot, builder));
            // Where nothing forbids them, unknown members are members.
            out.extend(members::unknown(spot, &names, builder));
            out
        }
        Kind::AdditionalProperties { names, .. } => members::unknown(spot, names, builder),
        Kind::UnevaluatedProperties(_) => members::unknown(spot, &[], builder),
        Kind::PatternProperties(matched) => matched
            .iter()
            .flat_map(|(pattern, _)| members::by_pattern(spot, pattern, builder))
            .collect(),
        Kind::PropertyNames(_) => members::names(spot),
        Kind::MinProperties(count) => members::counts(spot, *count, "minProperties"),
        Kind::MaxProperties(count) => members::counts(spot, *count, "maxProperties"),
        Kind::DependentRequired(_) | Kind::DependentSchemas(_) => members::removed(spot),
        Kind::AnyOf(_) | Kind::OneOf(_) | Kind::Not(_) | Kind::If { .. } => {
            let mut out = types::types(spot);
            out.extend(members::removed(spot));
            out
        }
        _ => Vec::new(),
    }
}

fn of_type(spot: &Spot<'_>, set: TypeSet) -> Vec<Candidate> {
    let mut out = types::types(spot);
    let free = spot.want.enums.is_none();
    if free && set.contains(TypeSet::INTEGER) && spot.value.is_number() {
        out.extend(numbers::corners(spot));
    }
    if free && set.contains(TypeSet::STRING) && spot.value.is_string() {
        out.extend(texts::texts(spot));
    }
    out
}

fn of_format(spot: &Spot<'_>, format: &str) -> Vec<Candidate> {
    let corners = formats::corners(format);
    let mut out: Vec<Candidate> = corners
        .iter()
        .map(|text| spot.text(text, format!("format {format}: a corner")))
        .collect();
    if let Value::String(text) = spot.value {
        out.push(spot.text(
            &format!("{text}\n"),
            format!("format {format}: a line end after it"),
        ));
        out.push(spot.text(
            &format!(" {text}"),
            format!("format {format}: a space before it"),
        ));
    }
    out
}

/// Corners of a format that is an annotation: whoever asserts it refuses valid documents.
pub fn of_annotation(spot: &Spot<'_>, format: &str) -> Vec<Candidate> {
    of_format(spot, format)
}
