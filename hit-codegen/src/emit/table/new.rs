//! Constructors: required members as parameters, all others left out.

use crate::emit::ty;
use crate::model::{Item, Model, Presence, Struct, Ty};

/// More parameters than this read worse than a struct expression.
const MAX_PARAMETERS: usize = 7;
const WIDTH: usize = 96;

/// `new`, where it helps.
pub(super) fn constructor(model: &Model, item: &Item, body: &Struct) -> Option<String> {
    let required: Vec<_> = body
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required)
        .collect();
    let is_default = item.derives.iter().any(|derive| derive == "Default");
    if is_default || required.len() > MAX_PARAMETERS {
        return None;
    }
    let is_text = |place: &Ty| matches!(place, Ty::Text { .. });
    let parameters = required.iter().map(|field| {
        let ty = if is_text(&field.ty) {
            "impl Into<String>".to_owned()
        } else {
            ty::ty(model, &field.ty)
        };
        format!("{}: {ty}", field.ident)
    });
    let fields = body.fields.iter().map(|field| {
        let name = &field.ident;
        match field.presence {
            Presence::Required if is_text(&field.ty) => format!("{name}: {name}.into()"),
            Presence::Required => name.clone(),
            Presence::Optional => format!("{name}: None"),
            Presence::Maybe => format!("{name}: Maybe::Absent"),
        }
    });
    let extras = body
        .matched
        .iter()
        .map(|(_, extra)| extra)
        .chain(&body.extra);
    let extras = extras
        .filter(|extra| extra.keep)
        .map(|extra| format!("{}: Default::default()", extra.ident));
    let parameters = filled("        ", parameters);
    let fields = filled("            ", fields.chain(extras));
    Some(format!(
        "impl {} {{\n    /// With the required members; nothing else is set. `validate` checks the values.\n    \
         #[must_use]\n    pub fn new(\n{parameters}    ) -> Self {{\n        Self {{\n{fields}        }}\n    }}\n}}\n",
        item.name
    ))
}

/// Parts separated by commas, as many a line as fit.
fn filled(indent: &str, parts: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    let mut line = String::new();
    for part in parts {
        if !line.is_empty() && indent.len() + line.len() + part.len() + 2 > WIDTH {
            text.push_str(&format!("{indent}{}\n", line.trim_end()));
            line.clear();
        }
        line.push_str(&part);
        line.push_str(", ");
    }
    if !line.is_empty() {
        text.push_str(&format!("{indent}{}\n", line.trim_end()));
    }
    text
}
