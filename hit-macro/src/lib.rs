//! The Rust types of a JSON Schema, generated where they are used.
//!
//! A shell: what is generated is decided in `hit-codegen`, and is the same as
//! from a build script or from `hit generate`.

mod argument;

use std::path::{Path, PathBuf};

use proc_macro::TokenStream;

/// Expands to the types of a schema file, which is found from the folder of
/// the calling package's `Cargo.toml`.
///
/// The calling package needs `hit-runtime` among its dependencies. It is
/// compiled again when the schema, or a file that it refers to, changes.
///
/// ```ignore
/// mod play {
///     hit_macro::include_schema!("schemas/play.schema.json");
/// }
///
/// let hit: play::Play = serde_json::from_str(text)?;
/// ```
///
/// # Errors
/// What is wrong with the schema becomes an error of the compiler, with the
/// place in the schema.
#[proc_macro]
pub fn include_schema(input: TokenStream) -> TokenStream {
    let code = argument::path(&input.to_string()).and_then(|path| expand(&path));
    code.unwrap_or_else(|message| refusal(&message))
}

fn expand(path: &str) -> Result<TokenStream, String> {
    let base = std::env::var_os("CARGO_MANIFEST_DIR")
        .ok_or("`CARGO_MANIFEST_DIR` is not set: schemas are found from the package's folder")?;
    let (code, loaded) =
        hit_codegen::expand(path, Path::new(&base)).map_err(|failure| failure.to_string())?;
    let mut all = watch(&loaded)?;
    all.extend(TokenStream::from(code));
    Ok(all)
}

/// Makes the compiler, and with it cargo, watch the files that were read.
fn watch(loaded: &[PathBuf]) -> Result<TokenStream, String> {
    let lines = loaded.iter().map(|path| {
        let path = path.to_string_lossy();
        format!("const _: &[u8] = ::core::include_bytes!({path:?});\n")
    });
    tokens(&lines.collect::<String>())
}

/// Code that stops the compiler with a message.
fn refusal(message: &str) -> TokenStream {
    let message = message.trim_end();
    tokens(&format!("::core::compile_error!({message:?});")).unwrap_or_default()
}

fn tokens(text: &str) -> Result<TokenStream, String> {
    text.parse()
        .map_err(|error| format!("the expansion does not lex, which is a fault of hit: {error}"))
}

/// The expansion of [`include_schema!`] as a string literal: tests compare it.
#[doc(hidden)]
#[proc_macro]
pub fn include_schema_text(input: TokenStream) -> TokenStream {
    let code = include_schema(input).to_string();
    tokens(&format!("{code:?}")).unwrap_or_default()
}
