//! One rule about a place, as Rust.

use hit_rules::rust::{NotLowered, lower};
use hit_rules::typed::Typed;
use hit_runtime::Severity;
use hit_runtime::rules::document::PlacedRule;
use hit_runtime::rules::types::TypeTable;

use crate::model::{ItemId, Model, RuleCode, Ty};
use crate::rules::naming::Places;

/// The rule of a number, about values of a type.
pub fn rule(
    model: &Model,
    types: &TypeTable,
    context: Option<ItemId>,
    (number, placed): (usize, &PlacedRule),
    own: &Ty,
) -> RuleCode {
    let entry = &placed.entry;
    let lowered = |typed: &Typed| -> Result<_, NotLowered> {
        let naming = Places::new(model, types, context, own, entry.optional_old_self);
        lower(typed, &naming)
    };
    let rule = entry.rule.as_ref().map(lowered);
    let when = entry.when.as_ref().map(lowered).transpose();
    let body = match (rule, when) {
        (Some(Ok(rule)), Ok(None)) => Some(rule.tried),
        (Some(Ok(rule)), Ok(Some(when))) => Some(format!(
            "match {} {{ Ok(true) => {}, other => other.map(|_| true) }}",
            when.tried, rule.tried
        )),
        _ => None,
    };
    RuleCode {
        number,
        id: entry.id.clone(),
        text: entry.text.clone(),
        schema: placed.schema.clone(),
        path: entry.path.clone(),
        warning: entry.severity == Severity::Warning,
        outside: entry.outside,
        transition: entry.transition,
        body,
    }
}
