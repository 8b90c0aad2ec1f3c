//! One rule about a place, as Rust.

use hit_rules::rust::{NotLowered, lower};
use hit_rules::typed::Typed;

use crate::model::{ItemId, Model, RuleCode, Ty};
use crate::rules::naming::Places;
use crate::rules::placed::Placed;

/// The rule of a number, about values of a type.
pub fn rule(
    model: &Model,
    context: Option<ItemId>,
    (number, placed): (usize, &Placed<'_>),
    own: &Ty,
) -> RuleCode {
    let (transition, optional_old) = placed.transition();
    let lowered = |typed: &Typed| -> Result<_, NotLowered> {
        let naming = Places::new(model, placed.types, context, own, optional_old);
        lower(typed, &naming)
    };
    let (rule, when) = placed.parts();
    let (rule, when) = (rule.map(lowered), when.map(lowered).transpose());
    let body = match (rule, when) {
        (Some(Ok(rule)), Ok(None)) => Some((rule.nested, rule.tried)),
        (Some(Ok(rule)), Ok(Some(when))) => Some((
            rule.nested || when.nested,
            format!(
                "match {} {{ Ok(true) => {}, other => other.map(|_| true) }}",
                when.tried, rule.tried
            ),
        )),
        _ => None,
    };
    let body = body.map(|(nested, text)| match nested {
        true => format!(
            "let steps = hit_runtime::rules::Steps::new();\n        let outcome = (|| -> Tried<bool> {{ {text} }})();\n        steps.hold(outcome)"
        ),
        false => text,
    });
    RuleCode {
        number,
        id: placed.id(),
        text: placed.text().to_owned(),
        schema: placed.schema(),
        path: placed.path().to_vec(),
        warning: placed.warns(),
        outside: placed.outside(),
        transition,
        body,
    }
}
