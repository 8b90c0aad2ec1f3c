//! What cannot be seen in one attribute alone.

use crate::ast::{Container, Data, Field, Shape, Style};
use crate::attr::{Check, Constraint, Kind};
use crate::errors::{Errors, missing};

/// Cross-cutting checks.
pub fn check(container: &Container, errors: &mut Errors) {
    ids(container, errors);
    foreign(container, errors);
    lists(container, errors);
    let shapes: Vec<&Shape> = match &container.data {
        Data::Struct(shape) => vec![shape],
        Data::Enum(variants) => variants.iter().map(|it| &it.shape).collect(),
    };
    for field in shapes.iter().flat_map(|shape| &shape.fields) {
        places(field, errors);
        features(&field.constraints, errors);
        limits(&field.constraints, errors);
    }
}

/// The id is what tells violations apart.
fn ids(container: &Container, errors: &mut Errors) {
    let mut known: Vec<String> = Vec::new();
    for rule in &container.entries {
        let id = rule.id.value();
        if known.contains(&id) {
            errors.on(
                &rule.id,
                format!("the id `{id}` is used twice: a violation must tell which rule it is of"),
            );
        }
        known.push(id);
    }
}

/// JSON of another type has its members, which are not these.
fn foreign(container: &Container, errors: &mut Errors) {
    if let Some((name, span)) = &container.names.foreign {
        errors.at(
            *span,
            format!("with `{name}`, JSON is that of another type: derive `Validate` there"),
        );
    }
}

/// A tuple is a list of unlike elements, of which rules cannot speak.
fn lists(container: &Container, errors: &mut Errors) {
    let is_list = matches!(&container.data, Data::Struct(shape) if shape.style == Style::Tuple);
    for rule in container.entries.iter().filter(|_| is_list) {
        if matches!(rule.check, Check::Cel(_)) {
            errors.on(
                &rule.id,
                "a tuple struct has no members to name: use named fields, or `check = |value, ctx| …`",
            );
        }
    }
}

/// Where JSON does not have a member, nothing can be checked in it.
fn places(field: &Field, errors: &mut Errors) {
    for constraint in &field.constraints {
        if field.hidden {
            errors.at(
                constraint.span,
                "serde skips this field: a document has nothing to check here",
            );
        } else if field.flatten {
            errors.at(
                constraint.span,
                "the members of a flattened field stand in the struct itself: constrain them there",
            );
        }
    }
}

/// What is not built in cannot be checked.
fn features(constraints: &[Constraint], errors: &mut Errors) {
    for constraint in constraints {
        match &constraint.kind {
            Kind::Format(_) if !cfg!(feature = "formats") => {
                errors.at(constraint.span, missing("formats"));
            }
            Kind::Pattern(_) if !cfg!(feature = "patterns") => {
                errors.at(constraint.span, missing("patterns"));
            }
            Kind::Inner(inner) => features(inner, errors),
            _ => {}
        }
    }
}

/// Limits that nothing can satisfy, where both are plain numbers.
fn limits(constraints: &[Constraint], errors: &mut Errors) {
    for constraint in constraints {
        match &constraint.kind {
            Kind::Length(bounds) | Kind::Range(bounds) => {
                let number = |tokens: &Option<proc_macro2::TokenStream>| {
                    let text = tokens.as_ref()?.to_string().replace([' ', '_'], "");
                    text.parse::<f64>().ok()
                };
                if let (Some(min), Some(max)) = (number(&bounds.min), number(&bounds.max))
                    && min > max
                {
                    errors.at(
                        constraint.span,
                        format!("nothing is at least {min} and at most {max}"),
                    );
                }
            }
            Kind::Inner(inner) => limits(inner, errors),
            _ => {}
        }
    }
}
