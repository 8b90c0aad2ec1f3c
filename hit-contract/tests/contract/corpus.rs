//! What is made for a schema.

use hit_contract::make::{Making, Source, Strictness, corpus};
use hit_contract::{Class, Formats, Schema};
use hit_schema::Entry;
use hit_schema::load::NoLoader;
use serde_json::json;

#[test]
fn six_hit_types() {
    let mut schemas = Vec::new();
    for (name, text) in &hit_model::SCHEMAS[1..] {
        let entry = Entry::text(*name, *text);
        schemas.push(Schema::compile(&entry, &NoLoader, Formats::Dialect, text).unwrap());
    }
    let known = json!({"mediaLengths": {"9120": 60.0}, "knownUsers": ["1", "2"]});
    for (endpoint, schema) in schemas.iter().enumerate() {
        let start = std::time::Instant::now();
        let others = schemas.iter().filter(|other| other.name != schema.name);
        let source = Source {
            endpoint,
            schema,
            others: others.collect(),
            headers: Vec::new(),
            known: &known,
            seed: 1,
        };
        let making = Making {
            strict: Strictness { syntax: true, media_type: true, body: Some(2 << 20) },
            random: 0,
        };
        let sink = corpus(&source, "POST", "/api/stat/hits", making);
        let count = |class: Class| sink.cases.iter().filter(|case| case.expect == class).count();
        println!("{} {} accepted {} invalid {} malformed {}; {} ambiguous {} several, {:?}", schema.name, sink.cases.len(),
            count(Class::Accepted), count(Class::Invalid), count(Class::Malformed), sink.ambiguous.len(), sink.several, start.elapsed());
        let mut keys: std::collections::BTreeMap<String, (usize, usize)> = Default::default();
        for case in &sink.cases {
            if let Some(v) = &case.certificate.violated {
                keys.entry(format!("{} {} {}", v.code, hit_contract::make::general(&v.instance), v.schema)).or_default().0 += 1;
            }
        }
        for (key, n) in keys { println!("   {key} {}", n.0); }
        for a in &sink.ambiguous { println!("   ? {} {}", a.reason, a.recipe); }
    }
}
