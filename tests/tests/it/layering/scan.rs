//! What one source file names: paths that start at `crate`, `self`, `super` or a
//! module of its own, and the aliases that `use` gives.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What a file names.
#[derive(Debug, Default)]
pub struct Scan {
    /// Modules in files of their own.
    pub children: Vec<String>,
    /// Names that `use` brings in, with their paths.
    pub aliases: BTreeMap<String, Vec<String>>,
    /// Paths that `use` brings in as a whole.
    pub globs: Vec<Vec<String>>,
    /// Items that the file itself defines.
    pub defined: BTreeSet<String>,
    /// All paths, those of `use` too.
    pub paths: Vec<Vec<String>>,
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

/// Scans the text of a file.
pub fn scan(text: &str) -> Result<Scan, String> {
    let tokens: TokenStream = text.parse().map_err(|error| format!("{error}"))?;
    let mut found = Scan::default();
    children(tokens.clone(), &mut found);
    walk(tokens, 0, &mut found);
    Ok(found)
}

const ITEMS: [&str; 9] = [
    "struct",
    "enum",
    "union",
    "trait",
    "type",
    "fn",
    "const",
    "static",
    "macro_rules",
];

fn children(tokens: TokenStream, found: &mut Scan) {
    let tokens: Vec<TokenTree> = tokens
        .into_iter()
        .filter(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == '!'))
        .collect();
    for (at, token) in tokens.iter().enumerate() {
        let (TokenTree::Ident(word), Some(TokenTree::Ident(name))) = (token, tokens.get(at + 1))
        else {
            continue;
        };
        let ends =
            matches!(tokens.get(at + 2), Some(TokenTree::Punct(end)) if end.as_char() == ';');
        if word == "mod" && ends {
            found.children.push(name.to_string());
        } else if ITEMS.iter().any(|item| word == item) {
            found.defined.insert(name.to_string());
        }
    }
}

/// `inline` is the number of modules between the file and the tokens.
fn walk(tokens: TokenStream, inline: usize, found: &mut Scan) {
    let mut tokens = tokens.into_iter().peekable();
    // How many colons came just before.
    let mut colons_before = 0;
    while let Some(token) = tokens.next() {
        let after_colons = std::mem::take(&mut colons_before);
        match token {
            // `pub(in crate::a)` says who may see, and uses nothing.
            TokenTree::Ident(word) if word == "pub" => {
                tokens.next_if(|token| {
                    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
                });
            }
            TokenTree::Ident(word) if word == "use" => uses(&mut tokens, inline, found),
            TokenTree::Ident(word) if word == "mod" => module(&mut tokens, inline, found),
            TokenTree::Ident(word) if after_colons < 2 => {
                let mut path = vec![word.to_string()];
                rest(&mut tokens, &mut path);
                keep(path, inline, found);
            }
            TokenTree::Group(group) => walk(group.stream(), inline, found),
            TokenTree::Punct(punct) if punct.as_char() == ':' => colons_before = after_colons + 1,
            _ => {}
        }
    }
}

/// A path that may lead elsewhere, seen from the file.
fn keep(path: Vec<String>, inline: usize, found: &mut Scan) {
    if path.len() > 1 {
        found.paths.extend(outside(path, inline));
    }
}

/// Takes away the steps that stay inside the file.
fn outside(mut path: Vec<String>, mut inline: usize) -> Option<Vec<String>> {
    while inline > 0 {
        match path.first().map(String::as_str) {
            Some("crate") => return Some(path),
            Some("super") => {
                path.remove(0);
                inline -= 1;
            }
            _ => return None,
        }
    }
    (!path.is_empty()).then_some(path)
}

fn colons(tokens: &mut Tokens) -> bool {
    let mut ahead = tokens.clone();
    let colon = |token: Option<TokenTree>| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    if colon(ahead.next()) && colon(ahead.next()) {
        *tokens = ahead;
        return true;
    }
    false
}

/// The `::name` that follow.
fn rest(tokens: &mut Tokens, path: &mut Vec<String>) {
    loop {
        let mut ahead = tokens.clone();
        if !colons(&mut ahead) {
            return;
        }
        let Some(TokenTree::Ident(name)) = ahead.next() else {
            return;
        };
        path.push(name.to_string());
        *tokens = ahead;
    }
}

fn module(tokens: &mut Tokens, inline: usize, found: &mut Scan) {
    let _name = tokens.next();
    if let Some(TokenTree::Group(group)) = tokens.peek() {
        if group.delimiter() == Delimiter::Brace {
            walk(group.stream(), inline + 1, found);
            tokens.next();
        }
    }
}

fn uses(tokens: &mut Tokens, inline: usize, found: &mut Scan) {
    colons(tokens);
    tree(tokens, &[], inline, found);
}

/// One tree of a `use`, or one of those in its braces.
fn tree(tokens: &mut Tokens, before: &[String], inline: usize, found: &mut Scan) {
    let mut path = before.to_vec();
    loop {
        match tokens.next() {
            Some(TokenTree::Ident(name)) => {
                if name != "self" || before.is_empty() {
                    path.push(name.to_string());
                }
                if !colons(tokens) {
                    break;
                }
            }
            Some(TokenTree::Group(group)) => {
                let mut inner = group.stream().into_iter().peekable();
                while inner.peek().is_some() {
                    tree(&mut inner, &path, inline, found);
                    while inner.next_if(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')).is_some() {}
                    inner.next();
                }
                return;
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() == '*' => {
                let path = outside(path, inline);
                found.paths.extend(path.clone());
                if inline == 0 {
                    found.globs.extend(path);
                }
                return;
            }
            _ => return,
        }
    }
    let mut name = path.last().cloned();
    if matches!(tokens.peek(), Some(TokenTree::Ident(word)) if word == "as") {
        tokens.next();
        name = tokens.next().map(|alias| alias.to_string());
    }
    let Some(path) = outside(path, inline) else {
        return;
    };
    if inline == 0 {
        found.aliases.extend(name.map(|name| (name, path.clone())));
    }
    found.paths.push(path);
}
