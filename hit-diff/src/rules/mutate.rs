//! Values that differ from another in one place.

use serde_json::{Map, Value};

/// Values of one kind that are tried at one place, at most.
const TRIED: usize = 12;

/// What values are made of.
#[derive(Clone, Debug, Default)]
pub(super) struct Pool {
    /// Scalars to put in the place of others.
    pub(super) scalars: Vec<Value>,
    /// Names to give to members.
    pub(super) names: Vec<String>,
}

impl Pool {
    /// Adds the scalars of a value, and neighbors of its numbers.
    pub(super) fn learn(&mut self, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            Value::Object(members) => members.values().for_each(|member| self.learn(member)),
            Value::Number(number) => {
                let next = number.as_i64().and_then(|number| {
                    Some([number.checked_sub(1)?, number, number.checked_add(1)?].map(Value::from))
                });
                match next {
                    Some(numbers) => numbers.into_iter().for_each(|one| self.add(one)),
                    None => self.add(value.clone()),
                }
            }
            scalar => self.add(scalar.clone()),
        }
    }

    fn add(&mut self, scalar: Value) {
        if !self.scalars.contains(&scalar) {
            self.scalars.push(scalar);
        }
    }

    fn like<'p>(&'p self, value: &'p Value) -> impl Iterator<Item = &'p Value> {
        let kind = std::mem::discriminant(value);
        let like = self
            .scalars
            .iter()
            .filter(move |one| std::mem::discriminant(*one) == kind);
        like.filter(move |one| *one != value).take(TRIED)
    }
}

/// All values that differ in one place: a member or an item left out, doubled
/// or added, a scalar replaced, a member renamed.
pub(super) fn mutants(value: &Value, pool: &Pool) -> Vec<Value> {
    match value {
        Value::Array(items) => of_array(items, pool),
        Value::Object(members) => of_object(members, pool),
        scalar => pool.like(scalar).cloned().collect(),
    }
}

fn of_array(items: &[Value], pool: &Pool) -> Vec<Value> {
    let mut out = Vec::new();
    for (at, item) in items.iter().enumerate().take(TRIED) {
        let with = |replaced: Option<Value>| {
            let mut items = items.to_vec();
            match replaced {
                Some(item) => items[at] = item,
                None => {
                    items.remove(at);
                }
            }
            Value::Array(items)
        };
        out.extend(mutants(item, pool).into_iter().map(|item| with(Some(item))));
        out.push(with(None));
    }
    let longer = |item: &Value| {
        let mut items = items.to_vec();
        items.push(item.clone());
        Value::Array(items)
    };
    match items.last() {
        Some(last) => out.push(longer(last)),
        None => out.extend(pool.scalars.iter().take(TRIED).map(longer)),
    }
    out
}

fn of_object(members: &Map<String, Value>, pool: &Pool) -> Vec<Value> {
    let mut out = Vec::new();
    for (name, member) in members {
        for replaced in mutants(member, pool) {
            let mut members = members.clone();
            members.insert(name.clone(), replaced);
            out.push(Value::Object(members));
        }
        let mut fewer = members.clone();
        fewer.remove(name);
        out.push(Value::Object(fewer.clone()));
        let texts = pool.scalars.iter().filter_map(Value::as_str).take(TRIED);
        for other in texts.filter(|other| !members.contains_key(*other)) {
            let mut renamed = fewer.clone();
            renamed.insert(other.to_owned(), member.clone());
            out.push(Value::Object(renamed));
        }
    }
    let absent = pool
        .names
        .iter()
        .filter(|name| !members.contains_key(*name));
    for name in absent {
        let structures = [Value::Array(Vec::new()), Value::Object(Map::new())];
        for value in pool.scalars.iter().take(TRIED).cloned().chain(structures) {
            let mut more = members.clone();
            more.insert(name.clone(), value);
            out.push(Value::Object(more));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Pool, mutants};

    #[test]
    fn one_place_changes() {
        let mut pool = Pool::default();
        pool.learn(&json!(7));
        pool.learn(&json!("x"));
        let found = mutants(&json!({"a": [1, "b"]}), &pool);
        for wanted in [
            json!({}),
            json!({"a": [1, "x"]}),
            json!({"a": [8, "b"]}),
            json!({"a": [1]}),
            json!({"x": [1, "b"]}),
        ] {
            assert!(found.contains(&wanted), "{wanted} is not among {found:?}");
        }
    }
}
