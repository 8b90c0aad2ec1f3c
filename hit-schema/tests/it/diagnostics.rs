//! What is said about faulty schemas, to the letter.

use hit_schema::load::{MemoryLoader, NoLoader};
use hit_schema::{ContentMode, Draft, Entry, FormatMode, Options, compile};

/// All messages about a schema, without the lines that show the text.
fn messages(text: &str, draft: Draft) -> Vec<String> {
    let options = Options {
        draft,
        ..Options::STANDARD
    };
    let loader = MemoryLoader::new()
        .with("https://example.com/broken.json", "{\"a\": 1,}")
        .with(
            "https://example.com/good.json",
            "{\"$defs\": {\"name\": {}}}",
        )
        .with(
            "https://example.com/own",
            r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "$dynamicAnchor": "meta",
                "$ref": "https://json-schema.org/draft/2020-12/schema",
                "properties": {"properties": {"propertyNames": {"pattern": "^[a-z]+$"}}}}"#,
        )
        .with(
            "https://example.com/faulty",
            r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "minLength": "1"}"#,
        )
        .with("https://example.com/meta", "{\"$vocabulary\": {}}")
        .with(
            "https://example.com/strange",
            r#"{"$schema": "https://json-schema.org/draft/2020-12/schema",
                "$vocabulary": {"https://example.com/vocab": true}}"#,
        );
    let entry = Entry::text("s.json", text);
    let (items, sources) = match compile(&[entry], &loader, &options) {
        Ok(compiled) => (compiled.warnings, compiled.sources),
        Err(errors) => (errors.items, errors.sources),
    };
    let short = |item| {
        let text = hit_schema::render::human(item, &sources);
        let keep = |line: &&str| !line.contains(" | ");
        text.lines()
            .filter(keep)
            .map(str::trim)
            .collect::<Vec<_>>()
            .join("; ")
    };
    items.iter().map(short).collect()
}

macro_rules! cases {
    ($($name:ident: $draft:ident $text:expr => $expected:expr;)*) => {
        $(#[test]
        fn $name() {
            let found = messages($text, Draft::$draft);
            let expected: &[&str] = &$expected;
            assert_eq!(found, expected);
        })*
    };
}

