//! Rules survive: schema, Rust, schema; and Rust, schema, Rust.

use hit_codegen::{Config, generate_text};
use hit_model as hits;
use hit_runtime::{Report, Validate};
use hit_schema::Entry;
use hit_schema::load::NoLoader;
use schemars::{JsonSchema, schema_for};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::support::text;

mod exported {
    #![allow(missing_docs, dead_code)]
    include!(concat!(env!("OUT_DIR"), "/exported.rs"));
}

/// The schema of hand-written types, as schemars makes it of [`Booking`].
mod written {
    #![allow(missing_docs)]
    hit_macro::include_schema!("schemas/written.json");
}

/// All rules of a schema with what stands around them, in the order of the text.
fn rules(schema: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(schema, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match name.as_str() {
                    "x-rules" | "x-rules-context" => found.push(format!("{name}: {member}")),
                    _ => collect(member, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        _ => {}
    }
}

fn of<T: JsonSchema>() -> Value {
    schema_for!(T).to_value()
}

#[test]
fn hits_give_their_schemas_back() {
    let types = [
        ("HIT", of::<hits::Hit>()),
        ("CONNECTION", of::<hits::Connection>()),
        ("DOWNLOAD", of::<hits::Download>()),
        ("PLAY", of::<hits::Play>()),
        ("SEARCH", of::<hits::Search>()),
        ("UPLOAD", of::<hits::Upload>()),
        ("VIEW", of::<hits::View>()),
    ];
    assert_eq!(types.len(), hits::SCHEMAS.len());
    for (name, exported) in types {
        let shipped = hits::schema(name).expect("a hit type");
        let shipped: Value = serde_json::from_str(shipped).expect("JSON");
        assert!(rules(&shipped).len() >= 3, "{name}");
        assert_eq!(rules(&exported), rules(&shipped), "{name}");
        assert_eq!(exported.to_string(), shipped.to_string(), "{name}");
    }
}

#[test]
fn a_part_of_a_hit_gives_the_schema_of_the_part() {
    let schema = of::<hits::User>();
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for (user, valid) in [
        (json!({ "userId": "1" }), true),
        (json!({ "userId": 1 }), false),
        (
            json!({ "firstName": "A", "lastName": "B", "email": "a@example.org" }),
            true,
        ),
    ] {
        assert_eq!(validator.is_valid(&user), valid, "{user}");
        let read = serde_json::from_value::<hits::User>(user.clone());
        assert_eq!(read.is_ok(), valid, "{user}");
    }
    let generated = generated(&schema);
    assert!(
        generated.contains("user-is-identified"),
        "the rules came along"
    );
}

/// The code for a schema that stands alone.
fn generated(schema: &Value) -> String {
    let entry = Entry::text("again.json", schema.to_string());
    let config = Config::new().out("again.rs");
    let generated = generate_text(&[entry], &NoLoader, &config);
    generated.unwrap_or_else(|errors| panic!("{errors}")).text
}

#[test]
fn a_schema_of_every_kind_of_rule_comes_back() {
    let file: Value = serde_json::from_str(&text("tests/schemas/ruled.json")).expect("JSON");
    let mut exported = of::<exported::Ruled>();
    let members = exported.as_object_mut().expect("an object");
    // What it is called, so that it can stand inside of other schemas.
    assert_eq!(members.remove("$id"), Some(json!("schema:///Ruled")));
    assert_eq!(exported.to_string(), file.to_string());
    assert!(rules(&exported).len() > 5);
    // A part of it, with the rules of the part.
    let schema = of::<exported::Range>();
    let again = generated(&schema);
    for rule in file["$defs"]["Range"]["x-rules"].as_array().expect("rules") {
        let id = rule["id"].as_str().expect("an id");
        assert!(again.contains(id), "{id}");
    }
}

/// What is known of the house.
#[derive(Debug, Default, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(rename_all = "camelCase")]
struct House {
    rooms: Option<u32>,
}

/// Guests on some nights.
#[derive(Debug, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(rename_all = "camelCase")]
#[schemars(transform = hit_runtime::x_rules_and_context::<Self>)]
#[rules(context = House)]
#[rule(id = "nights", path = "/lastNight", expr(self.firstNight <= self.lastNight), message = "leaves on {self.lastNight}, before coming on {self.firstNight}")]
#[rule(id = "names", expr(self.guests.all(guest, guest.name.size() > 1)), path = "/name", message = "no name: {guest.name}")]
#[rule(
    id = "rooms",
    expr = "size(self.guests) <= ctx.rooms * 2",
    path = "/guests",
    message = "too many for {ctx.rooms} rooms"
)]
#[rule(id = "paid", when(has(self.code)), expr(self.code.matches("^[A-Z]{2}[0-9]+$")), path = "/code", severity = "warning")]
#[rule(id = "even", check = |booking, _| booking.guests.len() % 2 == 0, message = "an odd number of guests")]
struct Booking {
    #[schemars(range(min = 0))]
    first_night: i32,
    last_night: i32,
    guests: Vec<Guest>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}

