//! The driver: a line a phase.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::ast::Container;
use crate::check::check;
use crate::emit::emit;
use crate::errors::Errors;

/// The impls of a type, or everything that is wrong with it.
pub fn expand(input: TokenStream) -> TokenStream {
    let input = match syn::parse2::<DeriveInput>(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let mut errors = Errors::default();
    let Some(container) = Container::of(input, &mut errors) else {
        return errors.finish();
    };
    check(&container, &mut errors);
    let impls = emit(&container, &mut errors);
    let is_fine = errors.is_empty();
    let told = errors.finish();
    // With errors, the impls would only add messages about what could not be lowered.
    if is_fine { impls } else { quote!(#told) }
}
