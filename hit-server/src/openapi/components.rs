//! Schemas, parameters and problems.

use serde_json::{Map, Value, json};

use super::hit;

use crate::judge::Schemas;
use crate::problem::PROBLEM_JSON;
use crate::settings::Limits;

/// All components. The schemas of hits are those of `hit-model`: what is enforced.
pub fn components(limits: &Limits) -> Value {
    json!({ "schemas": schemas(limits), "parameters": parameters(limits), "responses": responses() })
}

fn schemas(limits: &Limits) -> Value {
    let types: Vec<&str> = Schemas::bundled().all().iter().map(|it| it.name).collect();
    let link = json!({ "type": "object", "required": ["href"], "properties": { "href": { "type": "string" }, "templated": { "type": "boolean" } } });
    let links = json!({ "type": "object", "additionalProperties": { "$ref": "#/components/schemas/Link" } });
    let own = |properties: Value, required: Value| json!({ "type": "object", "properties": properties, "required": required });
    let mut schemas = json!({
        "Link": link,
        "Links": links,
        "Type": { "enum": types },
        "JsonSchema": { "type": ["object", "boolean"], "description": "A schema of JSON Schema 2020-12" },
        "Entry": own(json!({ "_links": reference("Links") }), json!(["_links"])),
        "HitType": own(
            json!({ "type": reference("Type"), "schemaDigest": { "type": "string" }, "_links": reference("Links") }),
            json!(["type", "schemaDigest", "_links"]),
        ),
        "HitTypes": own(
            json!({
                "totalCount": count(),
                "_links": reference("Links"),
                "_embedded": own(json!({ "hit-types": { "type": "array", "items": reference("HitType") } }), json!(["hit-types"])),
            }),
            json!(["totalCount", "_links", "_embedded"]),
        ),
        "Created": own(
            json!({
                "id": { "type": "string" },
                "type": reference("Type"),
                "notEvaluated": { "type": "array", "items": { "type": "string" }, "description": "Rules whose values from outside are not known" },
                "_links": reference("Links"),
            }),
            json!(["id", "type", "_links"]),
        ),
        "StoredHit": own(
            json!({
                "id": { "type": "string" },
                "receivedAt": { "type": "string", "format": "date-time" },
                "schemaDigest": { "type": "string" },
                "clientId": { "type": "string", "description": "What `X-KPK-CLIENT-ID` said" },
                "hit": reference("hit"),
                "_links": reference("Links"),
            }),
            json!(["id", "receivedAt", "schemaDigest", "hit", "_links"]),
        ),
        "Found": own(
            json!({
                "totalCount": { "type": "integer", "minimum": 0, "maximum": limits.results },
                "truncated": { "type": "boolean", "description": "Whether there are more than are counted" },
                "page": count(),
                "size": count(),
                "_links": reference("Links"),
                "_embedded": own(json!({ "hits": { "type": "array", "items": reference("StoredHit") } }), json!(["hits"])),
            }),
            json!(["totalCount", "truncated", "page", "size", "_links", "_embedded"]),
        ),
        "Collection": own(
            json!({ "totalCount": count(), "_links": reference("Links"), "_embedded": { "type": "object" } }),
            json!(["totalCount", "_links", "_embedded"]),
        ),
        "User": own(json!({ "id": { "type": "string" } }), json!(["id"])),
        "Media": own(
            json!({ "id": { "type": "string" }, "durationInSeconds": { "type": "number", "minimum": 0 } }),
            json!(["id"]),
        ),
        "Problem": problem(&own, limits),
    });
    if let Some(members) = schemas.as_object_mut() {
        members.extend(hit::components());
    }
    schemas
}

fn problem(own: &dyn Fn(Value, Value) -> Value, limits: &Limits) -> Value {
    let error = own(
        json!({
            "pointer": { "type": "string", "format": "uri-reference", "description": "A JSON Pointer as a URI fragment" },
            "keyword": { "type": "string" },
            "rule": { "type": "string" },
            "schemaPointer": { "type": "string" },
            "detail": { "type": "string" },
        }),
        json!(["pointer", "detail"]),
    );
    own(
        json!({
            "type": { "type": "string", "format": "uri" },
            "title": { "type": "string" },
            "status": { "type": "integer", "minimum": 400, "maximum": 599 },
            "detail": { "type": "string" },
            "errors": { "type": "array", "items": error, "maxItems": limits.errors },
            "errorCount": count(),
            "hitType": reference("Type"),
            "schema": { "type": "string", "format": "uri-reference" },
        }),
        json!(["type", "title", "status", "detail"]),
    )
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn parameters(limits: &Limits) -> Value {
    let text = json!({ "type": "string", "minLength": 1, "maxLength": 255 });
    json!({
        "type": { "name": "type", "in": "path", "required": true, "schema": reference("Type") },
        "id": { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
        "disableUsage": { "name": "disableUsage", "in": "query", "schema": { "type": "boolean", "default": false } },
        "client-id": { "name": "X-KPK-CLIENT-ID", "in": "header", "schema": text, "description": "The client id of a user interface" },
        "idempotency-key": {
            "name": "Idempotency-Key", "in": "header", "schema": text,
            "description": "A hit that comes again under its key is stored once",
        },
        "if-none-match": { "name": "If-None-Match", "in": "header", "schema": { "type": "string" } },
        "fq": {
            "name": "fq", "in": "query", "explode": true, "style": "form",
            "schema": { "type": "array", "items": { "type": "string", "maxLength": 1024 }, "maxItems": limits.filters },
            "description": "`field:value`, `field:[a TO b]` (`*` is open), `field:*`; all of them have to hold",
        },
        "page": { "name": "page", "in": "query", "schema": { "type": "integer", "minimum": 0, "default": 0 } },
        "size": { "name": "size", "in": "query", "schema": { "type": "integer", "minimum": 0, "maximum": limits.page_size } },
    })
}

fn responses() -> Value {
    let named = [
        (
            "BadRequest",
            "The query, a header or the JSON is not of its form",
            false,
        ),
        ("NotFound", "There is nothing here", false),
        (
            "NotAcceptable",
            "No accepted media type can be given",
            false,
        ),
        ("Timeout", "The request took too long to arrive", false),
        ("TooLarge", "The body is too large", false),
        (
            "UnsupportedMediaType",
            "The body is not announced as JSON",
            false,
        ),
        (
            "InvalidHit",
            "The schema or a rule refuses the hit, or its key was used for another one",
            false,
        ),
        ("TooManySearches", "Too many searches at once", true),
        ("Unavailable", "The service cannot take this now", true),
    ];
    let responses = named.into_iter().map(|(name, description, retry)| {
        let content = json!({ PROBLEM_JSON: { "schema": reference("Problem") } });
        let mut response = json!({ "description": description, "content": content });
        if retry {
            let header = json!({ "required": true, "schema": count(), "description": "Seconds" });
            response["headers"] = json!({ "Retry-After": header });
        }
        (name.to_owned(), response)
    });
    Value::Object(responses.collect::<Map<String, Value>>())
}
