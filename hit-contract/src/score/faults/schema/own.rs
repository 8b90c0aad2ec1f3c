//! Changes of what one type of hits has for itself.

use super::change::Change;

/// One a line, however long.
#[rustfmt::skip]
pub const OWN: &[Change] = &[
    ("seconds-negative", "Seconds", "minimum", ""),
    ("seconds-unbounded", "Seconds", "maximum", ""),
    ("seconds-limit-excluded", "Seconds", "exclusiveMaximum", "31536000"),
    ("seconds-whole", "Seconds", "type", r#""integer""#),
    ("range-open", "Range", "additionalProperties", ""),
    ("range-without-end", "Range", "required", r#"["start"]"#),
    ("ranges-unbounded", "PlayDetails/properties/ranges", "maxItems", ""),
    ("ranges-needed", "PlayDetails/properties/ranges", "minItems", "1"),
    ("count-fraction", "SearchDetails/properties/resultCount", "type", r#""number""#),
    ("count-31-bits", "SearchDetails/properties/resultCount", "maximum", "2147483647"),
    ("count-33-bits", "SearchDetails/properties/resultCount", "maximum", "4294967296"),
    ("search-type-lost", "SearchType", "enum", r#"["TEXT", "FOLDER"]"#),
    ("search-type-more", "SearchType", "enum", r#"["TEXT", "FOLDER", "ADVANCED", "text", "folder", "Text" ]"#),
    ("space-type-anything", "ContributionSpaceType", "enum", ""),
    ("mode-lost", "ConnectionMode", "enum", r#"["CLASSIC", "SSO"]"#),
    ("mode-trailing-space", "ConnectionMode", "enum", r#"["CLASSIC", "SSO", "ANONYMOUS", "CLASSIC ", "SSO "]"#),
    ("success-text", "ConnectionDetails/properties/success", "type", r#"["boolean", "string"]"#),
    ("success-number", "ConnectionDetails/properties/success", "type", r#"["boolean", "integer"]"#),
    ("success-always", "ConnectionDetails/properties/success", "const", "true"),
    ("success-not-required", "ConnectionDetails", "required", r#"["mode"]"#),
];
