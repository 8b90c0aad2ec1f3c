//! Identifiers of hits: `<store>-<seq>`, the same for ever and in every sink.

/// The identifier of a hit.
pub fn id(store: &str, seq: i64) -> String {
    format!("{store}-{seq}")
}

/// The number in an identifier, if it is one of this store.
pub fn seq(store: &str, id: &str) -> Option<i64> {
    let digits = id.strip_prefix(store)?.strip_prefix('-')?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    digits.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::{id, seq};

    #[test]
    fn there_and_back_in_one_spelling() {
        assert_eq!(seq("ab", &id("ab", 12)), Some(12));
        for other in [
            "ab-",
            "ab-0",
            "ab-012",
            "ab-+1",
            "ab--1",
            "abc-1",
            "ab1",
            "ab-99999999999999999999",
        ] {
            assert_eq!(seq("ab", other), None, "{other}");
        }
    }
}