/// Somebody.
#[derive(Debug, Serialize, Deserialize, JsonSchema, Validate)]
#[schemars(transform = hit_runtime::x_rules::<Self>)]
#[rule(id = "grown", expr(self.age >= 18 || has(self.with)), message = "comes alone at {self.age}")]
struct Guest {
    name: String,
    #[schemars(range(max = 150))]
    age: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    with: Option<String>,
}

#[test]
fn the_schema_of_the_hand_written_types_is_as_checked_in() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/written.json");
    let mut wanted = serde_json::to_string_pretty(&of::<Booking>()).expect("JSON");
    wanted.push('\n');
    if std::fs::read_to_string(path).unwrap_or_default() != wanted {
        std::fs::write(path, wanted).expect("the file can be written");
        panic!("{path} was out of date; it is written anew, run the test again");
    }
}

#[test]
fn checks_in_rust_are_opaque_entries() {
    let schema = of::<Booking>();
    let entries = schema["x-rules"].as_array().expect("rules");
    let even = entries.iter().find(|entry| entry["id"] == "even");
    assert_eq!(
        even,
        Some(&json!({ "id": "even", "opaque": true, "message": "an odd number of guests" }))
    );
    let paid = entries.iter().find(|entry| entry["id"] == "paid");
    assert_eq!(
        paid,
        Some(&json!({
            "id": "paid", "rule": "self.code.matches(\"^[A-Z]{2}[0-9]+$\")", "when": "has(self.code)",
            "path": "/code", "severity": "warning",
        }))
    );
}

/// Codes, places and messages, without those of checks in Rust.
fn said(report: &Report) -> Vec<(String, String, String)> {
    let violations = report.violations.iter().filter(|it| it.code != "even");
    let mut said: Vec<_> = violations
        .map(|it| (it.code.clone(), it.instance.to_string(), it.message.clone()))
        .collect();
    said.sort();
    said
}

fn booking(changes: Value) -> Value {
    let guest = json!({ "name": "Ann", "age": 30 });
    let mut booking = json!({ "firstNight": 1, "lastNight": 2, "guests": [guest.clone(), guest] });
    let changes: Map<String, Value> = serde_json::from_value(changes).expect("an object");
    booking.as_object_mut().expect("an object").extend(changes);
    booking
}

#[test]
fn types_of_the_exported_schema_enforce_the_same_rules() {
    let young = json!([{ "name": "A", "age": 12 }, { "name": "Bob", "age": 3, "with": "Ann" }]);
    let many = vec![json!({ "name": "Ann", "age": 30 }); 6];
    let mut broken = 0;
    for changes in [
        json!({}),
        json!({ "firstNight": 3 }),
        json!({ "guests": young }),
        json!({ "guests": many }),
        json!({ "code": "A1" }),
        json!({ "code": "AB12" }),
        json!({ "firstNight": 9, "guests": young, "code": "" }),
        json!({ "guests": [] }),
    ] {
        let document = booking(changes);
        let by_hand: Booking = serde_json::from_value(document.clone()).expect("a booking");
        for rooms in [None, Some(2)] {
            let wanted = by_hand.validate(&House { rooms });
            let outside = rooms.map_or(json!({}), |rooms| json!({ "rooms": rooms }));
            let outside: written::RulesContext =
                serde_json::from_value(outside).expect("a context");
            let text = document.to_string();
            // Rules that need nothing from outside have refused it when it was read.
            let read = hit_runtime::from_slice::<written::Written>(text.as_bytes());
            let refused = wanted.violations.iter().any(|it| {
                it.severity == hit_runtime::Severity::Error
                    && !["rooms", "even"].contains(&it.code.as_str())
            });
            assert_eq!(read.is_err(), refused, "{text}: {read:?}");
            let value = hit_runtime::from_slice_by_schema::<written::Written>(text.as_bytes());
            let found = value.expect("the schema accepts it").validate(&outside);
            assert_eq!(said(&found), said(&wanted), "{text}, {rooms:?}");
            let open =
                |report: &Report, id: &str| report.not_evaluated.iter().any(|it| it.id == id);
            assert_eq!(open(&found, "rooms"), rooms.is_none());
            assert_eq!(open(&wanted, "rooms"), rooms.is_none());
            assert!(
                open(&found, "even"),
                "an opaque rule is told, and not evaluated"
            );
            broken += said(&wanted).len();
        }
    }
    assert!(broken > 10, "{broken} violations were compared");
}
