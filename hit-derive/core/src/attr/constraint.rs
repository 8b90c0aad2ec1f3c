//! Constraints of a member: what `#[schemars(…)]`, `#[validate(…)]` and
//! `#[garde(…)]` say that schemars 1.x writes into the schema.

use proc_macro2::{Span, TokenStream};
use syn::{Attribute, LitStr};

use crate::attr::item::{Item, Value, items};
use crate::errors::Errors;

/// A constraint, and where it is said.
pub struct Constraint {
    /// Which.
    pub kind: Kind,
    /// Its name.
    pub span: Span,
}

/// The constraints.
pub enum Kind {
    /// `length(min, max, equal)`
    Length(Bounds),
    /// `range(min, max, exclusive_min, exclusive_max)`
    Range(Bounds),
    /// `regex(pattern = …)`, `pattern(…)`: an ECMA-262 expression that matches somewhere.
    Pattern(TokenStream),
    /// `contains(pattern = …)`, `contains(…)`
    Contains(TokenStream),
    /// `email`, `url`, `ip`, `ipv4`, `ipv6`: the name of a format.
    Format(&'static str),
    /// `required`
    Required,
    /// `inner(…)`: constraints of the elements.
    Inner(Vec<Constraint>),
}

/// Limits, as Rust expressions.
#[derive(Default)]
pub struct Bounds {
    /// The least, included.
    pub min: Option<TokenStream>,
    /// The greatest, included.
    pub max: Option<TokenStream>,
    /// The least, excluded.
    pub exclusive_min: Option<TokenStream>,
    /// The greatest, excluded.
    pub exclusive_max: Option<TokenStream>,
}

/// Whose attribute it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialect {
    Schemars,
    Validate,
    Garde,
}

/// The constraints of a field.
pub fn constraints(attrs: &[Attribute], errors: &mut Errors) -> Vec<Constraint> {
    let mut found = Vec::new();
    for attr in attrs {
        let dialect = match attr.path().get_ident().map(ToString::to_string).as_deref() {
            Some("schemars") => Dialect::Schemars,
            Some("validate") => Dialect::Validate,
            Some("garde") => Dialect::Garde,
            _ => continue,
        };
        if let Ok(list) = attr.meta.require_list() {
            add(&mut found, list.tokens.clone(), dialect, errors);
        }
    }
    found
}

fn add(found: &mut Vec<Constraint>, tokens: TokenStream, dialect: Dialect, errors: &mut Errors) {
    for item in items(tokens, errors) {
        let Some(kind) = kind(&item, dialect, errors) else {
            continue;
        };
        let slot = slot(&kind);
        let span = item.name.span();
        match found
            .iter()
            .map(|known| self::slot(&known.kind))
            .find(|known| *known == slot)
        {
            Some(slot) if slot != "inner" => errors.at(
                span,
                format!("the {slot} of the member is said twice: keep one of the attributes"),
            ),
            _ => found.push(Constraint { kind, span }),
        }
    }
}

/// What a member can have one of.
fn slot(kind: &Kind) -> &'static str {
    match kind {
        Kind::Length(_) => "length",
        Kind::Range(_) => "range",
        Kind::Pattern(_) | Kind::Contains(_) => "pattern",
        Kind::Format(_) => "format",
        Kind::Required => "presence",
        Kind::Inner(_) => "inner",
    }
}

