//! What is made for a schema: every proof holds, every keyword is reached from both sides,
//! and the same seed gives the same cases.

use std::collections::BTreeSet;

use hit_contract::report::{Row, coverage};
use hit_contract::{Axis, Case, Class, Profile, Settings, Verdict, cases, shipped};

fn hits(seed: u64) -> (hit_contract::Service, hit_contract::Corpus) {
    let types = ["PLAY".to_owned(), "UPLOAD".to_owned()];
    let service = shipped(&hit_model::SCHEMAS, Profile::hit(), &types).unwrap();
    let settings = Settings {
        seed,
        ..Settings::default()
    };
    let corpus = cases(&service, &settings);
    (service, corpus)
}

#[test]
fn every_case_has_a_proof() {
    let (service, corpus) = hits(1);
    assert_eq!(corpus.empty, Vec::<String>::new());
    assert!(
        corpus.ambiguous.len() * 50 < corpus.cases.len(),
        "{:?}",
        corpus.ambiguous
    );
    let mut ids = BTreeSet::new();
    for case in &corpus.cases {
        assert!(ids.insert(case.id.clone()), "{} twice", case.id);
        let certificate = &case.certificate;
        assert_eq!(
            certificate.schema,
            service.endpoints[case.endpoint].schema.digest
        );
        match case.expect {
            Class::Accepted => {
                assert_eq!(
                    (certificate.engine, certificate.independent),
                    (Verdict::Valid, Verdict::Valid),
                    "{case:?}"
                );
                assert_ne!(certificate.rules, Verdict::Invalid, "{case:?}");
            }
            Class::Invalid => {
                let violated = certificate.violated.as_ref().expect("one violation");
                let both = (certificate.engine, certificate.independent);
                match violated.is_rule {
                    true => assert_eq!(
                        (both, certificate.rules),
                        ((Verdict::Valid, Verdict::Valid), Verdict::Invalid)
                    ),
                    false => assert_eq!(both, (Verdict::Invalid, Verdict::Invalid), "{case:?}"),
                }
            }
            _ => {}
        }
    }
}

#[test]
fn every_keyword_and_rule_is_tried_from_both_sides() {
    let (service, corpus) = hits(2);
    let rows = coverage(&service, &corpus);
    // What is of another type than an enum's words is none of them either: `type` beside `enum`
    // cannot be violated alone.
    let beside_enum = |row: &Row| {
        let of_enum = Row {
            keyword: "enum".to_owned(),
            ..row.clone()
        };
        row.keyword == "type" && rows.contains_key(&of_enum)
    };
    let missed: Vec<_> = rows
        .iter()
        .filter(|(_, tried)| tried.accepted == 0 || tried.violated == 0)
        .filter(|(row, _)| !beside_enum(row))
        .collect();
    let open = [
        "play.duration-within-length",
        "play.range-within-length",
        "session-is-not-a-known-user",
    ];
    let missed: Vec<_> = missed
        .into_iter()
        .filter(|(row, _)| !open.contains(&row.keyword.as_str()))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
    assert!(rows.len() > 60, "{}", rows.len());
}

#[test]
fn the_same_seed_gives_the_same_cases_and_another_gives_others() {
    let bodies = |seed| -> Vec<(Vec<u8>, Axis)> {
        let body = |case: &std::sync::Arc<Case>| (case.body().to_vec(), case.axis);
        hits(seed).1.cases.iter().map(body).collect()
    };
    let first = bodies(7);
    assert!(first == bodies(7));
    assert!(first != bodies(8));
}
