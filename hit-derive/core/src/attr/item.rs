//! The items of an attribute: `word`, `name = value`, `name(…)`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::LitStr;

use crate::errors::Errors;

/// One item.
#[derive(Clone)]
pub struct Item {
    /// What stands first.
    pub name: Ident,
    /// What follows it.
    pub value: Value,
}

/// What follows the name of an item.
#[derive(Clone)]
pub enum Value {
    /// Nothing.
    Word,
    /// `= …`
    Equals(TokenStream),
    /// `(…)`
    List(Group),
}

impl Item {
    /// Whether the item has this name.
    pub fn is(&self, name: &str) -> bool {
        self.name == name
    }

    /// `name = "text"`; anything else is an error that shows how to write it.
    pub fn text(&self, errors: &mut Errors) -> Option<LitStr> {
        if let Value::Equals(tokens) = &self.value
            && let Ok(text) = syn::parse2::<LitStr>(tokens.clone())
        {
            return Some(text);
        }
        let name = &self.name;
        errors.at(
            self.place(),
            format!("`{name}` takes a text: `{name} = \"…\"`"),
        );
        None
    }

    /// A text, where one is written; nothing is wrong otherwise.
    pub fn text_if_any(&self) -> Option<LitStr> {
        match &self.value {
            Value::Equals(tokens) => syn::parse2::<LitStr>(tokens.clone()).ok(),
            _ => None,
        }
    }

    /// A word without a value.
    pub fn flag(&self, errors: &mut Errors) -> bool {
        if matches!(self.value, Value::Word) {
            return true;
        }
        let name = &self.name;
        errors.at(self.place(), format!("`{name}` takes no value: `{name}`"));
        false
    }

    /// `name(…)`: what stands in the parentheses.
    pub fn list(&self) -> Option<&Group> {
        match &self.value {
            Value::List(group) => Some(group),
            _ => None,
        }
    }

    /// Where the value stands, or the name if there is none.
    pub fn place(&self) -> Span {
        match &self.value {
            Value::Word => self.name.span(),
            Value::List(group) => group.span(),
            Value::Equals(tokens) => {
                let first = tokens.clone().into_iter().next();
                first.map_or(self.name.span(), |first| first.span())
            }
        }
    }
}

/// Reads the items of an attribute. A value reaches to the comma before the next item.
pub fn items(tokens: TokenStream, errors: &mut Errors) -> Vec<Item> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut reader = Reader {
        tokens: &tokens,
        at: 0,
    };
    let mut found = Vec::new();
    while reader.at < tokens.len() {
        // `!name` of schemars takes something back; it sets nothing.
        if reader.is_punct(0, '!') {
            reader.value();
            continue;
        }
        match reader.item() {
            Ok(item) => found.push(item),
            Err(wrong) => {
                errors.at(
                    wrong,
                    "expected `name`, `name = value` or `name(…)`, with commas between them",
                );
                reader.value();
            }
        }
    }
    found
}

struct Reader<'t> {
    tokens: &'t [TokenTree],
    at: usize,
}

impl Reader<'_> {
    fn item(&mut self) -> Result<Item, Span> {
        let name = match self.tokens.get(self.at) {
            Some(TokenTree::Ident(name)) => name.clone(),
            Some(other) => return Err(other.span()),
            None => return Err(Span::call_site()),
        };
        self.at += 1;
        let value = match self.tokens.get(self.at) {
            None => Value::Word,
            Some(TokenTree::Punct(punct)) if punct.as_char() == ',' => {
                self.at += 1;
                Value::Word
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => {
                self.at += 1;
                Value::Equals(self.value())
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
                let group = group.clone();
                self.at += 1;
                let behind = self.at;
                match self.value().into_iter().next() {
                    None => Value::List(group),
                    Some(more) => {
                        self.at = behind;
                        return Err(more.span());
                    }
                }
            }
            Some(other) => return Err(other.span()),
        };
        Ok(Item { name, value })
    }

    /// Everything up to the comma before the next item; the comma is taken.
    fn value(&mut self) -> TokenStream {
        let start = self.at;
        while self.at < self.tokens.len() {
            if self.is_punct(0, ',') && self.starts_item(1) {
                break;
            }
            self.at += 1;
        }
        let value = self.tokens[start..self.at].iter().cloned().collect();
        self.at += 1;
        value
    }

    /// Whether an item starts so many tokens ahead. What a closure has between
    /// its bars, and a path between its angle brackets, looks different.
    fn starts_item(&self, ahead: usize) -> bool {
        match self.tokens.get(self.at + ahead) {
            None => true,
            Some(TokenTree::Ident(_)) => {
                let equals = self.is_punct(ahead + 1, '=') && !self.is_punct(ahead + 2, '=');
                let more = self.tokens.get(self.at + ahead + 1);
                equals
                    || more.is_none()
                    || self.is_punct(ahead + 1, ',')
                    || matches!(more, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
            }
            // `!name`
            Some(TokenTree::Punct(punct)) => punct.as_char() == '!',
            Some(_) => true,
        }
    }

    fn is_punct(&self, ahead: usize, wanted: char) -> bool {
        matches!(self.tokens.get(self.at + ahead), Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
    }
}
