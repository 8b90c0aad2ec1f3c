//! References as a draft has them, followed from the root by hand: through the places that are schemas there, each in
//! the resource that it belongs to.

use hit_schema::Draft;
use serde_json::Value;

use super::places::{id, id_keyword, parts};

/// A schema, and the resource that it belongs to.
type Place<'v> = (&'v Value, &'v Value);

/// What was found on the way.
pub(super) struct Reached<'v> {
    root: &'v Value,
    draft: Draft,
    /// All schemas.
    pub(super) places: Vec<Place<'v>>,
    /// Whether some reference leads to nothing in the document. Those to meta-schemas lead there.
    pub(super) leads_nowhere: bool,
}

impl<'v> Reached<'v> {
    /// Follows all references of a schema.
    pub(super) fn from(root: &'v Value, draft: Draft) -> Self {
        let mut reached = Self {
            root,
            draft,
            places: Vec::new(),
            leads_nowhere: false,
        };
        reached.walk();
        reached
    }

    fn walk(&mut self) {
        let mut open = vec![(self.root, self.root)];
        while let Some((schema, outer)) = open.pop() {
            let resource = self.resource(schema, outer);
            let same = |seen: &(&Value, &Value)| {
                std::ptr::eq(seen.0, schema) && std::ptr::eq(seen.1, resource)
            };
            if self.places.iter().any(same) {
                continue;
            }
            self.places.push((schema, resource));
            open.extend(self.follow(schema, resource));
            let parts = parts(schema, self.draft).into_iter();
            open.extend(parts.map(|part| (part, resource)));
        }
    }

    /// Whether two schemas may be called the same.
    pub(super) fn has_twins(&self) -> bool {
        // A reference may lead to where otherwise no schema stands.
        let mut all = everywhere(self.root, self.draft);
        for (schema, _) in &self.places {
            if !all.iter().any(|known| std::ptr::eq(*known, *schema)) {
                all.push(schema);
            }
        }
        let names = all.into_iter().filter_map(|schema| id(schema, self.draft));
        let names: Vec<&str> = names.collect();
        let twins = |at: usize| {
            let others = names.iter().enumerate().filter(|(other, _)| *other != at);
            others
                .map(|(_, name)| name)
                .any(|name| name.ends_with(names[at]))
        };
        (0..names.len()).any(twins) || self.has_twin_anchors()
    }

    fn has_twin_anchors(&self) -> bool {
        let keywords: &[&str] = match self.draft >= Draft::Draft201909 {
            true => &["$anchor", "$dynamicAnchor"],
            false => &["id", "$id"],
        };
        let anchors = self.places.iter().copied().flat_map(|(schema, resource)| {
            let own = keywords
                .iter()
                .filter_map(|keyword| schema.get(keyword)?.as_str());
            own.map(move |anchor| (schema, resource, anchor))
        });
        let anchors: Vec<_> = anchors.collect();
        let twins = |(schema, resource, anchor): &(&Value, &Value, &str)| {
            let same = anchors.iter().filter(|other| other.2 == *anchor);
            let mut same = same.filter(|other| std::ptr::eq(other.1, *resource));
            same.any(|other| !std::ptr::eq(other.0, *schema))
        };
        anchors.iter().any(twins)
    }

