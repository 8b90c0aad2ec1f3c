//! The named formats of Kubernetes and their messages.

use crate::rules::base64;
use crate::rules::net::Url;
use crate::rules::time::Timestamp;

/// The names that `format.named` knows.
pub const NAMES: &[&str] = &[
    "dns1123Label",
    "dns1123Subdomain",
    "dns1035Label",
    "qualifiedName",
    "dns1123LabelPrefix",
    "dns1123SubdomainPrefix",
    "dns1035LabelPrefix",
    "labelValue",
    "uri",
    "uuid",
    "byte",
    "date",
    "datetime",
];

const LABEL: &str = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const SUBDOMAIN: &str = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const LABEL_1035: &str = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
const NAME_PART: &str = "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const LABEL_VALUE: &str = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const QUALIFIED: &str = "a qualified name must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";

/// What a text violates of a format; nothing when it has the format.
pub fn violations(format: &str, text: &str) -> Vec<String> {
    match format {
        "dns1123Label" => sized(text, 63, LABEL, is_label),
        "dns1123Subdomain" => sized(text, 253, SUBDOMAIN, is_subdomain),
        "dns1035Label" => sized(text, 63, LABEL_1035, is_label_1035),
        "dns1123LabelPrefix" => sized(&masked(text), 63, LABEL, is_label),
        "dns1123SubdomainPrefix" => sized(&masked(text), 253, SUBDOMAIN, is_subdomain),
        "dns1035LabelPrefix" => sized(&masked(text), 63, LABEL_1035, is_label_1035),
        "labelValue" => sized(text, 63, LABEL_VALUE, |text| {
            text.is_empty() || is_name(text)
        }),
        "qualifiedName" => qualified_name(text),
        "uri" => Url::parse(text).err().into_iter().collect(),
        "uuid" => unless(is_uuid(text), "does not match the UUID format"),
        "byte" => unless(
            base64::decode(text).is_some_and(|_| text.len().is_multiple_of(4)),
            "invalid base64",
        ),
        "date" => unless(Timestamp::parse_date(text).is_some(), "invalid date"),
        "datetime" => unless(Timestamp::parse_lenient(text).is_some(), "invalid datetime"),
        _ => Vec::new(),
    }
}

fn unless(holds: bool, message: &str) -> Vec<String> {
    if holds {
        Vec::new()
    } else {
        vec![message.to_string()]
    }
}

fn sized(text: &str, most: usize, message: &str, holds: fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    if text.len() > most {
        found.push(format!("must be no more than {most} bytes"));
    }
    found.extend(unless(holds(text), message));
    found
}

/// A prefix may end with a dash: the name goes on after it.
fn masked(text: &str) -> String {
    match text.strip_suffix('-') {
        Some(rest) if !rest.is_empty() => format!("{rest}a"),
        _ => text.to_string(),
    }
}

fn is_label(text: &str) -> bool {
    let inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.bytes().all(inner) && !text.starts_with('-') && !text.ends_with('-')
}

fn is_subdomain(text: &str) -> bool {
    text.split('.').all(is_label)
}

fn is_label_1035(text: &str) -> bool {
    is_label(text) && text.starts_with(|c: char| c.is_ascii_lowercase())
}

fn is_name(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = [bytes.first(), bytes.last()];
    let inner = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
    ends.iter()
        .all(|end| end.is_some_and(u8::is_ascii_alphanumeric))
        && bytes.iter().all(inner)
}

fn qualified_name(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let name = match text.split_once('/') {
        None => text,
        Some((_, name)) if name.contains('/') => return vec![QUALIFIED.to_string()],
        Some(("", _)) => {
            found.push("prefix part must be non-empty".to_string());
            text.trim_start_matches('/')
        }
        Some((prefix, name)) => {
            let wrong = sized(prefix, 253, SUBDOMAIN, is_subdomain);
            found.extend(
                wrong
                    .into_iter()
                    .map(|message| format!("prefix part {message}")),
            );
            name
        }
    };
    if name.is_empty() {
        found.push("name part must be non-empty".to_string());
    } else if name.len() > 63 {
        found.push("name part must be no more than 63 bytes".to_string());
    }
    found.extend(unless(is_name(name), NAME_PART));
    found
}

fn is_uuid(text: &str) -> bool {
    let lengths: Vec<usize> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12]
        && text
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}
