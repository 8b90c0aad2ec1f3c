//! Signatures of functions, written as text: `list(A).(A) -> int`.

use crate::rules::types::ty::{Opaque, Type};

/// The parameters and the result of one overload of a function.
#[derive(Clone, Debug, PartialEq)]
pub struct Signature {
    /// Whether the first parameter stands before the dot.
    pub method: bool,
    /// The parameters; type parameters are `Var(0)` to `Var(25)` for `A` to `Z`.
    pub params: Vec<Type>,
    /// The result.
    pub result: Type,
}

/// Reads a signature. `None` when it is not one.
///
/// ```
/// use hit_runtime::rules::types::{Type, signature};
/// let read = signature("string.(string, int) -> bool").unwrap();
/// assert!(read.method);
/// assert_eq!(read.params, [Type::String, Type::String, Type::Int]);
/// ```
pub fn signature(text: &str) -> Option<Signature> {
    let (params, result) = text.split_once(" -> ")?;
    let result = one(result)?;
    let (receiver, rest) = match params.strip_prefix('(') {
        Some(rest) => (None, rest),
        None => params
            .split_once(".(")
            .map(|(receiver, rest)| (Some(receiver), rest))?,
    };
    let mut params = Vec::new();
    if let Some(receiver) = receiver {
        params.push(one(receiver)?);
    }
    for param in split(rest.strip_suffix(')')?) {
        params.push(one(param)?);
    }
    Some(Signature {
        method: receiver.is_some(),
        params,
        result,
    })
}

fn one(text: &str) -> Option<Type> {
    let text = text.trim();
    if let Some((name, inner)) = text.split_once('(') {
        let mut inner = split(inner.strip_suffix(')')?).into_iter().map(one);
        let first = inner.next()??;
        return match name {
            "list" => Some(Type::list(first)),
            "optional" => Some(Type::optional(first)),
            "type" => Some(Type::of_type(first)),
            "map" => Some(Type::map(first, inner.next()??)),
            _ => None,
        };
    }
    Some(match text {
        "null" => Type::Null,
        "bool" => Type::Bool,
        "int" => Type::Int,
        "uint" => Type::UInt,
        "double" => Type::Double,
        "string" => Type::String,
        "bytes" => Type::Bytes,
        "timestamp" => Type::Timestamp,
        "duration" => Type::Duration,
        "dyn" => Type::Dyn,
        "url" => Type::Opaque(Opaque::Url),
        "ip" => Type::Opaque(Opaque::Ip),
        "cidr" => Type::Opaque(Opaque::Cidr),
        "quantity" => Type::Opaque(Opaque::Quantity),
        "format" => Type::Opaque(Opaque::Format),
        "semver" => Type::Opaque(Opaque::Semver),
        name => match name.as_bytes() {
            [letter @ b'A'..=b'Z'] => Type::Var(u32::from(letter - b'A')),
            _ => return None,
        },
    })
}

/// Splits at the commas that stand outside of parentheses.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !text.trim().is_empty() {
        parts.push(&text[start..]);
    }
    parts
}
