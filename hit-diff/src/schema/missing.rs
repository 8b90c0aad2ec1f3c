//! Documents that are not available: something stands in for them, so that the
//! rest can be compared.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use hit_schema::Draft;
use hit_schema::load::{Load, LoadError, Loaded};
use serde_json::{Map, Value, json};

/// What a stand-in accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StandIn {
    Everything,
    Nothing,
}

/// A loader that never lacks a document.
pub(super) struct Standing<'l> {
    inner: &'l dyn Load,
    stand_in: StandIn,
    draft: Draft,
    /// Fragments that references name: every stand-in has all of them.
    fragments: RefCell<BTreeSet<String>>,
    /// The URIs that were not available.
    missing: RefCell<BTreeSet<String>>,
}

impl<'l> Standing<'l> {
    pub(super) fn new(inner: &'l dyn Load, draft: Draft, stand_in: StandIn) -> Self {
        Self {
            inner,
            stand_in,
            draft,
            fragments: RefCell::default(),
            missing: RefCell::default(),
        }
    }

    /// Notes the fragments of all references in a text.
    pub(super) fn note(&self, bytes: &[u8]) {
        if let Ok(value) = serde_json::from_slice::<Value>(bytes) {
            fragments(&value, &mut self.fragments.borrow_mut());
        }
    }

    /// The documents that were not available, by their URI.
    pub(super) fn missing(&self) -> BTreeMap<String, Value> {
        let missing = self.missing.borrow();
        let stand_in = |uri: &String| (uri.clone(), self.stand_in());
        missing.iter().map(stand_in).collect()
    }

    fn stand_in(&self) -> Value {
        let mut root = match self.leaf() {
            Value::Object(members) => members,
            _ => Map::new(),
        };
        for fragment in self.fragments.borrow().iter() {
            let tokens: Vec<String> = fragment.split('/').skip(1).map(unescape).collect();
            insert(&mut root, &tokens, &self.leaf());
        }
        Value::Object(root)
    }

    fn leaf(&self) -> Value {
        match self.stand_in {
            StandIn::Everything => json!({}),
            StandIn::Nothing if self.draft == Draft::Draft3 => json!({"disallow": "any"}),
            StandIn::Nothing => json!({"not": {}}),
        }
    }
}

impl Load for Standing<'_> {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        if let Some(loaded) = self.inner.load(uri)? {
            self.note(&loaded.bytes);
            return Ok(Some(loaded));
        }
        self.missing.borrow_mut().insert(uri.to_owned());
        Ok(Some(Loaded {
            name: uri.to_owned(),
            path: None,
            bytes: self.stand_in().to_string().into_bytes(),
        }))
    }
}

fn fragments(value: &Value, out: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| fragments(item, out)),
        Value::Object(members) => {
            for (name, member) in members {
                if let (true, Some(reference)) = (name.ends_with("$ref"), member.as_str())
                    && let Some((document, fragment)) = reference.split_once('#')
                    && !document.is_empty()
                    && fragment.starts_with('/')
                {
                    out.insert(hit_schema::uri::percent_decode(fragment).unwrap_or_default());
                }
                fragments(member, out);
            }
        }
        _ => {}
    }
}

fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

fn insert(object: &mut Map<String, Value>, tokens: &[String], leaf: &Value) {
    let Some((first, rest)) = tokens.split_first() else {
        return;
    };
    let slot = object.entry(first.clone()).or_insert_with(|| json!({}));
    match (slot, leaf) {
        (Value::Object(inner), _) if !rest.is_empty() => insert(inner, rest, leaf),
        (Value::Object(inner), Value::Object(leaf)) => {
            inner.extend(
                leaf.iter()
                    .map(|(name, value)| (name.clone(), value.clone())),
            );
        }
        _ => {}
    }
}