cases! {
    no_json: Draft202012 "{\"type\": \"string\",\n}" => [
        "s.json:1:18: error[HIT0101] a comma after the last element; = at #; = help: remove the comma",
    ];
    numbers_out_of_range: Draft202012 r#"{"minimum": 1e999}"# => [
        "s.json:1:13: error[HIT0105] this number is beyond the range of 64-bit floats; = at #/minimum",
    ];
    several_at_once: Draft202012 r#"{"minimum": "1", "type": "strng", "required": "a", "properties": {"a": 1}}"# => [
        "s.json:1:13: error[HIT0401] `minimum` must be a number, found a string; = at #/minimum; = help: remove the quotes",
        "s.json:1:26: error[HIT0402] there is no type \"strng\"; = at #/type; = help: did you mean \"string\"?",
        "s.json:1:47: error[HIT0401] `required` must be an array, found a string; = at #/required; = help: put it in brackets",
        "s.json:1:72: error[HIT0205] `properties` takes a schema here, found a number; = at #/properties/a",
    ];
    duplicate_member: Draft202012 "{\"type\": \"string\",\n \"type\": \"null\"}" => [
        "s.json:2:2: error[HIT0104] duplicate member name \"type\", first on line 1; = at #/type",
    ];
    no_schema: Draft202012 "3" => [
        "s.json:1:1: error[HIT0205] a schema is expected here, found a number; = at #",
    ];
    truth_values_in_draft_4: Draft4 r#"{"items": true, "additionalProperties": false}"# => [
        "s.json:1:11: error[HIT0205] a schema is expected here, found a boolean; = at #/items; = help: draft 6 and later have `true` and `false` as schemas: write {} or {\"not\": {}}",
    ];
    misspelt: Draft202012 r#"{"requierd": [], "proprties": {}, "minlength": 1, "x-minlength": 1, "foo": 2}"# => [
        "s.json:1:2: warning[HIT0501] `requierd` is no keyword and has no effect; = at #/requierd; = help: did you mean `required`?",
        "s.json:1:18: warning[HIT0501] `proprties` is no keyword and has no effect; = at #/proprties; = help: did you mean `properties`?",
        "s.json:1:35: warning[HIT0501] `minlength` is no keyword and has no effect; = at #/minlength; = help: did you mean `minLength`?",
    ];
    other_draft: Draft4 r#"{"const": 1, "examples": [], "$id": "a"}"# => [
        "s.json:1:2: warning[HIT0502] `const` has no effect in draft 4; = at #/const; = help: it is a keyword of draft 6, draft 7, draft 2019-09, draft 2020-12, version 1",
        "s.json:1:30: warning[HIT0502] `$id` has no effect in draft 4; = at #/$id; = help: it is a keyword of draft 6, draft 7, draft 2019-09, draft 2020-12, version 1",
    ];
    tuples: Draft202012 r#"{"items": [{}]}"# => [
        "s.json:1:11: error[HIT0401] `items` must be a schema, found an array; = at #/items; = help: the schemas of the first items are `prefixItems` in this draft",
    ];
    exclusive: Draft7 r#"{"minimum": 1, "exclusiveMinimum": true}"# => [
        "s.json:1:36: error[HIT0401] `exclusiveMinimum` must be a number, found a boolean; = at #/exclusiveMinimum; = help: a truth value is what drafts 3 and 4 have here: give the bound itself",
    ];
    beside_ref: Draft7 r##"{"properties": {"a": {"$ref": "#", "minimum": 1, "title": "A"}}}"## => [
        "s.json:1:47: warning[HIT0503] `minimum` beside `$ref` has no effect in draft 7; = at #/properties/a/minimum; = help: put the `$ref` into an `allOf`, or use draft 2019-09 or later",
    ];
    dangling: Draft202012 r##"{"$defs": {"name": {}}, "allOf": [{"$ref": "#/$defs/nam"}, {"$ref": "#$defs/name"}, {"$ref": "#x"}, {"$ref": "#/allOf/7"}]}"## => [
        "s.json:1:44: error[HIT0203] the reference leads nowhere: there is no member \"nam\"; = at #/allOf/0/$ref; = help: did you mean \"name\", in \"#/$defs/nam\"?",
        "s.json:1:69: error[HIT0204] no schema in \"entry:///s.json\" has the anchor \"$defs/name\"; = at #/allOf/1/$ref; = help: did you mean \"#/$defs/name\"?",
        "s.json:1:94: error[HIT0204] no schema in \"entry:///s.json\" has the anchor \"x\"; = at #/allOf/2/$ref",
        "s.json:1:110: error[HIT0203] the reference leads nowhere: \"7\" is no index of an array of 4 items; = at #/allOf/3/$ref",
    ];
    documents: Draft202012 r#"{"allOf": [{"$ref": "https://example.com/absent.json"}, {"$ref": "https://example.com/broken.json"}, {"$ref": "https://example.com/good.json#/$defs/nam"}]}"# => [
        "s.json:1:21: error[HIT0202] the document \"https://example.com/absent.json\" is not available; = at #/allOf/0/$ref; = help: \"https://example.com/absent.json\" is not fetched from the network: map the URI to a file",
        "s.json:1:66: error[HIT0201] the document \"https://example.com/broken.json\" is not a JSON text; = at #/allOf/1/$ref",
        "s.json:1:111: error[HIT0203] the reference leads nowhere: there is no member \"nam\"; = at #/allOf/2/$ref; = help: did you mean \"name\", in \"#/$defs/nam\"?",
        "https://example.com/broken.json:1:8: error[HIT0101] a comma after the last element; = at #; = help: remove the comma",
    ];
    leads_to_no_schema: Draft202012 r##"{"title": "T", "required": ["a"], "allOf": [{"$ref": "#/title"}, {"$ref": "#/required"}]}"## => [
        "s.json:1:54: error[HIT0205] the reference leads to a string, not to a schema; = at #/allOf/0/$ref",
        "s.json:1:75: error[HIT0205] the reference leads to an array, not to a schema; = at #/allOf/1/$ref",
    ];
    unescaped: Draft202012 r##"{"$defs": {"A<b>": true, "50%": true}, "allOf": [{"$ref": "#/$defs/A<b>"}, {"$ref": "#/$defs/50%"}]}"## => [
        "s.json:1:59: warning[HIT0208] `<` has to be percent-encoded in a reference; = at #/allOf/0/$ref; = help: read as written; strictly it is \"#/$defs/A%3Cb%3E\"",
        "s.json:1:85: warning[HIT0208] a `%` in a reference is followed by two hexadecimal digits; = at #/allOf/1/$ref; = help: read as written; strictly it is \"#/$defs/50%25\"",
    ];
    endless: Draft202012 r##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"## => [
        "s.json:1:17: error[HIT0207] to check a value against this schema it has to be checked against it again; = at #/$defs/a; s.json:1:45: by way of this one",
    ];
    endless_negation: Draft202012 r##"{"type": "string", "not": {"$ref": "#"}}"## => [
        "s.json:1:1: error[HIT0207] to check a value against this schema it has to be checked against it again; = at #; s.json:1:27: by way of this one",
    ];
    endless_but_clear: Draft202012 r##"{"type": "string", "allOf": [{"$ref": "#"}]}"## => [
        "s.json:1:1: warning[HIT0207] to check a value against this schema it has to be checked against it again; = at #; s.json:1:30: by way of this one; = help: the reference that leads back adds nothing: remove it",
    ];
    twice: Draft202012 r#"{"$defs": {"a": {"$id": "x"}, "b": {"$id": "x"}, "c": {"$anchor": "n"}, "d": {"$anchor": "n"}}}"# => [
        "s.json:1:44: error[HIT0206] a second schema is identified by \"entry:///x\"; = at #/$defs/b/$id; s.json:1:17: the first one",
        "s.json:1:90: error[HIT0206] a second anchor is called \"n\" in this resource; = at #/$defs/d/$anchor; s.json:1:55: the first one",
    ];
    dialects: Draft202012 r#"{"$schema": "http://json-schema.org/draft-08/schema#"}"# => [
        "s.json:1:13: error[HIT0301] the `$schema` \"http://json-schema.org/draft-08/schema\" is not known: it names no draft, and no such document is available; = at #/$schema; = help: did you mean \"http://json-schema.org/draft-03/schema\"?",
    ];
    no_draft: Draft202012 r#"{"$schema": "https://example.com/meta"}"# => [
        "s.json:1:13: error[HIT0301] the `$schema` \"https://example.com/meta\" is not known: its own `$schema` leads to no known draft; = at #/$schema; = help: known are, among others, \"https://json-schema.org/draft/2020-12/schema\"",
    ];
    vocabularies: Draft202012 r#"{"$schema": "https://example.com/strange"}"# => [
        "s.json:1:13: error[HIT0302] the meta-schema requires the unknown vocabulary \"https://example.com/vocab\"; = at #/$schema",
    ];
    patterns: Draft202012 r#"{"pattern": "a(", "patternProperties": {"[": true}}"# => [
        "s.json:1:13: error[HIT0403] the pattern \"a(\" is no regular expression: a parenthesis is never closed (at character 2); = at #/pattern",
        "s.json:1:46: error[HIT0403] the pattern \"[\" is no regular expression: a bracket is never closed (at character 1); = at #/patternProperties/[",
    ];
    counts: Draft202012 r#"{"minLength": -1, "maxItems": 1.5, "minItems": 2.0, "multipleOf": 0, "maxProperties": null}"# => [
        "s.json:1:15: error[HIT0402] `minLength` must be an integer not below 0, found -1; = at #/minLength",
        "s.json:1:31: error[HIT0402] `maxItems` must be an integer not below 0, found 1.5; = at #/maxItems",
        "s.json:1:67: error[HIT0402] `multipleOf` must be above 0, found 0; = at #/multipleOf",
        "s.json:1:87: error[HIT0401] `maxProperties` must be an integer not below 0, found null; = at #/maxProperties",
    ];
    idle: Draft202012 r#"{"then": {}, "minContains": 1, "contentMediaType": "a/b"}"# => [
        "s.json:1:10: warning[HIT0503] `then` has no effect without `if`; = at #/then",
        "s.json:1:29: warning[HIT0503] `minContains` has no effect without `contains`; = at #/minContains",
    ];
    idle_items: Draft7 r#"{"additionalItems": false}"# => [
        "s.json:1:21: warning[HIT0503] `additionalItems` has no effect unless `items` is an array; = at #/additionalItems",
    ];
    annotations: Draft202012 r#"{"title": 1, "examples": "a", "deprecated": "yes"}"# => [
        "s.json:1:11: warning[HIT0401] `title` should be a string, found a number; = at #/title",
        "s.json:1:26: warning[HIT0401] `examples` should be an array, found a string; = at #/examples",
        "s.json:1:45: warning[HIT0401] `deprecated` should be `true` or `false`, found a string; = at #/deprecated",
    ];
    identifiers: Draft202012 r##"{"$id": "https://example.com/a#b", "$anchor": "1", "$ref": 3}"## => [
        "s.json:1:9: error[HIT0402] `$id` must have no fragment; = at #/$id; = help: a name within the document is an `$anchor`",
        "s.json:1:47: error[HIT0402] `$anchor` is a letter or `_`, then letters, digits, `-`, `_` and `.`; found \"1\"; = at #/$anchor",
        "s.json:1:60: error[HIT0401] `$ref` must be a string, found a number; = at #/$ref",
    ];
    meta_schemas: Draft4 r#"{"required": [], "properties": {"a": {"enum": [1, 1], "minLength": "1"}}}"# => [
        "s.json:1:14: warning[HIT0404] the meta-schema does not allow this: expected at least 1 item, found 0; = at #/required; = help: see http://json-schema.org/draft-04/schema#/definitions/stringArray/minItems",
        "s.json:1:47: warning[HIT0404] the meta-schema does not allow this: expected no two equal items, found items 0 and 1 equal: 1; = at #/properties/a/enum; = help: see http://json-schema.org/draft-04/schema#/properties/enum/uniqueItems",
        "s.json:1:68: error[HIT0401] `minLength` must be an integer not below 0, found a string; = at #/properties/a/minLength; = help: remove the quotes",
    ];
    meta_schema_of_ones_own: Draft202012 r#"{"$schema": "https://example.com/own", "properties": {"A": {}}}"# => [
        "s.json:1:60: error[HIT0404] the meta-schema does not allow this: the member name \"A\": expected a string that matches /^[a-z]+$/, found \"A\"; = at #/properties/A; = help: see https://example.com/own#/properties/properties/propertyNames",
    ];
    meta_schema_that_does_not_compile: Draft202012 r#"{"$schema": "https://example.com/faulty", "minimum": 1}"# => [
        "s.json:1:13: warning[HIT0505] the meta-schema does not compile, so this schema is not checked against it; = at #/$schema",
    ];
    data_is_no_schema: Draft202012 r##"{"enum": [{"$ref": "#/nowhere"}], "const": {"$id": "a", "type": 1}, "default": {"$ref": 1}, "examples": [{"$ref": "b"}]}"## => [];
}

