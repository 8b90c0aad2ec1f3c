//! `#[rule(…)]`.

use proc_macro2::{Group, Span, TokenStream};
use syn::{Attribute, LitStr};

use crate::attr::item::{Item, Value, items};
use crate::attr::rules::unknown;
use crate::errors::Errors;

/// A rule as it is written.
pub struct Rule {
    /// `id`
    pub id: LitStr,
    /// `expr`, or `check`
    pub check: Check,
    /// `when`
    pub when: Option<Written>,
    /// `path`
    pub path: Option<LitStr>,
    /// `message`
    pub message: Option<LitStr>,
    /// `severity`
    pub severity: Severity,
    /// `optional_old_self`
    pub optional_old_self: bool,
}

/// What a rule checks.
pub enum Check {
    /// CEL.
    Cel(Written),
    /// A closure of Rust.
    Rust(TokenStream),
}

/// CEL as it is written.
pub enum Written {
    /// In parentheses, as tokens.
    Tokens(Group),
    /// As a text.
    Text(LitStr),
}

/// How bad a violation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Severity {
    /// The value is refused.
    #[default]
    Error,
    /// The value is accepted.
    Warning,
}

const KNOWN: &[&str] = &[
    "id",
    "expr",
    "check",
    "when",
    "path",
    "message",
    "severity",
    "optional_old_self",
];

const EXAMPLE: &str =
    "`#[rule(id = \"play.within-video\", expr(self.duration <= ctx.videoLength))]`";

/// Reads one `#[rule(…)]`.
pub fn rule(attr: &Attribute, errors: &mut Errors) -> Option<Rule> {
    let Ok(list) = attr.meta.require_list() else {
        errors.on(attr, format!("expected {EXAMPLE}"));
        return None;
    };
    let mut slots = Slots::default();
    let mut names: Vec<String> = Vec::new();
    for item in items(list.tokens.clone(), errors) {
        let name = item.name.to_string();
        if names.contains(&name) {
            errors.at(
                item.name.span(),
                format!("`{name}` is said twice in one rule"),
            );
            continue;
        }
        slots.take(&item, errors);
        names.push(name);
    }
    slots.rule(attr, &names, errors)
}

#[derive(Default)]
struct Slots {
    id: Option<LitStr>,
    expr: Option<(Written, Span)>,
    check: Option<(TokenStream, Span)>,
    when: Option<Written>,
    path: Option<LitStr>,
    message: Option<LitStr>,
    severity: Severity,
    optional_old_self: bool,
}

impl Slots {
    fn take(&mut self, item: &Item, errors: &mut Errors) {
        match item.name.to_string().as_str() {
            "id" => self.id = item.text(errors).filter(|id| not_empty(id, errors)),
            "expr" => self.expr = cel(item, errors).map(|cel| (cel, item.name.span())),
            "when" => self.when = cel(item, errors),
            "check" => self.check = closure(item, errors).map(|check| (check, item.name.span())),
            "path" => self.path = item.text(errors).filter(|path| is_pointer(path, errors)),
            "message" => self.message = item.text(errors),
            "severity" => self.severity = severity(item, errors),
            "optional_old_self" => self.optional_old_self = item.flag(errors),
            _ => unknown(item, "a rule", KNOWN, errors),
        }
    }

    fn rule(self, attr: &Attribute, names: &[String], errors: &mut Errors) -> Option<Rule> {
        let named = |name: &str| names.iter().any(|known| known == name);
        if !named("id") {
            errors.on(
                attr,
                format!("a rule needs an id, which its violations carry: {EXAMPLE}"),
            );
        }
        let check = match (self.expr, self.check) {
            (Some(_), Some((_, span))) => {
                errors.at(
                    span,
                    "a rule has `expr` or `check`, not both: write two rules",
                );
                return None;
            }
            (Some((cel, _)), None) => Check::Cel(cel),
            (None, Some((check, _))) => Check::Rust(check),
            (None, None) => {
                if !named("expr") && !named("check") {
                    errors.on(
                        attr,
                        format!(
                            "a rule needs `expr(…)` in CEL, or `check = |value, ctx| …` in Rust: {EXAMPLE}"
                        ),
                    );
                }
                return None;
            }
        };
        Some(Rule {
            id: self.id?,
            check,
            when: self.when,
            path: self.path,
            message: self.message,
            severity: self.severity,
            optional_old_self: self.optional_old_self,
        })
    }
}

fn not_empty(id: &LitStr, errors: &mut Errors) -> bool {
    let is_empty = id.value().is_empty();
    if is_empty {
        errors.on(id, "an id is a short name such as \"play.range-order\"");
    }
    !is_empty
}

fn is_pointer(path: &LitStr, errors: &mut Errors) -> bool {
    let text = path.value();
    let fine = text.is_empty() || text.starts_with('/');
    if !fine {
        errors.on(
            path,
            format!("a path is a JSON Pointer below the value: \"/{text}\""),
        );
    }
    fine
}

fn cel(item: &Item, errors: &mut Errors) -> Option<Written> {
    let name = &item.name;
    match &item.value {
        Value::List(group) if !group.stream().is_empty() => {
            return Some(Written::Tokens(group.clone()));
        }
        Value::Equals(tokens) => {
            if let Ok(text) = syn::parse2::<LitStr>(tokens.clone()) {
                return Some(Written::Text(text));
            }
        }
        _ => {}
    }
    errors.at(
        item.place(),
        format!("`{name}` takes CEL, as tokens `{name}(self.start <= self.end)` or as text `{name} = \"self.start <= self.end\"`"),
    );
    None
}

fn closure(item: &Item, errors: &mut Errors) -> Option<TokenStream> {
    match &item.value {
        Value::Equals(tokens) if !tokens.is_empty() => Some(tokens.clone()),
        _ => {
            errors.at(
                item.place(),
                "`check` takes a closure or a function: `check = |value, ctx| value.sum() == ctx.sum`",
            );
            None
        }
    }
}

fn severity(item: &Item, errors: &mut Errors) -> Severity {
    let Some(text) = item.text(errors) else {
        return Severity::Error;
    };
    match text.value().as_str() {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        other => {
            errors.on(
                &text,
                format!("unknown severity `{other}` (known: error, warning)"),
            );
            Severity::Error
        }
    }
}
