//! Content negotiation (RFC 9110, section 12.5.1), as far as one representation needs it.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT;

use crate::problem::{Class, Problem};

/// HAL.
pub const HAL_JSON: &str = "application/hal+json";
/// Plain JSON, as which HAL can be read.
pub const JSON: &str = "application/json";

/// The first of `offers` that the client takes.
///
/// # Errors
/// 406 when it takes none.
pub fn acceptable(headers: &HeaderMap, offers: &[&'static str]) -> Result<&'static str, Problem> {
    let first = offers.first().copied().unwrap_or(JSON);
    let mut ranges = Vec::new();
    for header in headers.get_all(ACCEPT) {
        let Ok(text) = header.to_str() else { continue };
        ranges.extend(text.split(',').filter_map(range));
    }
    if ranges.is_empty() {
        return Ok(first);
    }
    let taken = |offer: &str| {
        // The most specific range that fits decides.
        let fitting = ranges.iter().filter_map(|(range, taken)| {
            let specific = specificity(range, offer)?;
            Some((specific, *taken))
        });
        fitting.max().is_some_and(|(_, taken)| taken)
    };
    let found = offers.iter().copied().find(|offer| taken(offer));
    found.ok_or_else(|| {
        let offers = offers.join(", ");
        Problem::new(
            Class::NotAcceptable,
            format!("the reply is one of: {offers}"),
        )
    })
}

/// A range without parameters, in lower case, and whether it is wanted at all (`q` is not 0).
fn range(text: &str) -> Option<(String, bool)> {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next().filter(|range| !range.is_empty())?;
    let weight = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
    let wanted = weight.is_none_or(|weight| weight.parse::<f32>().is_ok_and(|weight| weight > 0.0));
    Some((range.to_ascii_lowercase(), wanted))
}

fn specificity(range: &str, offer: &str) -> Option<u8> {
    if range == offer {
        return Some(2);
    }
    if range == "*/*" || range == "*" {
        return Some(0);
    }
    let family = range.strip_suffix('*')?;
    (family.ends_with('/') && offer.starts_with(family)).then_some(1)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use axum::http::header::ACCEPT;

    use super::{HAL_JSON, JSON, acceptable};

    #[test]
    fn what_is_taken() {
        let given = |accept: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT, accept.parse().expect("a header"));
            acceptable(&headers, &[HAL_JSON, JSON]).ok()
        };
        assert_eq!(
            acceptable(&HeaderMap::new(), &[HAL_JSON]).ok(),
            Some(HAL_JSON)
        );
        assert_eq!(given("*/*"), Some(HAL_JSON));
        assert_eq!(given("application/json, text/plain"), Some(JSON));
        assert_eq!(given("Application/HAL+JSON;q=0.2"), Some(HAL_JSON));
        assert_eq!(
            given("application/*;q=0.5, application/hal+json;q=0"),
            Some(JSON)
        );
        assert_eq!(given("text/html"), None);
        assert_eq!(given("*/*;q=0"), None);
        assert_eq!(given(""), Some(HAL_JSON));
    }
}
