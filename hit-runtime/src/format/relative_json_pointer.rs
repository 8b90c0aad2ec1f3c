//! `relative-json-pointer`.

use super::json_pointer::is_json_pointer;

/// Whether a text is a relative JSON Pointer (draft-bhutton-relative-json-pointer-00).
pub fn is_relative_json_pointer(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (Some(number), Some(rest)) = (text.get(..digits), text.get(digits..)) else {
        return false;
    };
    let plain = digits > 0 && (number == "0" || !number.starts_with('0'));
    plain && (rest == "#" || is_json_pointer(rest))
}
