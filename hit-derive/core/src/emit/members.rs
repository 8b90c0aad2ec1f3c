//! The members that rules know of `self`.

use syn::{GenericArgument, PathArguments, Type};

use crate::ast::{Container, Data, Style};
use crate::lower::Members;

/// The members that rules know of `self`.
pub fn members(container: &Container) -> Members<'_> {
    match &container.data {
        Data::Struct(shape) if shape.style == Style::Named && !container.names.transparent => {
            let own = shape.visible().filter(|field| !field.flatten);
            let own = own.map(|field| (field.json.as_str(), &field.member, is_map(&field.ty)));
            let mut flat = shape
                .visible()
                .filter(|field| field.flatten && !is_map(&field.ty));
            Members {
                own: own.collect(),
                more: flat.next().is_some(),
                direct: true,
            }
        }
        Data::Struct(shape) => Members {
            own: Vec::new(),
            more: shape.style != Style::Unit,
            direct: false,
        },
        Data::Enum(_) => Members {
            own: Vec::new(),
            more: true,
            direct: false,
        },
    }
}

/// Whether a type is a map by its name, perhaps optional or behind a pointer.
pub fn is_map(ty: &Type) -> bool {
    let Some((name, inner)) = named(ty) else {
        return false;
    };
    match name.as_str() {
        "HashMap" | "BTreeMap" | "IndexMap" | "Map" => true,
        "Option" | "Box" | "Rc" | "Arc" => inner.first().is_some_and(|inner| is_map(inner)),
        _ => false,
    }
}

/// The last name of a path, and the types between its angle brackets.
pub fn named(ty: &Type) -> Option<(String, Vec<&Type>)> {
    let Type::Path(path) = ty else {
        return None;
    };
    let last = path.path.segments.last()?;
    let inner = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments
            .args
            .iter()
            .filter_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    Some((last.ident.to_string(), inner))
}