fn kind(item: &Item, dialect: Dialect, errors: &mut Errors) -> Option<Kind> {
    Some(match (item.name.to_string().as_str(), dialect) {
        ("length", _) => Kind::Length(bounds(item, dialect, errors)?),
        ("range", _) => Kind::Range(bounds(item, dialect, errors)?),
        ("regex", Dialect::Schemars) => Kind::Pattern(named(item, "pattern", errors)?),
        ("regex", Dialect::Validate) => Kind::Pattern(named(item, "path", errors)?),
        ("pattern", Dialect::Schemars | Dialect::Garde) => Kind::Pattern(single(item)?),
        ("contains", Dialect::Validate) => Kind::Contains(named(item, "pattern", errors)?),
        ("contains", Dialect::Garde) => Kind::Contains(single(item)?),
        ("contains", Dialect::Schemars) => Kind::Contains(contains(item, errors)?),
        ("email", _) => Kind::Format("email"),
        ("url", _) => Kind::Format("uri"),
        ("ip", _) => Kind::Format("ip"),
        ("ipv4", _) => Kind::Format("ipv4"),
        ("ipv6", _) => Kind::Format("ipv6"),
        ("required", _) => Kind::Required,
        ("inner", Dialect::Schemars | Dialect::Garde) => {
            let mut inner = Vec::new();
            add(&mut inner, item.list()?.stream(), dialect, errors);
            Kind::Inner(inner)
        }
        _ => return None,
    })
}

fn bounds(item: &Item, dialect: Dialect, errors: &mut Errors) -> Option<Bounds> {
    let name = &item.name;
    let Some(group) = item.list() else {
        errors.at(
            item.place(),
            format!("`{name}` takes limits: `{name}(min = 1, max = 10)`"),
        );
        return None;
    };
    let mut bounds = Bounds::default();
    let is_range = item.is("range");
    for limit in items(group.stream(), errors) {
        let slots: &mut [&mut Option<TokenStream>] = match limit.name.to_string().as_str() {
            "min" => &mut [&mut bounds.min],
            "max" => &mut [&mut bounds.max],
            "equal" => &mut [&mut bounds.min, &mut bounds.max],
            "exclusive_min" if is_range => &mut [&mut bounds.exclusive_min],
            "exclusive_max" if is_range => &mut [&mut bounds.exclusive_max],
            other => {
                // The other derives have more items here: `message`, `code`, `chars`.
                if dialect == Dialect::Schemars {
                    let message = format!("unknown limit `{other}` (known: min, max, equal)");
                    errors.at(limit.name.span(), message);
                }
                continue;
            }
        };
        let Some(value) = limit_value(&limit, errors) else {
            continue;
        };
        for slot in slots {
            if slot.is_some() {
                let message = format!("`{}` says a limit that is said already", limit.name);
                errors.at(limit.name.span(), message);
            }
            **slot = Some(value.clone());
        }
    }
    Some(bounds)
}

/// A limit: an expression, or a text with one in it.
fn limit_value(limit: &Item, errors: &mut Errors) -> Option<TokenStream> {
    let Value::Equals(tokens) = &limit.value else {
        let name = &limit.name;
        errors.at(
            limit.place(),
            format!("`{name}` takes a number: `{name} = 1`"),
        );
        return None;
    };
    match syn::parse2::<LitStr>(tokens.clone()) {
        Ok(text) => text.parse().map_err(|error| errors.push(error)).ok(),
        Err(_) => Some(tokens.clone()),
    }
}

/// `name(key = value)`
fn named(item: &Item, key: &str, errors: &mut Errors) -> Option<TokenStream> {
    let found = item.list().and_then(|group| {
        let inner = items(group.stream(), errors);
        inner.into_iter().find(|inner| inner.is(key))
    });
    match found.map(|found| found.value) {
        Some(Value::Equals(tokens)) if !tokens.is_empty() => Some(tokens),
        _ => {
            let name = &item.name;
            errors.at(item.place(), format!("`{name}` takes `{name}({key} = …)`"));
            None
        }
    }
}

/// `name(value)`
fn single(item: &Item) -> Option<TokenStream> {
    item.list()
        .map(proc_macro2::Group::stream)
        .filter(|tokens| !tokens.is_empty())
}

/// `contains(pattern = value)`, `contains(value)`
fn contains(item: &Item, errors: &mut Errors) -> Option<TokenStream> {
    let tokens = single(item)?;
    let second = tokens.clone().into_iter().nth(1);
    let is_named =
        matches!(second, Some(proc_macro2::TokenTree::Punct(punct)) if punct.as_char() == '=');
    if is_named {
        named(item, "pattern", errors)
    } else {
        Some(tokens)
    }
}
