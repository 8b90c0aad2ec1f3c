//! JSON texts.

use hit_runtime::json::{Limits, parse_bytes};
use serde_json::Value;

/// Any bytes as JSON: read as `serde_json` reads it, but for members that stand
/// twice, which are refused; every error has a place in the text.
pub fn json(bytes: &[u8]) {
    let found = parse_bytes(bytes, &Limits { depth: 128 });
    let expected = serde_json::from_slice::<Value>(bytes);
    match (found, expected) {
        (Ok(tree), Ok(expected)) => assert_eq!(tree.to_value(), expected),
        (Ok(_), Err(error)) => panic!("accepted what serde_json refuses: {error}"),
        (Err(errors), expected) => {
            assert!(
                errors.iter().all(
                    |error| error.span.end <= bytes.len() && error.span.start <= error.span.end
                )
            );
            let more = errors
                .iter()
                .all(|error| error.message.starts_with("duplicate"));
            assert!(more || expected.is_err(), "{errors:?}");
        }
    }
}
