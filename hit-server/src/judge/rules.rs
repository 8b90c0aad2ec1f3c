//! What comes from outside, as the rules of hits ask for it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hit_model::RulesContextSource;
use serde_json::{Value, json};

use super::verdict::Sent;

impl RulesContextSource for Sent {
    fn headers(&self, key: &str) -> Option<Cow<'_, str>> {
        self.headers.get(key).map(|value| value.as_str().into())
    }

    fn all_headers(&self) -> Option<&BTreeMap<String, String>> {
        Some(&self.headers)
    }

    fn media_lengths(&self, key: &str) -> Option<f64> {
        self.catalogue.length(key)
    }

    fn known_users(&self, item: &str) -> Option<bool> {
        self.catalogue.is_user(item)
    }

    /// Of the catalogue only what this hit names: that is all that its rules ask for.
    fn to_value(&self) -> Option<Value> {
        let hit: Value = serde_json::from_slice(&self.body).ok()?;
        let mut context = json!({ "headers": self.headers });
        let members = context.as_object_mut()?;
        if self.catalogue.medias.is_some() {
            members.insert("mediaLengths".to_owned(), json!(self.lengths(&hit)));
        }
        let session = hit.get("sessionId").and_then(Value::as_str);
        if let Some(known) = self.known_users(session.unwrap_or_default()) {
            // A set with or without the one identifier that is asked for answers the same.
            let users: Vec<&str> = session.into_iter().filter(|_| known).collect();
            members.insert("knownUsers".to_owned(), json!(users));
        }
        Some(context)
    }
}

impl Sent {
    fn lengths<'h>(&self, hit: &'h Value) -> BTreeMap<&'h str, f64> {
        let medias = hit.get("medias").and_then(Value::as_array);
        let medias = medias.into_iter().flatten().filter_map(Value::as_str);
        let known = medias.filter_map(|media| Some((media, self.catalogue.length(media)?)));
        known.collect()
    }
}
