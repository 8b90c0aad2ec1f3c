//! What a schema or document says literally: the best material for documents
//! that nearly fit.

use serde_json::{Number, Value};

/// Strings and numbers, each once, in order of appearance.
#[derive(Clone, Debug, Default)]
pub struct Literals {
    /// All strings and member names.
    pub texts: Vec<String>,
    /// All numbers.
    pub numbers: Vec<Number>,
    /// Values of `const`, `enum`, `default` and `examples`.
    pub values: Vec<Value>,
}

/// Kept of each kind, at most.
const MOST: usize = 200;

impl Literals {
    /// Those of a value.
    pub fn of(value: &Value) -> Self {
        let mut literals = Self::default();
        literals.collect(value);
        literals
    }

    fn collect(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Number(number)
                if self.numbers.len() < MOST && !self.numbers.contains(number) =>
            {
                self.numbers.push(number.clone());
            }
            Value::Array(items) => items.iter().for_each(|item| self.collect(item)),
            Value::Object(members) => {
                for (name, member) in members {
                    self.text(name);
                    self.keyword(name, member);
                    self.collect(member);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.texts.len() < MOST && !self.texts.iter().any(|other| other == text) {
            self.texts.push(text.to_owned());
        }
    }

    fn keyword(&mut self, name: &str, member: &Value) {
        let found: &[Value] = match (name, member) {
            ("const" | "default", value) => std::slice::from_ref(value),
            ("enum" | "examples", Value::Array(values)) => values,
            _ => return,
        };
        let room = MOST.saturating_sub(self.values.len());
        self.values.extend(found.iter().take(room).cloned());
    }
}
