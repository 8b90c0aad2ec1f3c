//! The generated types through other formats than JSON text.

use hit_model::Hit;
use serde_json::Value;

use crate::support::examples;

/// What a format makes of a document and of its type.
struct Way {
    name: &'static str,
    read: fn(&Value) -> Result<Hit, String>,
    round: fn(&Hit) -> Result<Hit, String>,
}

fn shown<T>(result: Result<T, impl std::fmt::Display>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

const WAYS: [Way; 5] = [
    Way {
        name: "from_slice",
        read: |value| shown(serde_json::from_slice(&bytes(value))),
        round: |hit| shown(serde_json::from_slice(&shown(serde_json::to_vec(hit))?)),
    },
    Way {
        name: "from_reader",
        read: |value| shown(serde_json::from_reader(bytes(value).as_slice())),
        round: |hit| {
            shown(serde_json::from_reader(
                shown(serde_json::to_vec_pretty(hit))?.as_slice(),
            ))
        },
    },
    Way {
        name: "from_value",
        read: |value| shown(serde_json::from_value(value.clone())),
        round: |hit| shown(serde_json::from_value(shown(serde_json::to_value(hit))?)),
    },
    Way {
        name: "YAML",
        read: |value| {
            shown(serde_saphyr::from_str(&shown(serde_saphyr::to_string(
                value,
            ))?))
        },
        round: |hit| {
            shown(serde_saphyr::from_str(&shown(serde_saphyr::to_string(
                hit,
            ))?))
        },
    },
    Way {
        name: "MessagePack",
        read: |value| {
            shown(rmp_serde::from_slice(&shown(rmp_serde::to_vec_named(
                value,
            ))?))
        },
        round: |hit| shown(rmp_serde::from_slice(&shown(rmp_serde::to_vec_named(hit))?)),
    },
];

fn bytes(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).expect("a value can be written")
}

#[test]
fn every_format_reads_the_same_hits() {
    for (path, text, good) in examples() {
        let Ok(value) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        if path.contains("twice") {
            continue;
        }
        let direct = serde_json::from_str::<Hit>(&text);
        assert_eq!(direct.is_ok(), good, "{path}");
        for way in &WAYS {
            match (&direct, (way.read)(&value)) {
                (Ok(hit), Ok(read)) => {
                    assert_eq!(*hit, read, "{path} as {}", way.name);
                    assert_eq!(
                        (way.round)(hit).as_ref(),
                        Ok(hit),
                        "{path} there and back as {}",
                        way.name
                    );
                }
                (Err(_), Err(_)) => {}
                (direct, read) => panic!("{path} as {}: {direct:?} against {read:?}", way.name),
            }
        }
    }
}

#[test]
fn members_twice_are_refused_in_yaml_too() {
    let yaml = "type: VIEW\ntype: VIEW\ndate: 2020-07-15T10:00:00\n";
    assert!(serde_saphyr::from_str::<Hit>(yaml).is_err());
}
