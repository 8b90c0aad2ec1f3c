//! Calls.

use hit_cel::ast::{Expr, ExprKind, Literal};
use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::errors::missing;
use crate::lower::code::Code;
use crate::lower::functions::{FUNCTIONS, NAMESPACES, SPECIAL};
use crate::lower::lowerer::Lowerer;
use crate::lower::tokens::mixed;

impl Lowerer<'_> {
    /// A function, a method or an operator.
    pub fn call(
        &mut self,
        expr: &Expr,
        target: Option<&Expr>,
        function: &str,
        args: &[Expr],
    ) -> Code {
        match (target, function, args) {
            (None, "_==_", [a, b]) => return self.equality(expr, a, b, true),
            (None, "_!=_", [a, b]) => return self.equality(expr, a, b, false),
            (None, "@in", [a, b]) => return self.membership(expr, a, b),
            (None, "_[_]", [a, b]) => return self.operator("at", expr, &[a, b]),
            (None, "_[?_]", [a, b]) => {
                return Code::optional(self.operator("at_if_any", expr, &[a, b]).tokens);
            }
            (None, _, _) if function.contains('_') || function.starts_with('!') => {
                if let Some(rust) = operator(function) {
                    let args: Vec<&Expr> = args.iter().collect();
                    return self.operator(rust, expr, &args);
                }
            }
            _ => {}
        }
        let (name, receiver) = self.named(target, function);
        if let Some(code) = self.special(expr, &name, receiver, args) {
            return code;
        }
        let all: Vec<&Expr> = receiver.into_iter().chain(args).collect();
        let fits = FUNCTIONS.iter().find(|it| {
            it.name == name && it.arguments == all.len() && it.method == receiver.is_some()
        });
        match fits {
            Some(found) => self.operator(found.rust, expr, &all),
            None => self.unknown_function(expr, &name, receiver.is_some(), args.len()),
        }
    }

    /// A function of `hit_runtime::derived` that returns `Tried`.
    fn operator(&mut self, function: &str, expr: &Expr, args: &[&Expr]) -> Code {
        let span = self.at(expr.at);
        let (derived, name) = (self.derived(span), mixed(function, span));
        let args: Vec<_> = args.iter().map(|arg| self.value(arg)).collect();
        Code::value(quote_spanned!(span=> #derived::#name(#(#args),*)?))
    }

    /// The full name of a function, and the receiver if the target is one.
    fn named<'e>(&self, target: Option<&'e Expr>, function: &str) -> (String, Option<&'e Expr>) {
        if let Some(ExprKind::Ident { name, .. }) = target.map(|target| &target.kind)
            && NAMESPACES.contains(&&**name)
            && !self.locals.iter().any(|(local, ..)| **local == **name)
        {
            return (format!("{name}.{function}"), None);
        }
        (function.to_owned(), target)
    }

    fn special(
        &mut self,
        expr: &Expr,
        name: &str,
        receiver: Option<&Expr>,
        args: &[Expr],
    ) -> Option<Code> {
        Some(match (name, receiver, args) {
            ("matches" | "find" | "findAll", Some(text), [pattern])
            | ("matches", None, [text, pattern]) => self.pattern(expr, name, text, pattern),
            ("hasValue", Some(optional), []) => match named_format(optional) {
                Some(_) if !cfg!(feature = "formats") => {
                    self.wrong(expr.span, expr.at, missing("formats"))
                }
                Some((format, text)) => {
                    let span = self.at(expr.at);
                    let (derived, text) = (self.derived(span), self.value(text));
                    Code::value(quote_spanned!(span=> !#derived::has_format(#format, #text)?))
                }
                None => self.of_optional(expr, "has_value", optional),
            },
            ("value", Some(optional), []) => self.of_optional(expr, "optional_value", optional),
            ("or" | "orValue", Some(optional), [other]) => {
                self.or_else(expr, name, optional, other)
            }
            ("optional.of", None, [value]) => {
                let span = self.at(expr.at);
                let (derived, value) = (self.derived(span), self.value(value));
                Code::optional(quote_spanned!(span=> #derived::optional_of(#value)))
            }
            ("optional.none", None, []) => {
                let span = self.at(expr.at);
                let derived = self.derived(span);
                Code::optional(quote_spanned!(span=> #derived::optional_none()))
            }
            _ => return None,
        })
    }

    /// `a == b`, `a != b`
    fn equality(&mut self, expr: &Expr, a: &Expr, b: &Expr, equal: bool) -> Code {
        let span = self.at(expr.at);
        let derived = self.derived(span);
        let (a, b) = (self.value(a), self.value(b));
        let same = quote_spanned!(span=> #derived::same(&#a, &#b)?);
        Code::value(if equal {
            same
        } else {
            quote_spanned!(span=> !#same)
        })
    }

    /// `a in b`; beside a list that is written out, a chain of comparisons.
    fn membership(&mut self, expr: &Expr, a: &Expr, b: &Expr) -> Code {
        let ExprKind::List(elements) = &b.kind else {
            return self.operator("within", expr, &[a, b]);
        };
        let span = self.at(expr.at);
        if elements.iter().any(|element| element.optional) || elements.is_empty() {
            return self.list(b, elements);
        }
        let derived = self.derived(span);
        let wanted = mixed("hit_wanted", span);
        let value = self.value(a);
        let mut tests: Vec<TokenStream> = Vec::with_capacity(elements.len());
        for element in elements {
            let span = self.at(element.value.at);
            let other = self.value(&element.value);
            tests.push(quote_spanned!(span=> #derived::same(&#wanted, &#other)?));
        }
        Code::value(quote_spanned!(span=> { let #wanted = #value; #(#tests)||* }))
    }

    fn pattern(&mut self, expr: &Expr, name: &str, text: &Expr, pattern: &Expr) -> Code {
        let ExprKind::Literal(Literal::String(written)) = &pattern.kind else {
            return self.wrong(
                pattern.span,
                pattern.at,
                "a pattern is a literal here, so that it is checked when compiled; use `check = |value, ctx| …`",
            );
        };
        let span = self.at(expr.at);
        if let Err(wrong) = is_pattern(written) {
            return self.wrong(pattern.span, pattern.at, wrong);
        }
        let derived = self.derived(span);
        let function = mixed(
            match name {
                "matches" => "matches",
                "find" => "find",
                _ => "find_all",
            },
            span,
        );
        let written = &**written;
        let text = self.value(text);
        Code::value(quote_spanned!(span=> {
            static PATTERN: #derived::Pattern = #derived::Pattern::new(#written);
            #derived::#function(#text, &PATTERN)?
        }))
    }

    fn unknown_function(&mut self, expr: &Expr, name: &str, is_method: bool, args: usize) -> Code {
        let named = || FUNCTIONS.iter().filter(|it| it.name == name);
        if let Some(known) = named().next() {
            let (arguments, form) = (
                known.arguments - usize::from(known.method),
                match known.method {
                    true => format!("value.{name}(…)"),
                    false => format!("{name}(…)"),
                },
            );
            let found = if is_method {
                format!("value.{name}(…)")
            } else {
                format!("{name}(…)")
            };
            let message = format!(
                "`{name}` is written `{form}` with {arguments} arguments, not `{found}` with {args}"
            );
            return self.wrong(expr.span, expr.at, message);
        }
        let known = || {
            FUNCTIONS
                .iter()
                .map(|it| it.name)
                .chain(SPECIAL.iter().copied())
        };
        let hint = match hit_cel::closest(name, known()) {
            Some(near) => format!("; did you mean `{near}`?"),
            None => format!(" (known: {})", names(known())),
        };
        let message = format!(
            "rules of the derive have no function `{name}`{hint}\nwhat CEL has not, Rust has: `check = |value, ctx| …`"
        );
        self.wrong(expr.span, expr.at, message)
    }
}

fn names(known: impl Iterator<Item = &'static str>) -> String {
    let mut names: Vec<&str> = known.collect();
    names.sort_unstable();
    names.dedup();
    names.join(", ")
}

/// The function behind an operator.
fn operator(name: &str) -> Option<&'static str> {
    Some(match name {
        "_<_" => "less",
        "_<=_" => "less_or_same",
        "_>_" => "greater",
        "_>=_" => "greater_or_same",
        "_+_" => "add",
        "_-_" => "subtract",
        "_*_" => "multiply",
        "_/_" => "divide",
        "_%_" => "remainder",
        "!_" => "not",
        "-_" => "negate",
        _ => return None,
    })
}

/// The name of the format and the text of `format.x().validate(text)`.
fn named_format(expr: &Expr) -> Option<(String, &Expr)> {
    let call = |expr: &Expr, wanted: usize| match &expr.kind {
        ExprKind::Call { args, .. } => args.len() == wanted,
        _ => false,
    };
    let ExprKind::Call {
        target: Some(format),
        function,
        args,
    } = &expr.kind
    else {
        return None;
    };
    let ([text], "validate") = (args.as_slice(), &**function) else {
        return None;
    };
    let ExprKind::Call {
        target: Some(namespace),
        function,
        ..
    } = &format.kind
    else {
        return None;
    };
    let is_format = matches!(&namespace.kind, ExprKind::Ident { name, .. } if &**name == "format");
    (is_format && call(format, 0) && &**function != "named").then(|| (function.to_string(), text))
}

/// Whether a text is a pattern.
#[cfg(feature = "patterns")]
fn is_pattern(written: &str) -> Result<(), String> {
    let parsed = hit_cel::re2(written).and_then(|pattern| {
        let parsed = regex_syntax::parse(&pattern);
        parsed.map(drop).map_err(|error| error.to_string())
    });
    parsed.map_err(|wrong| {
        let last = wrong.lines().last().unwrap_or("");
        let last = last.trim_start_matches("error: ");
        format!("not a pattern of RE2: {last}")
    })
}

/// Without patterns, none is one.
#[cfg(not(feature = "patterns"))]
fn is_pattern(_written: &str) -> Result<(), String> {
    Err(missing("patterns"))
}
