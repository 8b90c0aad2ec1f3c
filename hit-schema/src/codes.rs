//! The catalogue of message codes.

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// `HIT` and four digits.
    pub code: &'static str,
    /// A few words.
    pub title: &'static str,
    /// Why it is reported and what to do.
    pub explanation: &'static str,
}

/// Makes constants of codes, and the catalogue `CATALOGUE` of all of them: each
/// crate that reports something has one.
#[macro_export]
#[doc(hidden)]
macro_rules! catalogue {
    ($($name:ident = $code:literal, $title:literal, $explanation:literal;)*) => {
        $(#[doc = $title] pub const $name: &str = $code;)*

        /// Every code, ascending.
        pub const CATALOGUE: &[$crate::codes::Code] =
            &[$($crate::codes::Code { code: $code, title: $title, explanation: $explanation },)*];
    };
}

/// The entry of a code of this crate.
pub fn explain(code: &str) -> Option<&'static Code> {
    CATALOGUE.iter().find(|entry| entry.code == code)
}

catalogue! {
    NOT_JSON = "HIT0101", "the document is not JSON",
        "A schema is a JSON text (RFC 8259): no comments, no trailing commas, straight double quotes.";
    NOT_UTF8 = "HIT0102", "the document is not UTF-8",
        "JSON that is exchanged is UTF-8; half of a surrogate pair is no character.";
    TOO_DEEP = "HIT0103", "the document nests too deep",
        "Depth is bounded so that no document can exhaust the stack. Move parts into definitions.";
    DUPLICATE_MEMBER = "HIT0104", "an object has two members of one name",
        "Parsers disagree about which one counts, so none does. Remove one.";
    NUMBER_OUT_OF_RANGE = "HIT0105", "a number is beyond 64-bit floats",
        "Numbers are integers of 64 bits or finite 64-bit floats.";
    NOT_LOADED = "HIT0201", "a document could not be read",
        "It is there and reading it failed.";
    NOT_FOUND = "HIT0202", "a referenced document is not available",
        "Nothing is fetched from the network. Give the document a place in the map of URIs to files.";
    DANGLING_POINTER = "HIT0203", "a reference points at nothing",
        "The JSON Pointer in the fragment leads to no value of the document.";
    DANGLING_ANCHOR = "HIT0204", "a reference names an anchor that is not there",
        "No subschema of the schema resource has an anchor of this name. A pointer starts with `/`.";
    NOT_A_SCHEMA = "HIT0205", "a schema is expected here",
        "A schema is an object, or from draft 6 on `true` or `false`.";
    DUPLICATE_ID = "HIT0206", "two schemas have one identifier",
        "A URI or an anchor has to mean one schema.";
    ENDLESS_REFERENCE = "HIT0207", "a reference leads back to itself",
        "To check a value against this schema, the same value would have to be checked against it again, without end.";
    BAD_REFERENCE = "HIT0208", "a reference that is no URI reference",
        "Characters such as `<`, `>` and a lone `%` have to be percent-encoded in a reference.";
    UNKNOWN_DIALECT = "HIT0301", "the `$schema` is not known",
        "It names no draft of JSON Schema and no meta-schema that can be loaded.";
    UNKNOWN_VOCABULARY = "HIT0302", "a required vocabulary is not known",
        "The meta-schema demands to refuse schemas when its vocabulary is not understood.";
    WRONG_TYPE = "HIT0401", "the value of a keyword has the wrong type",
        "The keyword means nothing with such a value.";
    BAD_VALUE = "HIT0402", "the value of a keyword is not one it can have",
        "The type is right, the value is not.";
    BAD_PATTERN = "HIT0403", "a regular expression does not compile",
        "Patterns are ECMA-262 expressions, as far as they can run in linear time or with bounded back-tracking.";
    META_SCHEMA = "HIT0404", "the schema does not match its meta-schema",
        "The meta-schema of the draft describes what a schema looks like.";
    MISSPELT = "HIT0501", "a keyword that looks misspelt",
        "Unknown keywords check nothing. This one is close to a known one.";
    OTHER_DRAFT = "HIT0502", "a keyword of another draft",
        "In the draft of this schema it checks nothing.";
    INERT = "HIT0503", "a keyword without effect",
        "Something it needs beside it is missing, or something beside it switches it off.";
    UNKNOWN_FORMAT = "HIT0504", "a format that is not known",
        "Formats that are not known are never checked.";
    UNCHECKED = "HIT0505", "a demand that is not checked",
        "The keyword describes more than is enforced.";
}

#[cfg(test)]
mod tests {
    use super::CATALOGUE;

    #[test]
    fn codes_ascend() {
        assert!(CATALOGUE.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
}
