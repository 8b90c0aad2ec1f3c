//! Structs.

use super::{checks, codec, default, literal};
use crate::model::{Extra, Model, Presence, Struct};

/// The lines of a struct's table.
pub(super) fn lines(model: &Model, body: &Struct) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, constant) in body.constants.iter().enumerate() {
        let (wire, value) = (
            literal::text(&constant.wire),
            literal::text(&constant.value),
        );
        lines.push(format!("const constant_{at}: {wire} = {value};"));
    }
    for name in &body.forbidden {
        lines.push(format!("deny {};", literal::text(name)));
    }
    for field in &body.fields {
        let (wire, codec) = (literal::text(&field.wire), codec::codec(model, &field.ty));
        let (presence, codec) = match field.presence {
            Presence::Required => ("required", codec),
            Presence::Optional => ("optional", codec),
            Presence::Maybe => ("maybe", format!("rt::maybe({codec})")),
        };
        lines.push(format!("{wire} => {}: {presence} {codec};", field.ident));
    }
    for (pattern, extra) in &body.matched {
        let codec = codec::codec(model, &extra.ty);
        lines.push(format!(
            "match {} => {}: {codec};",
            literal::text(&pattern.0),
            extra.ident
        ));
    }
    lines.extend(body.extra.iter().map(|extra| rest(model, extra)));
    lines.extend(checks::strings(&body.names).map(|checks| format!("names {};", typed(&checks))));
    let counts = checks::counts("properties", body.min, body.max);
    lines.extend(counts.map(|checks| format!("count {checks};")));
    lines.extend(
        body.dependent
            .iter()
            .filter_map(|(name, need)| needs(body, name, need)),
    );
    lines.extend(default::lines(model, body));
    lines
}

fn rest(model: &Model, extra: &Extra) -> String {
    let codec = codec::codec(model, &extra.ty);
    if extra.keep {
        format!("rest {}: {codec};", extra.ident)
    } else {
        format!("drop {codec};")
    }
}

/// A closure that is called where it stands needs the type of its parameter.
fn typed(closure: &str) -> String {
    closure.replacen("|s|", "|s: &str|", 1)
}

fn needs(body: &Struct, name: &str, need: &str) -> Option<String> {
    let ident = |wire: &str| {
        body.fields
            .iter()
            .find(|field| field.wire == wire)
            .map(|field| &field.ident)
    };
    Some(format!(
        "needs {} {} {};",
        ident(name)?,
        ident(need)?,
        literal::text(need)
    ))
}
