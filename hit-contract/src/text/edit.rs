//! Changes of one place of a JSON text. All other bytes stay as they are.

use hit_runtime::Pointer;
use hit_runtime::json::{Json, Limits, Member, Node, parse};

use super::quote::quote;

/// A change of a JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Another value, as a text that need not be JSON.
    Replace {
        /// The value.
        at: Pointer,
        /// What stands there instead.
        raw: String,
    },
    /// A member more, at the end of an object; also one that is there already.
    Insert {
        /// The object.
        at: Pointer,
        /// The name.
        name: String,
        /// The value.
        raw: String,
    },
    /// A member or an item less.
    Remove {
        /// The member or item.
        at: Pointer,
    },
    /// Another name for a member.
    Rename {
        /// The member.
        at: Pointer,
        /// Its name.
        name: String,
    },
    /// Items more, at the end of an array.
    Append {
        /// The array.
        at: Pointer,
        /// The items.
        items: Vec<String>,
    },
}

/// A JSON text and its tree.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text.
    pub text: String,
    /// What it says, with places.
    pub tree: Node,
}

impl Text {
    /// `None` where it is not strict JSON.
    pub fn read(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        let tree = parse(&text, &Limits::default()).ok()?;
        Some(Self { text, tree })
    }

    /// The text after a change; `None` where the place is not there.
    pub fn edited(&self, edit: &Edit) -> Option<String> {
        match edit {
            Edit::Replace { at, raw } => {
                let span = self.tree.pointer(at)?.span;
                Some(self.spliced(span.start, span.end, raw))
            }
            Edit::Insert { at, name, raw } => {
                let node = self.tree.pointer(at)?;
                let last = node.as_object()?.last().map(|member| member.value.span.end);
                Some(self.inserted(node, last, &format!("{}:{raw}", quote(name))))
            }
            Edit::Append { at, items } => {
                let node = self.tree.pointer(at)?;
                let last = node.as_array()?.last().map(|item| item.span.end);
                Some(self.inserted(node, last, &items.join(",")))
            }
            Edit::Rename { at, name } => {
                let (parent, index) = self.member(at)?;
                let span = parent.get(index)?.name_span;
                Some(self.spliced(span.start, span.end, &quote(name)))
            }
            Edit::Remove { at } => self.removed(at),
        }
    }

    /// The text after several changes.
    pub fn edited_all(&self, edits: &[Edit]) -> Option<String> {
        let Some((first, rest)) = edits.split_first() else {
            return Some(self.text.clone());
        };
        let mut text = self.edited(first)?;
        for edit in rest {
            text = Self::read(text)?.edited(edit)?;
        }
        Some(text)
    }

    fn spliced(&self, start: usize, end: usize, raw: &str) -> String {
        let before = self.text.get(..start).unwrap_or_default();
        let after = self.text.get(end..).unwrap_or_default();
        format!("{before}{raw}{after}")
    }

    fn inserted(&self, node: &Node, last: Option<usize>, raw: &str) -> String {
        match last {
            _ if raw.is_empty() => self.text.clone(),
            Some(end) => self.spliced(end, end, &format!(",{raw}")),
            None => self.spliced(node.span.start + 1, node.span.start + 1, raw),
        }
    }

    fn removed(&self, at: &Pointer) -> Option<String> {
        let (parent, token) = parent(at)?;
        let node = self.tree.pointer(&parent)?;
        let spans: Vec<(usize, usize)> = match &node.value {
            Json::Object(members) => {
                let span = |it: &Member| (it.name_span.start, it.value.span.end);
                members.iter().map(span).collect()
            }
            Json::Array(items) => items
                .iter()
                .map(|it| (it.span.start, it.span.end))
                .collect(),
            _ => return None,
        };
        let index = match &node.value {
            Json::Object(members) => members.iter().position(|member| member.name == token)?,
            _ => token.parse().ok()?,
        };
        let (start, end) = *spans.get(index)?;
        let before = index.checked_sub(1).and_then(|it| spans.get(it));
        Some(match (before, spans.get(index + 1)) {
            (Some((_, before)), _) => self.spliced(*before, end, ""),
            (None, Some((next, _))) => self.spliced(start, *next, ""),
            (None, None) => self.spliced(start, end, ""),
        })
    }

    fn member(&self, at: &Pointer) -> Option<(&[Member], usize)> {
        let (above, token) = parent(at)?;
        let members = self.tree.pointer(&above)?.as_object()?;
        let index = members.iter().position(|member| member.name == token)?;
        Some((members, index))
    }
}

/// The pointer one level up, and the last token.
pub fn parent(at: &Pointer) -> Option<(Pointer, String)> {
    let (above, _) = at.as_str().rsplit_once('/')?;
    Some((Pointer::from_escaped(above), at.tokens().last()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str, edit: Edit) -> String {
        Text::read(text).unwrap().edited(&edit).unwrap()
    }

    fn at(pointer: &str) -> Pointer {
        Pointer::from_escaped(pointer)
    }

    #[test]
    fn changes_one_place_and_no_other_byte() {
        let text = r#"{ "a": [1, 2] , "b": {} }"#;
        let raw = "9e9".to_owned();
        let replaced = after(
            text,
            Edit::Replace {
                at: at("/a/1"),
                raw: raw.clone(),
            },
        );
        assert_eq!(replaced, r#"{ "a": [1, 9e9] , "b": {} }"#);
        let name = "c".to_owned();
        let insert = Edit::Insert {
            at: at("/b"),
            name: name.clone(),
            raw: raw.clone(),
        };
        assert_eq!(after(text, insert), r#"{ "a": [1, 2] , "b": {"c":9e9} }"#);
        let insert = Edit::Insert {
            at: at(""),
            name: name.clone(),
            raw,
        };
        assert_eq!(after(text, insert), r#"{ "a": [1, 2] , "b": {},"c":9e9 }"#);
        let remove = |pointer| after(text, Edit::Remove { at: at(pointer) });
        assert_eq!(remove("/a"), r#"{ "b": {} }"#);
        assert_eq!(remove("/b"), r#"{ "a": [1, 2] }"#);
        assert_eq!(remove("/a/0"), r#"{ "a": [2] , "b": {} }"#);
        let renamed = after(text, Edit::Rename { at: at("/a"), name });
        assert_eq!(renamed, r#"{ "c": [1, 2] , "b": {} }"#);
        let items = vec!["3".to_owned(), "4".to_owned()];
        assert_eq!(after("[]", Edit::Append { at: at(""), items }), "[3,4]");
    }
}
