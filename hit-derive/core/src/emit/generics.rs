//! Parameters of the type, in the impls.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::Container;
use crate::parameters::Parameters;

/// The context of the rules of a type.
pub fn context(container: &Container, runtime: &TokenStream) -> TokenStream {
    match &container.rules.context {
        Some(ty) => quote!(#ty),
        None => quote!(#runtime::NoContext),
    }
}

/// The parameters for `impl Validate`: what a parameter stands for can be validated in the same context.
pub fn validated(container: &Container, runtime: &TokenStream) -> Parameters {
    let context = context(container, runtime);
    let mut parameters = container.parameters.clone();
    for name in container.parameters.types() {
        parameters.ask(quote!(#name: #runtime::Validate<Context = #context>));
    }
    parameters
}

/// The parameters with one more lifetime in front, `'hit`, which all others outlive.
pub fn borrowed(container: &Container) -> Parameters {
    let mut parameters = container.parameters.clone();
    for name in container.parameters.living() {
        parameters.ask(quote!(#name: 'hit));
    }
    parameters.outlive(quote!('hit));
    parameters
}
