//! A catalogue from JSON.

use std::collections::BTreeSet;

use hit_runtime::json::{Limits, parse_bytes};

use super::data::Catalogue;

/// Reads a catalogue.
///
/// # Errors
/// Text that is not JSON, a member that is not known or twice, a length that is none, an
/// identifier twice: with the place.
///
/// ```
/// let catalogue = hit_server::catalogue::read(br#"{
///     "userInterfaces": [{ "id": 0, "clientId": "press-portal", "name": "Press portal" }],
///     "users": [{ "id": "1" }, { "id": "2" }],
///     "medias": [{ "id": "9120", "durationInSeconds": 60 }]
/// }"#)?;
/// assert_eq!(catalogue.length("9120"), Some(60.0));
/// assert_eq!(catalogue.is_user("3"), Some(false));
/// # Ok::<(), String>(())
/// ```
pub fn read(text: &[u8]) -> Result<Catalogue, String> {
    if let Err(errors) = parse_bytes(text, &Limits::default()) {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        return Err(lines.join("\n"));
    }
    let catalogue: Catalogue = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    check(&catalogue)?;
    Ok(catalogue.indexed())
}

fn check(catalogue: &Catalogue) -> Result<(), String> {
    let interfaces = catalogue.user_interfaces.iter().flatten();
    once("userInterfaces", interfaces.map(|it| it.id.to_string()))?;
    let users = catalogue.users.iter().flatten();
    once("users", users.map(|it| it.id.clone()))?;
    let medias = catalogue.medias.iter().flatten();
    once("medias", medias.clone().map(|it| it.id.clone()))?;
    for media in medias {
        if media
            .duration_in_seconds
            .is_some_and(|length| !length.is_finite() || length < 0.0)
        {
            return Err(format!("medias: the length of `{}` is negative", media.id));
        }
    }
    Ok(())
}

fn once(list: &str, ids: impl Iterator<Item = String>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if id.is_empty() {
            return Err(format!("{list}: an identifier is empty"));
        }
        if let Some(id) = seen.replace(id) {
            return Err(format!("{list}: the identifier `{id}` is there twice"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_is_absent_is_not_known() {
        let empty = read(b"{}").expect("a catalogue");
        assert_eq!((empty.is_user("1"), empty.length("1")), (None, None));
        let none = read(br#"{"users": []}"#).expect("a catalogue");
        assert_eq!(none.is_user("1"), Some(false));
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (text, part) in [
            ("{", "1:2"),
            (r#"{"users": [], "users": []}"#, "duplicate"),
            (r#"{"user": []}"#, "unknown field `user`"),
            (
                r#"{"users": [{"id": "1"}, {"id": "1"}]}"#,
                "`1` is there twice",
            ),
            (
                r#"{"medias": [{"id": "1", "durationInSeconds": -1}]}"#,
                "negative",
            ),
            (r#"{"medias": [{"id": ""}]}"#, "empty"),
        ] {
            let error = read(text.as_bytes()).expect_err(text);
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