/// Every code of the catalogue is in an expectation of this file.
#[test]
fn every_code_is_tested() {
    let expectations = include_str!("diagnostics.rs");
    for entry in hit_schema::codes::CATALOGUE {
        assert!(
            expectations.contains(&format!("[{}]", entry.code)),
            "{}",
            entry.code
        );
        assert_eq!(hit_schema::codes::explain(entry.code), Some(entry));
    }
}

#[test]
fn texts_that_are_not_utf8() {
    let errors = compile(
        &[Entry::text("s.json", b"{\"a\": \"\xff\"}".to_vec())],
        &NoLoader,
        &Options::STANDARD,
    );
    let shown = errors.map(|_| ()).expect_err("faulty").to_string();
    assert!(
        shown.starts_with("s.json:1:8: error[HIT0102] the text is not UTF-8 from here on\n"),
        "{shown}"
    );
}

#[test]
fn demands_that_are_not_checked() {
    let options = Options {
        format: FormatMode::Assert,
        content: ContentMode::Assert,
        ..Options::STANDARD
    };
    let text =
        r#"{"format": "int32", "contentMediaType": "application/json", "contentSchema": {}}"#;
    let compiled = compile(&[Entry::text("s.json", text)], &NoLoader, &options).expect("good");
    let shown: Vec<_> = compiled
        .warnings
        .iter()
        .map(|warning| hit_schema::render::human(warning, &compiled.sources))
        .map(|text| text.lines().next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(
        shown,
        [
            "s.json:1:12: warning[HIT0504] draft 2020-12 does not define the format \"int32\"",
            "s.json:1:78: warning[HIT0505] `contentSchema` is not checked",
        ]
    );
    let machine = hit_schema::render::machine(&compiled.warnings[0], &compiled.sources);
    assert_eq!(machine["line"], 1);
    assert_eq!(machine["pointer"], "/format");
    assert_eq!(machine["severity"], "warning");
}

#[test]
fn depth_is_bounded() {
    let text = format!("{}true{}", "{\"not\":".repeat(10_000), "}".repeat(10_000));
    let found = messages(&text, Draft::Draft202012);
    let at = "/not".repeat(512);
    assert_eq!(
        found,
        [format!(
            "s.json:1:3585: error[HIT0103] nested deeper than 512 levels; = at #{at}"
        )]
    );
    let deep = format!("{}true{}", "{\"not\":".repeat(500), "}".repeat(500));
    assert_eq!(messages(&deep, Draft::Draft202012), [""; 0]);
}

#[test]
fn the_place_is_shown() {
    let text = "{\n  \"properties\": {\n\t\"é\": {\"minimum\": \"1\"}\n  }\n}";
    let errors = compile(
        &[Entry::text("order.json", text)],
        &NoLoader,
        &Options::STANDARD,
    );
    let shown = errors.map(|_| ()).expect_err("faulty").to_string();
    assert_eq!(
        shown,
        "order.json:3:19: error[HIT0401] `minimum` must be a number, found a string\n    \
         3 |  \"é\": {\"minimum\": \"1\"}\n      \
         |                   ^^^\n      \
         = at #/properties/é/minimum\n      \
         = help: remove the quotes\n"
    );
}

#[test]
fn absent_entries_are_reported() {
    let entries = [Entry::uri("https://example.com/absent.json")];
    let errors = compile(&entries, &NoLoader, &Options::STANDARD)
        .map(|_| ())
        .expect_err("absent");
    let expected = "error[HIT0202] there is no document \"https://example.com/absent.json\"\n";
    assert_eq!(errors.to_string(), expected);
}
