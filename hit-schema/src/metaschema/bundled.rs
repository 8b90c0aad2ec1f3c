//! The texts by their URI.

const FRONT_2019: &str = "https://json-schema.org/draft/2019-09/";
const FRONT_2020: &str = "https://json-schema.org/draft/2020-12/";

/// The meta-schema or vocabulary of a URI without fragment.
pub fn text(uri: &str) -> Option<&'static str> {
    if let Some(rest) = uri.strip_prefix(FRONT_2020) {
        return text_2020(rest);
    }
    if let Some(rest) = uri.strip_prefix(FRONT_2019) {
        return text_2019(rest);
    }
    let text = match uri {
        "http://json-schema.org/draft-03/schema" => include_str!("draft-03.json"),
        "http://json-schema.org/draft-04/schema" => include_str!("draft-04.json"),
        "http://json-schema.org/draft-06/schema" => include_str!("draft-06.json"),
        "http://json-schema.org/draft-07/schema" => include_str!("draft-07.json"),
        "https://json-schema.org/v1" | "https://json-schema.org/v1/2026" => {
            include_str!("v1.json")
        }
        _ => return None,
    };
    Some(text)
}

fn text_2019(rest: &str) -> Option<&'static str> {
    let text = match rest {
        "schema" => include_str!("draft-2019-09/schema.json"),
        "meta/core" => include_str!("draft-2019-09/core.json"),
        "meta/applicator" => include_str!("draft-2019-09/applicator.json"),
        "meta/validation" => include_str!("draft-2019-09/validation.json"),
        "meta/meta-data" => include_str!("draft-2019-09/meta-data.json"),
        "meta/format" => include_str!("draft-2019-09/format.json"),
        "meta/content" => include_str!("draft-2019-09/content.json"),
        _ => return None,
    };
    Some(text)
}

fn text_2020(rest: &str) -> Option<&'static str> {
    let text = match rest {
        "schema" => include_str!("draft-2020-12/schema.json"),
        "meta/core" => include_str!("draft-2020-12/core.json"),
        "meta/applicator" => include_str!("draft-2020-12/applicator.json"),
        "meta/unevaluated" => include_str!("draft-2020-12/unevaluated.json"),
        "meta/validation" => include_str!("draft-2020-12/validation.json"),
        "meta/meta-data" => include_str!("draft-2020-12/meta-data.json"),
        "meta/format-annotation" => include_str!("draft-2020-12/format-annotation.json"),
        "meta/format-assertion" => include_str!("draft-2020-12/format-assertion.json"),
        "meta/content" => include_str!("draft-2020-12/content.json"),
        _ => return None,
    };
    Some(text)
}
