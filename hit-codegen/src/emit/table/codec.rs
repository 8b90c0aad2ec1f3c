//! How a place is read: a codec as an expression.

use super::checks;
use crate::emit::ty;
use crate::model::{Model, Ty};

/// The codec of a place.
pub(super) fn codec(model: &Model, place: &Ty) -> String {
    match place {
        Ty::Json => "rt::any()".to_owned(),
        Ty::Never => "rt::never()".to_owned(),
        Ty::Null => "rt::null()".to_owned(),
        Ty::Bool => "rt::boolean()".to_owned(),
        Ty::Int {
            repr,
            literal,
            checks,
        } => {
            let name = if *literal {
                "literal_integer"
            } else {
                "integer"
            };
            format!("rt::{name}({})", checks::numbers(checks, &ty::int(*repr)))
        }
        Ty::Double(checks) => format!("rt::double({})", checks::numbers(checks, "f64")),
        Ty::Number(checks) => format!("rt::number({})", checks::numbers(checks, "Number")),
        Ty::Text { checks, .. } => match checks::strings(std::slice::from_ref(checks)) {
            Some(checks) => format!("rt::text({checks})"),
            None => "rt::string()".to_owned(),
        },
        Ty::Seq {
            item,
            min,
            max,
            unique,
        } => {
            let item = codec(model, item);
            let seq = match checks::counts("items", *min, *max) {
                Some(checks) => format!("rt::seq({item}, {checks})"),
                None => format!("rt::list({item})"),
            };
            if *unique {
                format!("rt::unique_seq({seq})")
            } else {
                seq
            }
        }
        Ty::Map { .. } => map(model, place),
        Ty::Option(inner) => format!("rt::nullable({})", codec(model, inner)),
        Ty::Boxed(inner) => format!("rt::boxed({})", codec(model, inner)),
        Ty::Named(item) => format!("rt::of::<{}>()", model.items[*item].name),
        Ty::Checked { node, inner } => {
            format!("rt::checked(&CHECKS, {node}, {})", codec(model, inner))
        }
        Ty::Foreign {
            path,
            text: Some(text),
            ..
        } => {
            let checks = checks::strings(std::slice::from_ref(text));
            let checks = checks.unwrap_or_else(|| "|_| Ok(())".to_owned());
            format!("rt::foreign_text::<{path}, _>({checks})")
        }
        Ty::Foreign { path, node, .. } => format!("rt::foreign::<{path}>(&CHECKS, {node})"),
    }
}

fn map(model: &Model, place: &Ty) -> String {
    let Ty::Map {
        path,
        value,
        names,
        min,
        max,
    } = place
    else {
        return String::new();
    };
    let out = ty::map(path, &ty::ty(model, value));
    let value = codec(model, value);
    let names = checks::strings(names);
    let counts = checks::counts("properties", *min, *max);
    if names.is_none() && counts.is_none() {
        return format!("rt::dict::<{out}, _>({value})");
    }
    let free = || "|_| Ok(())".to_owned();
    let (names, counts) = (names.unwrap_or_else(free), counts.unwrap_or_else(free));
    format!("rt::map::<{out}, _, _, _>({value}, {names}, {counts})")
}
