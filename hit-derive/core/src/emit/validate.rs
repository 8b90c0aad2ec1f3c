//! `impl Validate`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::{Container, Data};
use crate::emit::generics::{context, validated};
use crate::emit::members::members;
use crate::emit::nested::Fields;
use crate::emit::rule::{RuleText, rules};
use crate::emit::variants::variants;
use crate::errors::Errors;

/// `impl Validate`, and the rules as a schema says them.
pub fn validate(
    container: &Container,
    runtime: &TokenStream,
    errors: &mut Errors,
) -> (TokenStream, Vec<RuleText>) {
    let ident = &container.ident;
    let context = context(container, runtime);
    let [declared, names, clause] = validated(container, runtime).split();
    let inside = match &container.data {
        Data::Struct(shape) => {
            let fields = Fields {
                runtime,
                name: ident.to_string(),
            };
            let own = quote!(self);
            fields.of(
                shape,
                &|member| quote!(&#own.#member),
                &|member| quote!(old.map(|old| &old.#member)),
                &quote!(at),
            )
        }
        Data::Enum(list) => variants(container, list, runtime),
    };
    let (rules, texts) = rules(container, &members(container), runtime, errors);
    let tokens = quote! {
        #[automatically_derived]
        impl #declared #runtime::Validate for #ident #names #clause {
            type Context = #context;

            fn validate_at(
                &self,
                old: ::core::option::Option<&Self>,
                ctx: &#context,
                at: &#runtime::Place<'_>,
                report: &mut #runtime::Report,
            ) {
                let hit_start = report.violations.len();
                #inside
                #rules
            }
        }
    };
    (tokens, texts)
}
