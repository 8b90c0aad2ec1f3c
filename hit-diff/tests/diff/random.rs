//! Random pairs of schemas: what the guard proves is tried on many documents,
//! and what it refutes is judged once more, by the crate `jsonschema` alone.

use hit_diff::{Budget, Mode, SampleSettings, Schema, Verdict, check, sample};
use serde_json::{Map, Value, json};

/// Pairs that are compared; `HIT_RANDOM_PAIRS` asks for more.
const PAIRS: u64 = 250;
/// Documents tried on a proof.
const DOCUMENTS: usize = 300;

/// `SplitMix64`.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn number(&mut self) -> Value {
        match self.below(4) {
            0 => json!(f64::from(i32::try_from(self.below(13)).unwrap() - 4) / 2.0),
            1 => json!(self.pick(&[1e20, -1e20, 0.1, 1e-7])),
            _ => json!(i64::try_from(self.below(9)).unwrap() - 3),
        }
    }

    fn value(&mut self, depth: usize) -> Value {
        match self.below(if depth == 0 { 5 } else { 8 }) {
            0 => Value::Null,
            1 => json!(self.below(2) == 0),
            2 | 3 => self.number(),
            4 => json!(self.pick(&[
                "", "a", "b", "ab", "a1", "é", "aaaa", "x-y", "\n", "a\nb", "12", " b"
            ])),
            5 => (0..self.below(4)).map(|_| self.value(depth - 1)).collect(),
            _ => {
                let members = (0..self.below(4))
                    .map(|_| ((*self.pick(&NAMES)).to_owned(), self.value(depth - 1)));
                Value::Object(members.collect())
            }
        }
    }

    fn schema(&mut self, depth: usize) -> Value {
        match self.below(14) {
            0 => return json!(true),
            1 if depth < 3 => return json!(false),
            _ => {}
        }
        let mut schema = Map::new();
        for _ in 0..=self.below(3) {
            let (keyword, value) = self.keyword(depth);
            schema.insert(keyword.to_owned(), value);
        }
        Value::Object(schema)
    }

    fn schemas(&mut self, depth: usize) -> Value {
        (0..=self.below(3)).map(|_| self.schema(depth)).collect()
    }

    fn named(&mut self, depth: usize, names: &[&str]) -> Value {
        let members =
            (0..=self.below(3)).map(|_| ((*self.pick(names)).to_owned(), self.schema(depth)));
        Value::Object(members.collect())
    }

    fn keyword(&mut self, depth: usize) -> (&'static str, Value) {
        const SCALAR: usize = 18;
        let limit = |random: &mut Self| json!(random.below(4));
        let below = depth.saturating_sub(1);
        match self.below(if depth == 0 { SCALAR } else { SCALAR + 20 }) {
            0..=3 => ("type", {
                let types = [
                    "null", "boolean", "integer", "number", "string", "array", "object",
                ];
                match self.below(3) {
                    0 => {
                        let mut some: Vec<&str> = (0..3).map(|_| *self.pick(&types)).collect();
                        some.sort_unstable();
                        some.dedup();
                        json!(some)
                    }
                    _ => json!(self.pick(&types)),
                }
            }),
            4 => ("enum", (0..=self.below(3)).map(|_| self.value(1)).collect()),
            5 => ("const", self.value(2)),
            6 => ("minimum", self.number()),
            7 => ("maximum", self.number()),
            8 => ("exclusiveMinimum", self.number()),
            9 => ("exclusiveMaximum", self.number()),
            10 => (
                "multipleOf",
                self.pick(&[json!(2), json!(3), json!(0.5), json!(1)])
                    .clone(),
            ),
            11 => ("minLength", limit(self)),
            12 => ("maxLength", limit(self)),
            13 => ("pattern", json!(self.pick(&PATTERNS))),
            14 => ("minItems", limit(self)),
            15 => ("maxItems", limit(self)),
            16 => ("uniqueItems", json!(true)),
            17 => {
                let names: Vec<&str> = (0..self.below(3)).map(|_| *self.pick(&NAMES)).collect();
                let mut names: Vec<&str> = names;
                names.sort_unstable();
                names.dedup();
                ("required", json!(names))
            }
            18 | 19 => ("properties", self.named(below, &NAMES)),
            20 => ("patternProperties", self.named(below, &PATTERNS)),
            21 => ("additionalProperties", self.schema(below)),
            22 => ("propertyNames", self.schema(below)),
            23 => ("minProperties", limit(self)),
            24 => ("maxProperties", limit(self)),
            25 => ("items", self.schema(below)),
            26 => ("prefixItems", self.schemas(below)),
            27 => ("contains", self.schema(below)),
            28 => ("allOf", self.schemas(below)),
            29 => ("anyOf", self.schemas(below)),
            30 => ("oneOf", self.schemas(below)),
            31 => ("not", self.schema(below)),
            32 => ("if", self.schema(below)),
            33 => (
                if self.below(2) == 0 { "then" } else { "else" },
                self.schema(below),
            ),
            34 => ("dependentSchemas", self.named(below, &NAMES)),
            35 => ("unevaluatedProperties", self.schema(below)),
            36 => ("unevaluatedItems", self.schema(below)),
            _ => match self.below(2) {
                0 => ("minContains", limit(self)),
                _ => ("maxContains", limit(self)),
            },
        }
    }

    /// The schema with one place changed.
    fn edited(&mut self, schema: &Value) -> Value {
        let Value::Object(members) = schema else {
            return self.schema(1);
        };
        let mut members = members.clone();
        let keys: Vec<String> = members.keys().cloned().collect();
        match self.below(4) {
            0 => {
                let (keyword, value) = self.keyword(1);
                members.insert(keyword.to_owned(), value);
            }
            1 if !keys.is_empty() => {
                members.remove(self.pick(&keys));
            }
            _ => {
                for key in &keys {
                    let below = match &members[key] {
                        Value::Object(inner)
                            if key.ends_with("roperties") || key == "dependentSchemas" =>
                        {
                            let mut inner = inner.clone();
                            if let Some((name, one)) = inner.clone().iter().next() {
                                inner.insert(name.clone(), self.edited(one));
                            }
                            Some(Value::Object(inner))
                        }
                        inner @ Value::Object(_) if !matches!(key.as_str(), "const" | "enum") => {
                            Some(self.edited(inner))
                        }
                        Value::Number(_) => Some(match key.as_str() {
                            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                                self.number()
                            }
                            "multipleOf" => json!(2),
                            _ => json!(self.below(4)),
                        }),
                        _ => None,
                    };
                    if let Some(below) = below {
                        members.insert(key.clone(), below);
                        break;
                    }
                }
            }
        }
        Value::Object(members)
    }
}

