//! The rules as data, for schemas.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::Container;
use crate::emit::rule::RuleText;

/// `impl Rules`.
pub fn export(container: &Container, texts: &[RuleText], runtime: &TokenStream) -> TokenStream {
    let ident = &container.ident;
    let [declared, names, clause] = container.parameters.split();
    let texts = texts.iter().map(|text| {
        let option = |text: &Option<String>| match text {
            Some(text) => quote!(::core::option::Option::Some(#text)),
            None => quote!(::core::option::Option::None),
        };
        let RuleText {
            id,
            warning,
            optional_old_self,
            ..
        } = text;
        let (rule, when, message, path) = (
            option(&text.rule),
            option(&text.when),
            option(&text.message),
            option(&text.path),
        );
        quote!(#runtime::derived::RuleText {
            id: #id,
            rule: #rule,
            when: #when,
            message: #message,
            path: #path,
            is_warning: #warning,
            optional_old_self: #optional_old_self,
        })
    });
    quote! {
        #[automatically_derived]
        impl #declared #runtime::derived::Rules for #ident #names #clause {
            const RULES: &'static [#runtime::derived::RuleText] = &[#(#texts),*];
        }
    }
}
