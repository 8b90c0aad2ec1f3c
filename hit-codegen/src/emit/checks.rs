//! Checks as closures.

use hit_schema::shape::{Bound, Numbers, Strings};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::literal::{bound, count};

/// `|s| …` for strings.
pub(super) fn strings(checks: &Strings) -> TokenStream {
    let steps = string_steps(checks);
    closure(&quote!(s), &steps, &quote!(_))
}

/// The checks of a string named `s`, each a `Result`.
pub(super) fn string_steps(checks: &Strings) -> Vec<TokenStream> {
    let mut steps = Vec::new();
    if let Some(limit) = checks.min.map(count) {
        steps.push(quote!(rt::min_length(s, #limit)));
    }
    if let Some(limit) = checks.max.map(count) {
        steps.push(quote!(rt::max_length(s, #limit)));
    }
    for format in &checks.formats {
        let name = &format.0;
        steps.push(quote!(rt::format(s, {
            static FORMAT: rt::LazyFormat = rt::LazyFormat::new(#name);
            &FORMAT
        })));
    }
    for pattern in &checks.patterns {
        let pattern = static_pattern(&pattern.0);
        steps.push(quote!(rt::pattern(s, #pattern)));
    }
    steps
}

/// A pattern compiled on first use, as an expression.
pub(super) fn static_pattern(source: &str) -> TokenStream {
    quote!({
        static PATTERN: rt::LazyPattern = rt::LazyPattern::new(#source);
        &PATTERN
    })
}

/// `|n: T| …` for numbers.
pub(super) fn numbers(checks: &Numbers, ty: &TokenStream) -> TokenStream {
    let mut steps = Vec::new();
    let mut add = |name: &str, found: &Option<Bound>| {
        let Some(found) = found else { return };
        let prefix = if found.exclusive { "exclusive_" } else { "" };
        let name = format_ident!("{prefix}{name}");
        let limit = bound(found.limit);
        steps.push(quote!(rt::#name(n, #limit)));
    };
    add("minimum", &checks.min);
    add("maximum", &checks.max);
    for divisor in &checks.multiples {
        let divisor = bound(*divisor);
        steps.push(quote!(rt::multiple_of(n, #divisor)));
    }
    closure(&quote!(n: #ty), &steps, &quote!(_: #ty))
}

/// `|n| …` for the number of items.
pub(super) fn items(min: Option<u64>, max: Option<u64>) -> TokenStream {
    let (least, most) = (quote!(rt::min_items), quote!(rt::max_items));
    closure(&quote!(n), &counts(&least, &most, min, max), &quote!(_))
}

/// `|n| …` for the number of members.
pub(super) fn properties(min: Option<u64>, max: Option<u64>) -> TokenStream {
    let (least, most) = (quote!(rt::min_properties), quote!(rt::max_properties));
    closure(&quote!(n), &counts(&least, &most, min, max), &quote!(_))
}

/// `|s| …` for names of members.
pub(super) fn names(checks: &[Strings]) -> TokenStream {
    let steps: Vec<TokenStream> = checks.iter().flat_map(string_steps).collect();
    closure(&quote!(s), &steps, &quote!(_))
}

/// Checks of a count named `n`.
pub(super) fn counts(
    least: &TokenStream,
    most: &TokenStream,
    min: Option<u64>,
    max: Option<u64>,
) -> Vec<TokenStream> {
    let mut steps = Vec::new();
    if let Some(limit) = min.map(count) {
        steps.push(quote!(#least(n, #limit)));
    }
    if let Some(limit) = max.map(count) {
        steps.push(quote!(#most(n, #limit)));
    }
    steps
}

fn closure(parameter: &TokenStream, steps: &[TokenStream], unused: &TokenStream) -> TokenStream {
    match steps {
        [] => quote!(|#unused| Ok(())),
        [only] => quote!(|#parameter| #only),
        [first @ .., last] => quote!(|#parameter| {
            #(#first?;)*
            #last
        }),
    }
}
