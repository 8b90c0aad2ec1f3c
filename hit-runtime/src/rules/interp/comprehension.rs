//! Macros.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::rules::functions::sort_by_key;
use crate::rules::interp::context::Interp;
use crate::rules::typed::{TypedBind, TypedComprehension};
use crate::rules::value::{Fault, Key, Map, Outcome, Value};
use hit_cel::ast::{BindKind, Macro};

/// What a macro has gathered so far.
struct Gathered<'a> {
    items: Vec<Value<'a>>,
    keys: Vec<Value<'a>>,
    entries: BTreeMap<Key, Value<'a>>,
    failed: Option<Fault>,
    count: usize,
}

impl<'a> Interp<'_, 'a> {
    /// A macro over a range.
    pub fn comprehension(&mut self, inner: &'a TypedComprehension) -> Outcome<'a> {
        let range = self.expression(&inner.range)?;
        let mut gathered = Gathered {
            items: Vec::new(),
            keys: Vec::new(),
            entries: BTreeMap::new(),
            failed: None,
            count: 0,
        };
        let decided = match range {
            Value::List(list) => {
                let mut decided = None;
                for (index, item) in list.iter().enumerate() {
                    let index = Value::Int(i64::try_from(index).unwrap_or(i64::MAX));
                    decided = self.step(inner, index, item?, false, &mut gathered)?;
                    if decided.is_some() {
                        break;
                    }
                }
                decided
            }
            Value::Map(map) => self.over_map(inner, &map, &mut gathered)?,
            _ => return Err(Fault::no_such_overload()),
        };
        match decided {
            Some(value) => Ok(value),
            None => self.finish(inner.kind, gathered),
        }
    }

    fn over_map(
        &mut self,
        inner: &'a TypedComprehension,
        map: &Map<'a>,
        gathered: &mut Gathered<'a>,
    ) -> Result<Option<Value<'a>>, Fault> {
        for key in map.keys() {
            let found = map
                .get(&Key::from_value(&key)?)
                .unwrap_or_else(|| Err(Fault::no_such_key("")))?;
            if let Some(decided) = self.step(inner, key, found, true, gathered)? {
                return Ok(Some(decided));
            }
        }
        Ok(None)
    }

    /// One element. `Some` when it decides the whole.
    fn step(
        &mut self,
        inner: &'a TypedComprehension,
        key: Value<'a>,
        element: Value<'a>,
        is_map: bool,
        gathered: &mut Gathered<'a>,
    ) -> Result<Option<Value<'a>>, Fault> {
        self.meter.charge(1)?;
        self.locals.truncate(inner.slot);
        let one = if is_map { key.clone() } else { element.clone() };
        if inner.variables.len() == 1 {
            self.locals.push(one.clone());
        } else {
            self.locals.push(key.clone());
            self.locals.push(element);
        }
        let kept = match &inner.filter {
            Some(filter) => self.truth(filter)?,
            None => true,
        };
        let decided = if kept {
            self.gather(inner, key, one, gathered)?
        } else {
            None
        };
        self.locals.truncate(inner.slot);
        Ok(decided)
    }

    fn gather(
        &mut self,
        inner: &'a TypedComprehension,
        key: Value<'a>,
        one: Value<'a>,
        gathered: &mut Gathered<'a>,
    ) -> Result<Option<Value<'a>>, Fault> {
        match inner.kind {
            Macro::All | Macro::Exists => {
                let decisive = inner.kind == Macro::Exists;
                match self.truth(&inner.body) {
                    Ok(value) if value == decisive => return Ok(Some(Value::Bool(decisive))),
                    Ok(_) => {}
                    Err(fault) if fault.is_final() => return Err(fault),
                    Err(fault) => {
                        gathered.failed = Some(match gathered.failed.take() {
                            Some(first) => first.or_stronger(fault),
                            None => fault,
                        });
                    }
                }
            }
            Macro::ExistsOne => gathered.count += usize::from(self.truth(&inner.body)?),
            Macro::Filter => {
                if self.truth(&inner.body)? {
                    gathered.items.push(one);
                }
            }
            Macro::Map | Macro::TransformList => gathered.items.push(self.expression(&inner.body)?),
            Macro::TransformMap => {
                let value = self.expression(&inner.body)?;
                gathered.entries.insert(Key::from_value(&key)?, value);
            }
            Macro::TransformMapEntry => match self.expression(&inner.body)? {
                Value::Map(map) => merge(&map, &mut gathered.entries)?,
                _ => return Err(Fault::no_such_overload()),
            },
            Macro::SortBy => {
                gathered.keys.push(self.expression(&inner.body)?);
                gathered.items.push(one);
            }
        }
        Ok(None)
    }

    fn finish(&mut self, kind: Macro, gathered: Gathered<'a>) -> Outcome<'a> {
        if let Some(fault) = gathered.failed {
            return Err(fault);
        }
        Ok(match kind {
            Macro::All => Value::Bool(true),
            Macro::Exists => Value::Bool(false),
            Macro::ExistsOne => Value::Bool(gathered.count == 1),
            Macro::Filter | Macro::Map | Macro::TransformList => Value::list(gathered.items),
            Macro::TransformMap | Macro::TransformMapEntry => {
                Value::Map(Map::Owned(Rc::new(gathered.entries)))
            }
            Macro::SortBy => {
                let keyed = gathered.keys.into_iter().zip(gathered.items).collect();
                Value::list(sort_by_key(keyed, self.meter)?)
            }
        })
    }

    /// `o.optMap(v, e)`, `o.optFlatMap(v, e)`, `cel.bind(v, value, e)`
    pub fn bind(&mut self, inner: &'a TypedBind) -> Outcome<'a> {
        let value = self.expression(&inner.value)?;
        let value = match (inner.kind, value) {
            (BindKind::Let, value) => value,
            (_, Value::Optional(Some(held))) => (*held).clone(),
            (_, Value::Optional(None)) => return Ok(Value::Optional(None)),
            _ => return Err(Fault::no_such_overload()),
        };
        self.locals.truncate(inner.slot);
        self.locals.push(value);
        let result = self.expression(&inner.body);
        self.locals.truncate(inner.slot);
        match inner.kind {
            BindKind::OptMap => result.map(Value::some),
            BindKind::OptFlatMap | BindKind::Let => result,
        }
    }
}

fn merge<'a>(map: &Map<'a>, entries: &mut BTreeMap<Key, Value<'a>>) -> Result<(), Fault> {
    for key in map.keys() {
        let key = Key::from_value(&key)?;
        if let Some(value) = map.get(&key)
            && entries.insert(key, value?).is_some()
        {
            return Err(Fault::other("insert failed: a key is repeated"));
        }
    }
    Ok(())
}
