//! Constraints.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::LitInt;

use crate::attr::{Bounds, Constraint, Kind};

/// Writes the constraints of one field.
pub struct Constraints<'a> {
    /// `::hit_runtime::derived`
    pub derived: TokenStream,
    /// Where the schema says the field.
    pub schema: String,
    /// The name of the field.
    pub name: &'a str,
}

impl Constraints<'_> {
    /// The checks of a value at `hit_at`; `value` is the name of a reference to it.
    pub fn of(&self, constraints: &[Constraint], value: &str) -> TokenStream {
        constraints
            .iter()
            .map(|constraint| self.one(constraint, value))
            .collect()
    }

    fn one(&self, constraint: &Constraint, value: &str) -> TokenStream {
        let span = Span::mixed_site().located_at(constraint.span);
        let (value, derived) = (Ident::new(value, span), &self.derived);
        // Parameters of the function around, which other code names.
        let (hit_at, hit_parent, report) = (quote!(hit_at), quote!(hit_parent), quote!(report));
        let schema = &self.schema;
        match &constraint.kind {
            Kind::Length(bounds) => {
                let count = |limit: &Option<TokenStream>| match limit {
                    Some(limit) => {
                        let limit = number(limit);
                        quote_spanned!(span=> #derived::Some(#derived::count(#limit)))
                    }
                    None => quote!(#derived::None),
                };
                let (min, max) = (count(&bounds.min), count(&bounds.max));
                quote_spanned!(span=> #derived::check_length(#value, #min, #max, #hit_at, #schema, #report);)
            }
            Kind::Range(bounds) => {
                let limits = range(bounds, derived, span);
                quote_spanned!(span=> #derived::check_range(#value, &[#limits], #hit_at, #schema, #report);)
            }
            Kind::Pattern(pattern) => quote_spanned! {span=> {
                static PATTERN: #derived::EcmaPattern = #derived::EcmaPattern::new(|| #derived::ToString::to_string(&(#pattern)));
                #derived::check_pattern(#value, &PATTERN, #hit_at, #schema, #report);
            }},
            Kind::Contains(part) => quote_spanned! {span=>
                #derived::check_contains(#value, &#derived::ToString::to_string(&(#part)), #hit_at, #schema, #report);
            },
            Kind::Format(name) => {
                quote_spanned!(span=> #derived::check_format(#value, #name, #hit_at, #schema, #report);)
            }
            Kind::Required => {
                let name = self.name;
                quote_spanned!(span=> #derived::check_required(#value, #name, #hit_parent, #schema, #report);)
            }
            Kind::Inner(inner) => {
                let below = Constraints {
                    derived: derived.clone(),
                    schema: format!("{schema}/items"),
                    name: "",
                };
                let checks = below.of(inner, "hit_item");
                let item = Ident::new("hit_item", span);
                quote_spanned! {span=>
                    for (hit_index, #item) in #derived::elements(#value) {
                        let #hit_at = &#hit_at.index(hit_index);
                        #checks
                    }
                }
            }
        }
    }
}

fn range(bounds: &Bounds, derived: &TokenStream, span: proc_macro2::Span) -> TokenStream {
    let limits = [
        ("AtLeast", &bounds.min),
        ("AtMost", &bounds.max),
        ("MoreThan", &bounds.exclusive_min),
        ("LessThan", &bounds.exclusive_max),
    ];
    let limits = limits.into_iter().filter_map(|(name, limit)| {
        let limit = number(limit.as_ref()?);
        let name = quote::format_ident!("{name}");
        Some(quote_spanned!(span=> #derived::Limit::#name(#derived::number(#limit)),))
    });
    quote!(#(#limits)*)
}

/// A limit; a literal integer as wide as it may have to be.
fn number(limit: &TokenStream) -> TokenStream {
    let text = limit.to_string().replace([' ', '_'], "");
    let is_plain = syn::parse2::<LitInt>(limit.clone()).is_ok_and(|it| it.suffix().is_empty());
    match text.parse::<i64>() {
        Ok(value) if is_plain => {
            let literal = Literal::i64_suffixed(value);
            quote!(#literal)
        }
        Ok(value) if value < 0 => {
            let literal = Literal::i64_suffixed(value.saturating_neg());
            quote!(-#literal)
        }
        _ => match text.parse::<u64>() {
            Ok(value) if is_plain => {
                let literal = Literal::u64_suffixed(value);
                quote!(#literal)
            }
            _ => limit.clone(),
        },
    }
}
