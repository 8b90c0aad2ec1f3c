//! All impls of a type.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::Container;
use crate::emit::export::export;
use crate::emit::read::read;
use crate::emit::validate::validate;
use crate::errors::Errors;

/// All impls of a type, apart from what else its module has.
pub fn emit(container: &Container, errors: &mut Errors) -> TokenStream {
    let runtime = container.rules.runtime.clone();
    let runtime = runtime.unwrap_or_else(|| quote!(::hit_runtime));
    let (validate, texts) = validate(container, &runtime, errors);
    let read = read(container, &runtime);
    let export = export(container, &texts, &runtime);
    quote! {
        #[doc(hidden)]
        #[allow(
            non_upper_case_globals, non_camel_case_types, non_snake_case, unused, private_interfaces, deprecated,
            clippy::all, clippy::pedantic, clippy::nursery, clippy::restriction
        )]
        const _: () = {
            #validate
            #read
            #export
        };
    }
}
