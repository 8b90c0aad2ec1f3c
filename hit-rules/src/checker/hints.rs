//! Messages that teach, and warnings about comparisons that cannot hold.

use crate::ast::Literal;
use crate::checker::context::Checker;
use crate::functions::Declared;
use crate::typed::{Typed, TypedKind};
use crate::types::Type;
use hit_cel::listed;

/// The message that no overload fits.
pub fn no_overload(name: &str, method: bool, types: &[Type], all: &[Declared]) -> String {
    let texts: Vec<String> = types.iter().map(ToString::to_string).collect();
    let applied = match texts.split_first() {
        Some((receiver, rest)) if method => format!("{receiver}.({})", rest.join(", ")),
        _ => format!("({})", texts.join(", ")),
    };
    let mut message = format!("found no matching overload for '{name}' applied to '{applied}'");
    if let Some(hint) = hint(name, types) {
        message.push_str(&format!("; {hint}"));
    } else if !name.contains('_') && !name.starts_with('@') {
        let known: Vec<&str> = all
            .iter()
            .map(|declared| declared.overload.signature)
            .collect();
        message.push_str(&format!("; it takes {}", listed(known)));
    }
    message
}

fn hint(name: &str, types: &[Type]) -> Option<String> {
    let [first, second] = types else { return None };
    let number = |ty: &Type| matches!(ty, Type::Int | Type::UInt | Type::Double);
    if number(first) && number(second) {
        return Some(format!(
            "convert one side, as in {}(…)",
            if *first == Type::Int { second } else { first }
        ));
    }
    let equality = matches!(name, "_==_" | "_!=_");
    match (first, second) {
        (Type::Optional(_), _) | (_, Type::Optional(_)) => {
            Some("take the value of the optional with orValue(…) or value()".to_string())
        }
        (other, Type::Null) | (Type::Null, other) if equality => Some(format!(
            "a value of type {other} is never null; ask has(…) whether it is there"
        )),
        _ if equality => Some("values of unlike types are never equal".to_string()),
        _ => None,
    }
}

impl Checker<'_> {
    /// Warns about comparing an enumeration with a value that it does not have.
    pub fn hint(&mut self, name: &str, args: &[Typed]) {
        let [first, second] = args else { return };
        match name {
            "_==_" | "_!=_" => {
                self.hint_member(first, second);
                self.hint_member(second, first);
            }
            "@in" => {
                if let TypedKind::List(elements) = &second.kind {
                    for (element, _) in elements {
                        self.hint_member(first, element);
                    }
                }
            }
            _ => {}
        }
    }

    fn hint_member(&mut self, value: &Typed, literal: &Typed) {
        let Type::Enum(known) = self.resolve(&value.ty) else {
            return;
        };
        if let TypedKind::Constant(Literal::String(text)) = &literal.kind
            && !known.iter().any(|member| **member == **text)
        {
            let known = listed(known.iter().map(String::as_str));
            self.warn(
                format!("'{text}' is none of the known values ({known})"),
                literal.span,
                literal.at,
            );
        }
    }
}
