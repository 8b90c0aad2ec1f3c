//! Which keyword was tried where: its edge accepted, its violation refused.

use std::collections::BTreeMap;

use hit_runtime::check::Kind;
use serde_json::Value;

use crate::case::Class;
use crate::make::general;
use crate::run::Corpus;
use crate::schema::places;
use crate::service::Service;

/// A keyword or a rule at a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// The endpoint.
    pub endpoint: String,
    /// The place in documents, with `*` for items.
    pub place: String,
    /// The keyword, or the id of a rule.
    pub keyword: String,
}

/// How often a row was tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tried {
    /// Documents that are accepted and reach it.
    pub accepted: usize,
    /// Documents that violate it and nothing else.
    pub violated: usize,
}

/// What was tried of each keyword at each place.
pub fn coverage(service: &Service, corpus: &Corpus) -> BTreeMap<Row, Tried> {
    let mut rows: BTreeMap<Row, Tried> = BTreeMap::new();
    let mut held: BTreeMap<(String, String), usize> = BTreeMap::new();
    for case in &corpus.cases {
        let Some(endpoint) = service.endpoints.get(case.endpoint) else {
            continue;
        };
        let row = |place: String, keyword: &str| Row {
            endpoint: endpoint.name.clone(),
            place,
            keyword: keyword.to_owned(),
        };
        if let (Class::Invalid, Some(violated)) = (case.expect, &case.certificate.violated) {
            let row = row(general(&violated.place()), &violated.code);
            rows.entry(row).or_default().violated += 1;
        }
        if case.expect != Class::Accepted {
            continue;
        }
        let Ok(document) = serde_json::from_slice::<Value>(case.body()) else {
            continue;
        };
        for (at, keyword) in reached(&endpoint.schema, &document) {
            rows.entry(row(at, &keyword)).or_default().accepted += 1;
        }
        let open = &case.certificate.not_evaluated;
        for id in endpoint.schema.rules().ids() {
            if !open.iter().any(|open| open == id) {
                *held
                    .entry((endpoint.name.clone(), id.to_owned()))
                    .or_default() += 1;
            }
        }
    }
    of_rules(rows, held)
}

/// Where a rule points is known when it does not hold: what held goes to the same rows.
fn of_rules(
    mut rows: BTreeMap<Row, Tried>,
    held: BTreeMap<(String, String), usize>,
) -> BTreeMap<Row, Tried> {
    for ((endpoint, keyword), count) in held {
        let mut known = false;
        for (row, tried) in &mut rows {
            if row.endpoint == endpoint && row.keyword == keyword {
                tried.accepted = count;
                known = true;
            }
        }
        if !known {
            let place = String::new();
            let row = Row {
                endpoint,
                place,
                keyword,
            };
            rows.entry(row).or_default().accepted = count;
        }
    }
    rows
}

/// The keywords that a document reaches, each place once.
fn reached(schema: &crate::schema::Schema, document: &Value) -> Vec<(String, String)> {
    let own = schema.own();
    let program = &own.compiled().program;
    let places = places(program, own.checker(), own.root(), document);
    let mut found: Vec<(String, String)> = places
        .into_iter()
        .filter_map(|place| {
            let check = program
                .nodes
                .get(place.node as usize)?
                .checks
                .get(place.check)?;
            let own = !matches!(
                check.kind,
                Kind::Ref(_)
                    | Kind::DynamicRef { .. }
                    | Kind::AllOf(_)
                    | Kind::Properties(_)
                    | Kind::PatternProperties(_)
                    | Kind::Items { .. }
                    | Kind::PrefixItems(_)
            );
            own.then(|| (general(&place.at), check.keyword.clone()))
        })
        .collect();
    found.sort();
    found.dedup();
    found
}
