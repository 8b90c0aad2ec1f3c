//! The operations, a path each.

use serde_json::{Map, Value, json};

use crate::settings::Limits;

/// All paths.
pub fn paths(limits: &Limits) -> Value {
    let page = json!([parameter("page"), parameter("size")]);
    json!({
        "/api/stat": { "get": read("getStat", "stat", "The entry point", "Entry", &json!([])) },
        "/api/stat/hit-types": { "get": read("getHitTypes", "stat", "The hit types", "HitTypes", &json!([])) },
        "/api/stat/hit-types/{type}": {
            "parameters": [parameter("type")],
            "get": found(read("getHitType", "stat", "A hit type", "HitType", &json!([]))),
        },
        "/api/stat/hit-types/{type}/schema": {
            "parameters": [parameter("type")],
            "get": schema(),
        },
        "/api/stat/hits": { "post": create(), "get": search(limits) },
        "/api/stat/hits/{id}": {
            "parameters": [parameter("id")],
            "get": found(read("getHit", "stat", "A stored hit", "StoredHit", &json!([]))),
        },
        "/api/dam/user-interfaces": {
            "get": read("getUserInterfaces", "dam", "The user interfaces that `origin` names", "Collection", &page),
        },
        "/api/dam/users": { "get": read("getUsers", "dam", "The users that `userId` names", "Collection", &page) },
        "/api/dam/users/{id}": {
            "parameters": [parameter("id")],
            "get": found(read("getUser", "dam", "A user", "User", &json!([]))),
        },
        "/api/dam/medias": { "get": read("getMedias", "dam", "The medias that are known, with lengths", "Collection", &page) },
        "/api/dam/medias/{id}": {
            "parameters": [parameter("id")],
            "get": found(read("getMedia", "dam", "A medium", "Media", &json!([]))),
        },
        "/api/dam/medias/{id}/usages": {
            "parameters": [parameter("id")],
            "get": read("getUsages", "dam", "The downloads that used a medium", "Collection", &json!([parameter("size")])),
        },
    })
}

fn parameter(name: &str) -> Value {
    json!({ "$ref": format!("#/components/parameters/{name}") })
}

fn problem(name: &str) -> Value {
    json!({ "$ref": format!("#/components/responses/{name}") })
}

fn content(media_types: &[&str], schema: &str) -> Value {
    let schema = json!({ "schema": { "$ref": format!("#/components/schemas/{schema}") } });
    let types = media_types
        .iter()
        .map(|media_type| ((*media_type).to_owned(), schema.clone()));
    Value::Object(types.collect::<Map<String, Value>>())
}

/// An operation that shows something in HAL.
fn read(id: &str, tag: &str, summary: &str, schema: &str, parameters: &Value) -> Value {
    json!({
        "operationId": id,
        "tags": [tag],
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": { "description": summary, "content": content(&["application/hal+json", "application/json"], schema) },
            "400": problem("BadRequest"),
            "406": problem("NotAcceptable"),
        },
    })
}

/// The same, of something that may not be there.
fn found(mut operation: Value) -> Value {
    operation["responses"]["404"] = problem("NotFound");
    operation
}

fn schema() -> Value {
    let mut operation = found(read(
        "getSchema",
        "stat",
        "The JSON Schema that hits of a type are held to",
        "Entry",
        &json!([]),
    ));
    operation["parameters"] = json!([parameter("if-none-match")]);
    operation["responses"]["200"] = json!({
        "description": "The schema, in JSON Schema 2020-12",
        "headers": { "ETag": { "required": true, "schema": { "type": "string" }, "description": "Strong: the digest of the text" } },
        "content": content(&["application/schema+json", "application/json"], "JsonSchema"),
    });
    operation["responses"]["304"] = json!({ "description": "The tag is known" });
    operation
}

fn create() -> Value {
    json!({
        "operationId": "createHit",
        "tags": ["stat"],
        "summary": "Stores a hit",
        "description": "200 says that the hit is stored for good. A DOWNLOAD hit also records a use of its media, unless `disableUsage` is true. \
                        Either `origin` in the hit or the header `X-KPK-CLIENT-ID` has to be there.",
        "parameters": [parameter("disableUsage"), parameter("client-id"), parameter("idempotency-key")],
        "requestBody": { "required": true, "content": content(&["application/json"], "hit") },
        "responses": {
            "200": {
                "description": "The hit is stored",
                "headers": { "Location": { "required": true, "schema": { "type": "string", "format": "uri-reference" } } },
                "content": content(&["application/hal+json", "application/json"], "Created"),
            },
            "400": problem("BadRequest"),
            "406": problem("NotAcceptable"),
            "408": problem("Timeout"),
            "413": problem("TooLarge"),
            "415": problem("UnsupportedMediaType"),
            "422": problem("InvalidHit"),
            "503": problem("Unavailable"),
        },
    })
}

fn search(limits: &Limits) -> Value {
    let mut operation = read(
        "searchHits",
        "stat",
        "Searches hits, newest first",
        "Found",
        &json!([parameter("fq"), parameter("page"), parameter("size")]),
    );
    operation["description"] = json!(format!(
        "At most {} searches at once, at most {} results.",
        limits.searches, limits.results
    ));
    operation["responses"]["429"] = problem("TooManySearches");
    operation["responses"]["503"] = problem("Unavailable");
    operation
}