    /// The resource of a schema that stands in another one.
    pub(super) fn resource(&self, schema: &'v Value, outer: &'v Value) -> &'v Value {
        match id(schema, self.draft) {
            Some(_) => schema,
            None => outer,
        }
    }

    /// Where a reference may lead besides, if it is a dynamic one.
    pub(super) fn dynamic(&self, target: &str) -> Vec<Place<'v>> {
        let anchor = target.split_once('#').map_or("", |(_, anchor)| anchor);
        let named = |place: &&Place<'v>| match self.draft {
            Draft::Draft201909 => anchor.is_empty() && place.0["$recursiveAnchor"] == true,
            _ => !anchor.is_empty() && place.0["$dynamicAnchor"] == anchor,
        };
        self.places.iter().filter(named).copied().collect()
    }

    /// Where the references of a schema lead.
    fn follow(&mut self, schema: &'v Value, resource: &'v Value) -> Vec<Place<'v>> {
        let mut found = Vec::new();
        for target in self.references(schema) {
            let targets = self.resolve(target, resource);
            self.leads_nowhere |= targets.is_empty();
            found.extend(targets);
        }
        found
    }

    /// The references of a schema.
    pub(super) fn references(&self, schema: &'v Value) -> Vec<&'v str> {
        let known = [
            ("$ref", Draft::Draft3, Draft::V1),
            ("$recursiveRef", Draft::Draft201909, Draft::Draft201909),
            ("$dynamicRef", Draft::Draft202012, Draft::V1),
        ];
        let own = known
            .iter()
            .filter(|row| row.1 <= self.draft && self.draft <= row.2);
        own.filter_map(|row| schema.get(row.0)?.as_str()).collect()
    }

    /// Where a reference in a resource leads.
    pub(super) fn resolve(&self, target: &str, resource: &'v Value) -> Vec<Place<'v>> {
        let (document, fragment) = target.split_once('#').unwrap_or((target, ""));
        let fragment = decoded(fragment);
        if document.contains("json-schema.org/") {
            // Not in the document.
            return vec![(&Value::Null, resource)];
        }
        let named = |value: &&Value| id(value, self.draft).is_some_and(|id| id.ends_with(document));
        let bases: Vec<&Value> = match document.is_empty() {
            true => vec![resource],
            false => everywhere(self.root, self.draft)
                .into_iter()
                .filter(named)
                .collect(),
        };
        let places = bases.into_iter().flat_map(|base| {
            let found: Vec<&Value> = match fragment.as_str() {
                "" => vec![base],
                pointer if pointer.starts_with('/') => base.pointer(pointer).into_iter().collect(),
                anchor => self.anchored(base, anchor),
            };
            found.into_iter().map(move |place| (place, base))
        });
        places.collect()
    }

    /// Schemas with an anchor, in a resource but not in one within it.
    fn anchored(&self, base: &'v Value, anchor: &str) -> Vec<&'v Value> {
        let mut open = vec![base];
        let mut found = Vec::new();
        while let Some(schema) = open.pop() {
            let named = ["$anchor", "$dynamicAnchor"]
                .iter()
                .any(|keyword| schema.get(keyword).and_then(Value::as_str) == Some(anchor));
            let keyword = id_keyword(self.draft);
            let old = schema.get(keyword).and_then(Value::as_str);
            let old = old.and_then(|id| id.strip_prefix('#')) == Some(anchor);
            match self.draft >= Draft::Draft201909 {
                true if named => found.push(schema),
                false if old => found.push(schema),
                _ => {}
            }
            let parts = parts(schema, self.draft).into_iter();
            open.extend(parts.filter(|part| id(part, self.draft).is_none()));
        }
        found
    }
}

/// A fragment without percent-encoding (RFC 3986, section 2.1); what is none stays as it is.
fn decoded(fragment: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = fragment;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.as_bytes());
        let byte = after
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        rest = byte.map_or(after, |_| &after[2..]);
    }
    bytes.extend(rest.as_bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| fragment.to_owned())
}

/// All schemas that stand in one.
fn everywhere(root: &Value, draft: Draft) -> Vec<&Value> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(schema) = found.get(next).copied() {
        next += 1;
        found.extend(parts(schema, draft));
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Draft, Reached, decoded};

    fn leads_nowhere(schema: &Value, draft: Draft) -> bool {
        Reached::from(schema, draft).leads_nowhere
    }

    #[test]
    fn a_reference_is_of_its_resource() {
        let schema = json!({"$defs": {
            "one": {"$ref": "#/$defs/two"},
            "two": {"$id": "two.json", "items": {"$ref": "#"}},
        }});
        assert!(!leads_nowhere(&schema, Draft::Draft202012));
        let schema = json!({"$defs": {
            "one": true,
            "two": {"$id": "two.json", "items": {"$ref": "#/$defs/one"}},
        }});
        assert!(leads_nowhere(&schema, Draft::Draft202012));
    }

    #[test]
    fn fragments_are_decoded() {
        assert_eq!(decoded("/a%22b%25%C3%a9"), "/a\"b%é");
        assert_eq!(decoded("/100%/%zz%"), "/100%/%zz%");
    }

    #[test]
    fn keywords_of_other_drafts_hold_no_schemas() {
        let schema = json!({"then": {"$ref": "nowhere.json"}});
        assert!(!leads_nowhere(&schema, Draft::Draft4));
        assert!(leads_nowhere(&schema, Draft::Draft7));
        let schema = json!({"const": {"$ref": "nowhere.json"}});
        assert!(!leads_nowhere(&schema, Draft::Draft202012));
    }

    #[test]
    fn anchors_are_looked_for_in_one_resource() {
        let schema = json!({
            "$dynamicRef": "#node",
            "$defs": {"other": {"$id": "other.json", "$dynamicAnchor": "node"}},
        });
        assert!(leads_nowhere(&schema, Draft::Draft202012));
        let schema = json!({
            "$dynamicRef": "other.json#node",
            "$defs": {"other": {"$id": "other.json", "$dynamicAnchor": "node"}},
        });
        assert!(!leads_nowhere(&schema, Draft::Draft202012));
    }
}
