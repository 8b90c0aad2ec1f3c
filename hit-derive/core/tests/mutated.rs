//! Whatever stands in a type and its attributes: no panic, and what is written are items.

use hit_derive_core::expand;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

const TYPES: &[&str] = &[
    r#"#[rules(context = Context)]
    #[rule(id = "a.b", path = "/list/0", expr(has(self.map) || self.list.all(x, x.a >= 1 && x.b != ctx.b)),
        message = "{self.count} of {x.a}", severity = "warning", when(has(self.list)))]
    #[rule(id = "c", expr = "oldSelf.count <= self.count", optional_old_self)]
    #[rule(id = "d", check = |it, ctx| it.count < 3)]
    #[serde(rename_all = "camelCase")]
    pub struct A<'x, T: Copy = u8, const N: usize = 2> where T: Ord {
        #[schemars(length(min = 1, max = 3), inner(range(min = -1)))] list: Option<Vec<(T, Box<B>)>>,
        #[serde(rename = "n", default)] #[validate(range(min = 0, exclusive_max = 10))] count: i64,
        text: &'x str,
        #[serde(flatten)] rest: Rest,
        #[serde(skip)] #[rules(skip)] hidden: [T; N],
        map: HashMap<String, B>,
    }"#,
    r#"#[rule(id = "k", expr(self.kind == "B" ? self.?value.orValue(1) > 0 : true))]
    #[serde(tag = "kind", rename_all = "UPPERCASE")]
    enum E { #[serde(rename = "B")] A { #[validate(required)] value: Option<u8> }, C(D), #[serde(other)] F, #[serde(skip)] G }"#,
    r#"#[rule(id = "sum", expr(self.map(x, x * 2).sum() < 10 && [1, 2].exists(y, y in self)))]
    #[serde(transparent)] struct N(Vec<i64>);"#,
    "#[serde(untagged)] enum U { A(u8), B { c: D, e: Option<F> }, G }",
    "struct P(u8, String);",
];

/// What needs features, where they are on.
const OF_FEATURES: &[&str] = if cfg!(all(feature = "formats", feature = "patterns")) {
    &[
        r#"#[rule(id = "a", expr(self.text.matches("^a+$") && !format.uuid().validate(self.text).hasValue()))]
    struct F { #[garde(pattern("a+"), email)] text: String }"#,
    ]
} else {
    &[]
};

/// Tokens that are put anywhere.
const OTHERS: &str = "self \"a\" 1 -1 , = | :: ( ) { x } < 'a >";

/// Rust in attributes, which is handed on as it is: what is wrong with it, rustc says.
const RUST: &[&str] = &[
    "check = | it , ctx | it . count < 3",
    "(min = 1 , max = 3)",
    "(min = - 1)",
    "(min = 0 , exclusive_max = 10)",
];

/// The tokens, each in turn left out, said twice, or exchanged.
fn mutants(tokens: &TokenStream, others: &[TokenTree]) -> Vec<TokenStream> {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let with = |at: usize, instead: &[TokenTree]| -> TokenStream {
        let before = all.iter().take(at).chain(instead);
        before.chain(all.iter().skip(at + 1)).cloned().collect()
    };
    let mut found = Vec::new();
    for (at, token) in all.iter().enumerate() {
        // A type has many tokens: not everything is done to each of them.
        found.push(match at % 3 {
            0 => with(at, &[]),
            1 => with(at, &[token.clone(), token.clone()]),
            _ => with(
                at,
                others
                    .get(at / 3 % others.len())
                    .map_or(&[], std::slice::from_ref),
            ),
        });
        let TokenTree::Group(group) = token else {
            continue;
        };
        let other = match group.delimiter() {
            Delimiter::Parenthesis => Delimiter::Brace,
            _ => Delimiter::Parenthesis,
        };
        found.push(with(at, &[Group::new(other, group.stream()).into()]));
        for inner in mutants(&group.stream(), others) {
            found.push(with(at, &[Group::new(group.delimiter(), inner).into()]));
        }
    }
    found
}

#[test]
fn no_mistake_makes_it_panic() {
    let others: TokenStream = OTHERS.parse().expect("tokens");
    let others: Vec<TokenTree> = others.into_iter().collect();
    let (mut fine, mut refused) = (0, 0);
    for text in TYPES.iter().chain(OF_FEATURES) {
        let tokens: TokenStream = text.parse().expect("tokens");
        let written = expand(tokens.clone()).to_string();
        assert!(!written.contains("compile_error"), "{written}");
        let rust: Vec<&str> = RUST
            .iter()
            .copied()
            .filter(|part| tokens.to_string().contains(part))
            .collect();
        for mutant in mutants(&tokens, &others) {
            let written = expand(mutant.clone());
            let mutant = mutant.to_string();
            match syn::parse2::<syn::File>(written.clone()) {
                Ok(_) if written.to_string().contains("compile_error") => refused += 1,
                Ok(_) => fine += 1,
                Err(_) if !rust.iter().all(|part| mutant.contains(part)) => {}
                Err(error) => panic!("{error}\n{mutant}\n{written}"),
            }
        }
    }
    assert!(fine > 50 && refused > 300, "{fine} {refused}");
}