const NAMES: [&str; 5] = ["a", "b", "ab", "x-y", ""];
const PATTERNS: [&str; 13] = [
    "a", "^a", "b$", "^[a-c]*$", "^.{2}$", "[0-9]", "^.*$", "\\bb", "[^a]", "^(a|b)+$", "^\\d+$",
    "\\s", "^(?!a)",
];

fn pair(random: &mut Random) -> (Value, Value) {
    let depth = 1 + random.below(3);
    let old = random.schema(depth);
    let new = match random.below(4) {
        0 => random.schema(depth),
        1 => {
            let other = random.schema(depth);
            json!({ "anyOf": [old.clone(), other] })
        }
        _ => random.edited(&old),
    };
    match random.below(2) {
        0 => (old, new),
        _ => (new, old),
    }
}

/// Documents that tell the schemas apart, if any do.
fn documents(random: &mut Random, old: &Schema) -> Vec<Value> {
    let mut documents: Vec<Value> = (0..DOCUMENTS).map(|_| random.value(3)).collect();
    let settings = SampleSettings {
        count: 12,
        seed: random.next(),
        ..SampleSettings::default()
    };
    for one in sample(old, settings).unwrap_or_default() {
        documents.push(serde_json::from_str(&one.text).unwrap());
    }
    documents
}

#[test]
fn random_pairs() {
    let asked = std::env::var("HIT_RANDOM_PAIRS")
        .ok()
        .and_then(|count| count.parse().ok());
    let from = std::env::var("HIT_RANDOM_FROM")
        .ok()
        .and_then(|from| from.parse().ok())
        .unwrap_or(0);
    let mut counts = [0; 3];
    for seed in from..from + asked.unwrap_or(PAIRS) {
        let mut random = Random(seed.wrapping_mul(0x1234_5678_9ABC_DEF1));
        let (old, new) = pair(&mut random);
        let sides = [&old, &new].map(|schema| Schema::from_text("side", &schema.to_string()).ok());
        let judges = [&old, &new].map(|schema| jsonschema::validator_for(schema).ok());
        let ([Some(one), Some(other)], [Some(before), Some(after)]) = (sides, judges) else {
            continue;
        };
        let told = || format!("seed {seed}: {old} → {new}");
        match check(&one, &other, Mode::Backward, Budget::default()) {
            Verdict::Compatible { proof } => {
                counts[0] += 1;
                for document in documents(&mut random, &one) {
                    let lost = before.is_valid(&document) && !after.is_valid(&document);
                    assert!(!lost, "{}: {document} is lost, {proof:?}", told());
                }
            }
            Verdict::Breaking { witness } => {
                counts[1] += 1;
                let document = &witness.document;
                assert!(
                    before.is_valid(document),
                    "{}: {document} was never accepted",
                    told()
                );
                assert!(
                    !after.is_valid(document),
                    "{}: {document} is accepted",
                    told()
                );
            }
            Verdict::Undecided { .. } => counts[2] += 1,
        }
    }
    println!(
        "compatible {}, breaking {}, undecided {}",
        counts[0], counts[1], counts[2]
    );
    assert!(
        counts[2] * 20 <= counts[0] + counts[1] + counts[2],
        "{counts:?}"
    );
    assert!(counts[0] * 8 >= counts[1] && counts[1] > 0, "{counts:?}");
}
