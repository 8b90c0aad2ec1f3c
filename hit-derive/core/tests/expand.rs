//! The derive as a function of tokens.

use hit_derive_core::expand;
use proc_macro2::TokenStream;

fn expanded(text: &str) -> String {
    let tokens: TokenStream = text.parse().expect("tokens");
    expand(tokens).to_string()
}

/// The messages of `compile_error!`, in order; beside them is nothing.
fn errors(text: &str) -> Vec<String> {
    let items = syn::parse_str::<syn::File>(&expanded(text))
        .expect("items")
        .items;
    let message = |item: &syn::Item| match item {
        syn::Item::Macro(it) => Some(it.mac.parse_body::<syn::LitStr>().expect("a text").value()),
        _ => None,
    };
    let messages: Vec<String> = items.iter().filter_map(message).collect();
    assert!(
        messages.is_empty() || messages.len() == items.len(),
        "impls beside errors"
    );
    messages
}

/// The traits that are implemented, in a block that hides everything else.
fn traits(text: &str) -> Vec<String> {
    let written = expanded(text);
    let item: syn::ItemConst = syn::parse_str(&written).expect("a constant");
    let syn::Expr::Block(block) = *item.expr else {
        panic!("no block: {written}");
    };
    let implemented = |statement: &syn::Stmt| match statement {
        syn::Stmt::Item(syn::Item::Impl(it)) => {
            let (path, _) = it.trait_.as_ref()?;
            Some(path.segments.last()?.ident.to_string())
        }
        _ => None,
    };
    block.block.stmts.iter().filter_map(implemented).collect()
}

#[test]
fn what_is_written_are_impls() {
    let view = ["Validate", "Clone", "Copy", "Read", "Object", "Rules"];
    let generic = "#[rule(id = \"a\", expr(self.a == self.b))]
        struct A<'x, T: Copy = u8, const N: usize = 3> where T: Ord { a: &'x T, b: [T; N] }";
    assert_eq!(traits("struct A;"), ["Validate", "Read", "Rules"]);
    assert_eq!(traits("struct A { a: u8 }"), view);
    assert_eq!(traits(generic), view);
    assert_eq!(
        traits("enum A { B, C }"),
        ["Validate", "Read", "Word", "Rules"]
    );
}

#[test]
fn defaults_of_parameters_stay_out_of_impls() {
    let written = expanded("struct A<T: Copy = u8, const N: usize = 3> where T: Ord { a: [T; N] }");
    assert!(
        !written.contains("= u8") && !written.contains("= 3"),
        "{written}"
    );
    assert!(
        written.contains("impl < T : Copy , const N : usize >"),
        "{written}"
    );
    assert!(
        written.contains("impl < 'hit , T : Copy , const N : usize >"),
        "{written}"
    );
    assert!(written.contains("T : Ord , T : 'hit"), "{written}");
}

#[test]
fn all_mistakes_are_told_at_once() {
    let found = errors(
        "#[rule(id = \"a\", expr(self.b > 1))]
         #[rule(id = \"a\", expr(self.a >))]
         struct A { #[validate(length(min = 3, max = 1))] a: String }",
    );
    let told = ["nothing is at least 3", "used twice", "unknown member `b`"];
    for told in told {
        assert!(
            found.iter().any(|it| it.contains(told)),
            "{told}: {found:#?}"
        );
    }
    assert_eq!(found.len(), 4, "{found:#?}");
}

#[test]
fn a_union_and_what_is_no_type_are_refused() {
    assert_eq!(errors("union A { a: u8 }").len(), 1);
    assert_eq!(errors("fn a() {}").len(), 1);
}

/// Run with features by `.ci/run`, and without them by the tests of the workspace.
#[test]
fn what_is_not_built_in_is_refused() {
    let patterns =
        errors("#[rule(id = \"a\", expr(self.a.matches(\"b\")))] struct A { a: String }");
    let constraint = errors("struct A { #[schemars(regex(pattern = \"b\"))] a: String }");
    let told = ["patterns need the feature `patterns` of hit-runtime and hit-derive"];
    let wanted: &[&str] = if cfg!(feature = "patterns") {
        &[]
    } else {
        &told
    };
    assert_eq!(patterns, wanted);
    assert_eq!(constraint, wanted);
    let rule = "#[rule(id = \"a\", expr(!format.uuid().validate(self.a).hasValue()))] struct A { a: String }";
    let told = ["formats need the feature `formats` of hit-runtime and hit-derive"];
    let wanted: &[&str] = if cfg!(feature = "formats") {
        &[]
    } else {
        &told
    };
    assert_eq!(errors(rule), wanted);
    let constraint = "struct A { #[schemars(inner(email))] a: Vec<String> }";
    assert_eq!(errors(constraint), wanted);
}
