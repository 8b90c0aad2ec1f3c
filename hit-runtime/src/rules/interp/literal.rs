//! List and map literals.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::rules::interp::context::Interp;
use crate::rules::typed::Typed;
use crate::rules::value::{Fault, Key, Map, Outcome, Value};

impl<'a> Interp<'_, 'a> {
    /// `[a, ?b]`
    pub fn list(&mut self, elements: &'a [(Typed, bool)]) -> Outcome<'a> {
        let mut items = Vec::with_capacity(elements.len());
        for (element, optional) in elements {
            let value = self.expression(element)?;
            items.extend(if *optional {
                unwrapped(value)?
            } else {
                Some(value)
            });
        }
        Ok(Value::list(items))
    }

    /// `{k: v, ?k: v}`
    pub fn map(&mut self, entries: &'a [(Typed, Typed, bool)]) -> Outcome<'a> {
        let mut map = BTreeMap::new();
        for (key, value, optional) in entries {
            let key = Key::from_value(&self.expression(key)?)?;
            let value = self.expression(value)?;
            let Some(value) = (if *optional {
                unwrapped(value)?
            } else {
                Some(value)
            }) else {
                continue;
            };
            if map.insert(key, value).is_some() {
                return Err(Fault::other("a key of the map literal is repeated"));
            }
        }
        Ok(Value::Map(Map::Owned(Rc::new(map))))
    }
}

fn unwrapped(value: Value<'_>) -> Result<Option<Value<'_>>, Fault> {
    match value {
        Value::Optional(inner) => Ok(inner.map(|inner| (*inner).clone())),
        _ => Err(Fault::no_such_overload()),
    }
}
