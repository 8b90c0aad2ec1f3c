//! A rule means the same wherever it is written: each row of this table is run by the code that
//! `#[derive(Validate)]` makes, and by the interpreter over the schema that the same struct exports.

use std::collections::BTreeMap;

use hit_rules::schema::{Outside, Rules, compile};
use hit_runtime::check::{Checker, NodeId};
use hit_runtime::{NotEvaluated, Validate, Violation};
use hit_schema::load::NoLoader;
use hit_schema::{Entry, Options};
use schemars::JsonSchema;
use serde::Serialize;

#[derive(Clone, Debug, PartialEq, JsonSchema, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Range {
    start: f64,
    end: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    note_text: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, JsonSchema, Serialize, Validate)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Kind {
    FullScreen,
    Small,
}

#[derive(JsonSchema, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Media {
    video_length: Option<f64>,
}

#[derive(JsonSchema, Serialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Outer {
    #[serde(skip_serializing_if = "Option::is_none")]
    media: Option<Media>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known_users: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    headers: Option<BTreeMap<String, String>>,
}

/// What becomes of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Becomes {
    Holds,
    Fails,
    Faults,
    Open,
}

use Becomes::{Fails, Faults, Holds, Open};

macro_rules! table {
    ($($text:tt: $full:ident $sparse:ident;)*) => {
        #[derive(Clone, Debug, PartialEq, JsonSchema, Serialize, Validate)]
        #[serde(rename_all = "camelCase")]
        #[schemars(transform = hit_runtime::x_rules_and_context::<Self>)]
        #[rules(context = Outer)]
        $(#[rule(id = $text, expr = $text)])*
        struct Subject {
            name: String,
            count: i64,
            large: u64,
            ratio: f64,
            flag: bool,
            kind: Kind,
            ranges: Vec<Range>,
            tags: Vec<String>,
            numbers: Vec<i64>,
            labels: BTreeMap<String, String>,
            #[serde(rename = "type")]
            type_name: String,
            #[serde(rename = "x-origin")]
            origin: String,
            at: String,
            #[serde(skip_serializing_if = "Option::is_none")]
            best: Option<Box<Range>>,
            #[serde(skip_serializing_if = "Option::is_none")]
            title: Option<String>,
            #[serde(skip_serializing_if = "Option::is_none")]
            limit: Option<i64>,
            #[serde(skip_serializing_if = "Option::is_none")]
            users: Option<Vec<String>>,
        }

        /// The rules, and what becomes of each with the full value and with the sparse one.
        const TABLE: &[(&str, Becomes, Becomes)] = &[$(($text, $full, $sparse),)*];
    };
}

table! {
    // Members and presence.
    "self.name == 'héllo'": Holds Fails;
    "self.type == 'PLAY'": Holds Fails;
    "self.x__dash__origin == 'here'": Holds Fails;
    "self.kind == 'FULL_SCREEN'": Holds Fails;
    "self.kind in ['SMALL', 'FULL_SCREEN']": Holds Holds;
    "has(self.title)": Holds Fails;
    "!has(self.best) || self.best.start < self.best.end": Holds Holds;
    "has(self.best.noteText)": Holds Faults;
    "has(self.best) && has(self.best.noteText)": Holds Fails;
    "self.title == 't'": Holds Faults;
    "self.title == 't' || true": Holds Holds;
    "true || self.title == 't'": Holds Holds;
    "self.title == 't' && false": Fails Fails;
    "self.flag && self.title == 't'": Holds Fails;
    "self.best.noteText == 'n'": Holds Faults;
    "has(self.name)": Holds Holds;
    // Numbers.
    "self.count + 1 == 3": Holds Fails;
    "self.count - 3 < 0": Holds Holds;
    "self.count * 2 == 4 && self.count / 2 == 1 && self.count % 2 == 0": Holds Fails;
    "self.count / (self.count - 2) > 0": Faults Fails;
    "self.count % (self.count - 2) >= 0": Faults Holds;
    "self.large + 1 > 0": Faults Holds;
    "-self.count == -2": Holds Fails;
    "self.ratio == 0.5": Holds Fails;
    "self.ratio < self.count": Holds Holds;
    "self.ratio * 2.0 + 1.0 == 2.0": Holds Fails;
    "self.ratio <= 1 && self.count >= 0.5": Holds Holds;
    "self.large < 9223372036854775807": Faults Holds;
    "self.large > 9007199254740992.0": Faults Fails;
    "self.limit > 3": Holds Faults;
    "self.limit * self.large > 0": Faults Faults;
    "double(self.count) == 2.0": Holds Fails;
    "int(self.ratio) == 0": Holds Holds;
    "string(self.count) == '2'": Holds Fails;
    "string(self.ratio) == '0.5'": Holds Fails;
    "int(self.name) == 2": Faults Faults;
    "self.count > 1u": Holds Fails;
    // Logic and conditions.
    "self.flag ? self.count == 2 : self.count == 1": Holds Holds;
    "(self.flag ? self.name : self.title) == 'héllo'": Holds Faults;
    "!self.flag": Fails Holds;
    "!(self.count < 1 || self.count > 3)": Holds Holds;
    // Texts.
    "size(self.name) == 5": Holds Fails;
    "self.name.size() > 0": Holds Fails;
    "self.name.startsWith('h') && self.name.endsWith('o') && self.name.contains('llo')": Holds Fails;
    "self.name.matches('^h.llo$')": Holds Fails;
    "self.name.matches('^\\\\w+$')": Fails Fails;
    "self.name + '!' == 'héllo!'": Holds Fails;
    "self.name < 'i'": Holds Holds;
    "self.name.upperAscii() == 'HéLLO'": Holds Fails;
    "self.name.substring(1, 3) == 'él'": Holds Faults;
    "self.name.substring(4) == 'o'": Holds Faults;
    "self.name.charAt(1) == 'é'": Holds Faults;
    "self.name.indexOf('l') == 2 && self.name.lastIndexOf('l') == 3": Holds Fails;
    "self.name.replace('l', 'L') == 'héLLo'": Holds Fails;
    "self.name.replace('l', 'L', 1) == 'héLlo'": Holds Fails;
    "self.name.split('l') == ['hé', '', 'o']": Holds Fails;
    "self.name.split('l', 2).size() == 2": Holds Fails;
    "' a '.trim() == 'a'": Holds Holds;
    "self.tags.join('-') == 'a-b'": Holds Fails;
    "self.name.find('l+') == 'll'": Holds Fails;
    "self.name.findAll('[hl]').size() == 3": Holds Fails;
    // Lists and maps.
    "size(self.tags) == 2": Holds Fails;
    "'a' in self.tags": Holds Fails;
    "self.tags == ['a', 'b']": Holds Fails;
    "self.numbers == [3, 1, 2]": Holds Fails;
    "self.numbers[0] == 3": Holds Faults;
    "self.numbers[self.count] == 2": Holds Faults;
    "self.numbers.sum() == 6": Holds Fails;
    "self.numbers.max() == 3 && self.numbers.min() == 1": Holds Faults;
    "self.numbers.isSorted()": Fails Holds;
    "self.numbers.indexOf(1) == 1": Holds Fails;
    "sets.contains(self.tags, ['a'])": Holds Fails;
    "sets.intersects(self.tags, ['b', 'z'])": Holds Fails;
    "sets.equivalent(self.tags, ['b', 'a', 'a'])": Holds Fails;
    "'k' in self.labels": Holds Fails;
    "self.labels['k'] == 'v'": Holds Faults;
    "self.labels.k == 'v'": Holds Faults;
    "has(self.labels.k)": Holds Fails;
    "size(self.labels) == 1": Holds Fails;
    // Macros.
    "self.ranges.all(r, r.start <= r.end)": Fails Holds;
    "self.ranges.exists(r, r.start > r.end)": Holds Fails;
    "self.ranges.exists_one(r, r.start == 1.0)": Holds Fails;
    "self.ranges.filter(r, r.start <= r.end).size() == 1": Holds Fails;
    "self.ranges.map(r, r.start) == [1.0, 5.0]": Holds Fails;
    "self.ranges.map(r, r.start < 2.0, r.end) == [2.0]": Holds Fails;
    "self.ranges.all(r, has(r.noteText))": Fails Holds;
    "self.ranges.all(r, r.noteText == 'n')": Faults Holds;
    "self.ranges.exists(r, r.noteText == 'n')": Holds Fails;
    "self.ranges.all(i, r, i < 2 && r.start > 0.0)": Holds Holds;
    "self.labels.all(k, k == 'k')": Holds Holds;
    "self.labels.exists(k, v, k == 'k' && v == 'v')": Holds Fails;
    "self.tags.all(t, self.tags.exists(u, u == t))": Holds Holds;
    "self.numbers.map(n, n * 2).all(n, n > 1)": Holds Holds;
    "self.numbers.filter(n, n > 1).exists(n, n == 2)": Holds Fails;
    "self.numbers.transformList(i, n, i + n) == [3, 2, 4]": Holds Fails;
    "cel.bind(n, self.count, n * n == 4)": Holds Fails;
    "cel.bind(r, self.ranges[0], r.start < r.end)": Holds Faults;
    // Optionals.
    "self.?title.orValue('t') == 't'": Holds Holds;
    "self.?title.hasValue()": Holds Fails;
    "self.?best.?noteText.orValue('none') == 'n'": Holds Fails;
    "self.?best.noteText.orValue('none') == 'n'": Holds Fails;
    "self.?limit.value() == 4": Holds Faults;
    "self.numbers[?0].orValue(9) == 3": Holds Fails;
    "self.labels[?'k'].hasValue()": Holds Fails;
    "self.?limit.optMap(l, l * 2).orValue(0) == 8": Holds Fails;
    "self.?limit.or(optional.of(4)).value() == 4": Holds Holds;
    // Time, addresses, formats.
    "timestamp(self.at) < timestamp('2021-01-01T00:00:00Z')": Holds Faults;
    "timestamp(self.at) - timestamp('2020-07-15T00:00:00Z') == duration('10h')": Holds Faults;
    "timestamp(self.at) + duration('1h') > timestamp(self.at)": Holds Faults;
    "duration('1h') + duration('30m') == duration('90m')": Holds Holds;
    "isURL('https://a.b:8/c') && url('https://a.b:8/c').getPort() == '8'": Holds Holds;
    "isURL(self.name)": Fails Fails;
    "url(self.name).getHost() == ''": Faults Faults;
    "isIP('127.0.0.1') && ip('127.0.0.1').isLoopback() && ip('::1').family() == 6": Holds Holds;
    "ip(self.name).family() == 4": Faults Faults;
    "cidr('10.0.0.0/8').containsIP('10.1.2.3')": Holds Holds;
    "cidr('10.0.0.0/8').containsCIDR(cidr('10.1.0.0/16')) && cidr('10.0.0.0/8').prefixLength() == 8": Holds Holds;
    "isCIDR('10.0.0.0/33')": Fails Fails;
    "!format.dns1123Label().validate(self.type).hasValue()": Fails Fails;
    // Values from outside.
    "self.ratio <= ctx.media.videoLength": Holds Open;
    "self.name in ctx.knownUsers": Fails Open;
    "has(ctx.media)": Holds Fails;
    "!has(ctx.media) || self.ratio <= ctx.media.videoLength": Holds Holds;
    "self.flag || self.name in ctx.knownUsers": Holds Open;
    "!self.flag || self.name in ctx.knownUsers": Fails Holds;
    "'X-KEY' in ctx.headers": Holds Open;
    "ctx.headers['X-KEY'] == 'k'": Holds Open;
    // The value before.
    "self.count >= oldSelf.count": Fails Holds;
    "self.ranges.size() >= oldSelf.ranges.size()": Holds Holds;
}

fn full() -> (Subject, Outer) {
    let range = |start, end, note: Option<&str>| Range {
        start,
        end,
        note_text: note.map(str::to_owned),
    };
    let subject = Subject {
        name: "héllo".to_owned(),
        count: 2,
        large: u64::MAX,
        ratio: 0.5,
        flag: true,
        kind: Kind::FullScreen,
        ranges: vec![range(1.0, 2.0, Some("n")), range(5.0, 4.0, None)],
        tags: vec!["a".to_owned(), "b".to_owned()],
        numbers: vec![3, 1, 2],
        labels: BTreeMap::from([("k".to_owned(), "v".to_owned())]),
        type_name: "PLAY".to_owned(),
        origin: "here".to_owned(),
        at: "2020-07-15T10:00:00Z".to_owned(),
        best: Some(Box::new(range(1.0, 2.0, Some("n")))),
        title: Some("t".to_owned()),
        limit: Some(4),
        users: Some(vec!["u".to_owned()]),
    };
    let outer = Outer {
        media: Some(Media {
            video_length: Some(60.0),
        }),
        known_users: Some(vec!["ann".to_owned()]),
        headers: Some(BTreeMap::from([("X-KEY".to_owned(), "k".to_owned())])),
    };
    (subject, outer)
}

fn sparse() -> (Subject, Outer) {
    let subject = Subject {
        name: String::new(),
        count: 1,
        large: 1,
        ratio: 0.25,
        flag: false,
        kind: Kind::Small,
        ranges: Vec::new(),
        tags: Vec::new(),
        numbers: Vec::new(),
        labels: BTreeMap::new(),
        type_name: String::new(),
        origin: String::new(),
        at: String::new(),
        best: None,
        title: None,
        limit: None,
        users: None,
    };
    let outer = Outer {
        media: None,
        known_users: None,
        headers: None,
    };
    (subject, outer)
}

fn json<T: Serialize>(value: &T) -> serde_json::Value {
    serde_json::to_value(value).expect("JSON")
}

/// What became of the rules, by their texts.
fn outcomes(violations: &[Violation], open: &[NotEvaluated]) -> Vec<Becomes> {
    let rule = |text: &str| {
        let violation = violations.iter().find(|found| found.code == text);
        match violation {
            Some(found) if found.message.contains(" evaluating rule: ") => Faults,
            Some(_) => Fails,
            None if open.iter().any(|found| found.id == text) => Open,
            None => Holds,
        }
    };
    TABLE.iter().map(|(text, ..)| rule(text)).collect()
}

struct Exported {
    rules: Rules,
    checker: Checker,
    root: NodeId,
}

/// The schema that the struct exports, read by hit.
fn exported() -> Exported {
    let schema = serde_json::to_string(&schemars::schema_for!(Subject)).expect("JSON");
    let options = Options::STANDARD;
    let compiled = hit_schema::compile(&[Entry::text("subject.json", schema)], &NoLoader, &options)
        .unwrap_or_else(|errors| panic!("{errors}"));
    let rules = compile(&compiled, &NoLoader, &options).unwrap_or_else(|errors| panic!("{errors}"));
    let root = compiled.roots[0].node;
    let checker = compiled.program.prepare().expect("it is prepared");
    Exported {
        rules,
        checker,
        root,
    }
}

#[test]
fn a_rule_means_the_same_in_a_struct_and_in_its_schema() {
    let schema = exported();
    let (old, _) = full();
    let old = Subject {
        count: 3,
        ranges: Vec::new(),
        ..old
    };
    let (sparse_old, _) = sparse();
    let mut wrong = Vec::new();
    for (index, ((subject, outer), old)) in [(full(), old), (sparse(), sparse_old)]
        .into_iter()
        .enumerate()
    {
        let report = subject.validate_update(&old, &outer);
        let derived = outcomes(&report.violations, &report.not_evaluated);

        let (document, context, before) = (json(&subject), json(&outer), json(&old));
        let outside = Outside {
            context: Some(&context),
            old: Some(&before),
            ..Outside::default()
        };
        let found = schema.checker.check(schema.root, &document);
        assert!(found.violations.is_empty(), "{:?}", found.violations);
        let verdict = schema
            .rules
            .check(&schema.checker, schema.root, &document, &outside, &found);
        let interpreted = outcomes(&verdict.violations, &verdict.not_evaluated);

        for (row, (derived, interpreted)) in TABLE.iter().zip(derived.iter().zip(&interpreted)) {
            let expected = if index == 0 { row.1 } else { row.2 };
            if *derived != expected || *interpreted != expected {
                wrong.push(format!(
                    "{}: expected {expected:?}, derived {derived:?}, interpreted {interpreted:?}",
                    row.0
                ));
            }
        }
        // The same places and the same messages.
        let told = |violations: &[Violation]| {
            let mut told: Vec<_> = violations
                .iter()
                .map(|found| {
                    (
                        found.code.clone(),
                        found.instance.to_string(),
                        found.message.clone(),
                    )
                })
                .collect();
            told.sort();
            told
        };
        let (ours, theirs) = (told(&report.violations), told(&verdict.violations));
        for (ours, theirs) in ours.iter().zip(&theirs) {
            if ours != theirs {
                wrong.push(format!("derived {ours:?}\n  interpreted {theirs:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rules as tokens and as text, with everything that an entry may have.
#[derive(JsonSchema, Validate)]
#[serde(rename_all = "camelCase")]
#[schemars(transform = hit_runtime::x_rules::<Self>)]
#[rule(id = "tokens", expr(self.checkIn<self.checkOut   && self.beds in [1,2]), path = "/checkOut")]
#[rule(
    id = "text",
    expr = "self.beds  >0",
    message = "{self.beds} beds",
    severity = "warning"
)]
#[rule(id = "guarded", when(has(self.note)), expr(size(self.note) > 0))]
#[rule(id = "before", optional_old_self, expr(!oldSelf.hasValue() || oldSelf.beds.value() <= self.beds))]
#[rule(id = "opaque", check = |stay, _| stay.check_in % 2 == 0, message = "arrives on an odd day")]
struct Stay {
    check_in: u16,
    check_out: u16,
    beds: u8,
    note: Option<String>,
}

#[test]
fn rules_go_into_the_schema_as_they_are_written() {
    let schema = serde_json::to_value(schemars::schema_for!(Stay)).expect("JSON");
    assert_eq!(
        schema["x-rules"],
        serde_json::json!([
            { "id": "tokens", "rule": "self.checkIn<self.checkOut   && self.beds in [1,2]", "path": "/checkOut" },
            { "id": "text", "rule": "self.beds  >0", "message": "{self.beds} beds", "severity": "warning" },
            { "id": "guarded", "rule": "size(self.note) > 0", "when": "has(self.note)" },
            { "id": "before", "rule": "!oldSelf.hasValue() || oldSelf.beds.value() <= self.beds", "optionalOldSelf": true },
            { "id": "opaque", "opaque": true, "message": "arrives on an odd day" },
        ])
    );
    // What the schema says is read again, and checks.
    let text = schema.to_string();
    let options = Options::STANDARD;
    let compiled = hit_schema::compile(&[Entry::text("stay.json", text)], &NoLoader, &options)
        .unwrap_or_else(|errors| panic!("{errors}"));
    compile(&compiled, &NoLoader, &options).unwrap_or_else(|errors| panic!("{errors}"));
    let entries = hit_rules::entries::read(&schema["x-rules"]).expect("entries");
    let rules: Vec<Option<&str>> = entries.iter().map(|entry| entry.rule.as_deref()).collect();
    assert_eq!(
        rules[0],
        Some("self.checkIn<self.checkOut   && self.beds in [1,2]")
    );
    assert_eq!(rules[4], None);
}

#[test]
fn a_value_before_may_be_absent() {
    let stay = |beds| Stay {
        check_in: 2,
        check_out: 3,
        beds,
        note: None,
    };
    let ctx = hit_runtime::NoContext;
    assert!(stay(1).validate(&ctx).violations.is_empty());
    assert!(
        stay(2)
            .validate_update(&stay(1), &ctx)
            .violations
            .is_empty()
    );
    let report = stay(1).validate_update(&stay(2), &ctx);
    assert_eq!(report.violations[0].code, "before");
}
