//! Defaults as Rust literals.

use serde_json::Value;

use super::literal;
use crate::emit::ty;
use crate::model::{Field, ItemKind, Model, Presence, Struct, Ty};

/// The lines for members whose default has a literal.
pub(super) fn lines(model: &Model, body: &Struct) -> Vec<String> {
    let taken = |name: &str| body.fields.iter().any(|field| field.ident == name);
    let line = |field: &Field| {
        if field.presence == Presence::Required {
            return None;
        }
        let (ty, value) = typed(model, &field.ty, field.default.as_ref()?)?;
        let method = format!("{}_or_default", field.ident.trim_start_matches("r#"));
        (!taken(&method)).then(|| format!("default {} {method}: {ty} = {value};", field.ident))
    };
    body.fields.iter().filter_map(line).collect()
}

/// The type an accessor returns, and the literal.
fn typed(model: &Model, place: &Ty, value: &Value) -> Option<(String, String)> {
    match (place, value) {
        (Ty::Checked { inner, .. }, value) => typed(model, inner, value),
        (Ty::Bool, Value::Bool(value)) => Some(("bool".to_owned(), value.to_string())),
        (Ty::Text { .. }, Value::String(text)) => Some(("&str".to_owned(), literal::text(text))),
        (Ty::Double(_), Value::Number(number)) => {
            Some(("f64".to_owned(), format!("{:?}", number.as_f64()?)))
        }
        (Ty::Int { repr, .. }, Value::Number(number)) if number.is_i64() || number.is_u64() => {
            let ty = ty::int(*repr);
            (ty != "Integer").then(|| (ty, number.to_string()))
        }
        (Ty::Named(item), value) => {
            let ItemKind::Words(words) = &model.items[*item].kind else {
                return None;
            };
            let word = words.iter().find(|word| word.value == *value)?;
            let name = &model.items[*item].name;
            Some((name.clone(), format!("{name}::{}", word.ident)))
        }
        _ => None,
    }
}
