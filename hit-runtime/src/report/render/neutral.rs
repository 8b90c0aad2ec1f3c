//! What a violation means, said without any value of the document.

/// A sentence about the keyword `code`, for readers who must not see values; `None` of one that is not known.
pub fn neutral(code: &str) -> Option<&'static str> {
    Some(match code {
        "json" => "is not well-formed JSON",
        "type" => "is not of an expected type",
        "enum" => "is not one of the values listed",
        "const" => "is not the one value expected",
        "minimum" | "exclusiveMinimum" => "is too small a number",
        "maximum" | "exclusiveMaximum" => "is too large a number",
        "multipleOf" | "divisibleBy" => "is not a multiple of the step expected",
        "minLength" => "is too short a text",
        "maxLength" => "is too long a text",
        "pattern" => "does not match the pattern",
        "format" => "is not of the format expected",
        "contentEncoding" | "contentMediaType" | "contentSchema" => {
            "does not hold the content expected"
        }
        "minItems" => "has too few items",
        "maxItems" => "has too many items",
        "uniqueItems" => "has the same item twice",
        "items" | "prefixItems" | "additionalItems" | "unevaluatedItems" => {
            "has an item that is not allowed"
        }
        "contains" | "minContains" | "maxContains" => {
            "does not hold the right number of certain items"
        }
        "minProperties" => "has too few members",
        "maxProperties" => "has too many members",
        "required" => "lacks a required member",
        "properties" | "patternProperties" => "has a member that is not allowed",
        "additionalProperties" | "unevaluatedProperties" => "has a member that is not known",
        "propertyNames" => "has a member whose name is not allowed",
        "dependentRequired" | "dependencies" => "lacks a member that another one asks for",
        "dependentSchemas" => "does not fit one of its members",
        "allOf" | "extends" => "does not match all of the alternatives",
        "anyOf" => "matches none of the alternatives",
        "oneOf" => "does not match exactly one of the alternatives",
        "not" | "disallow" => "matches what is not allowed",
        "if" | "then" | "else" => "does not meet a condition",
        "" => "is not allowed at all",
        _ => return None,
    })
}
