//! A request as a command that sends exactly the same bytes.

use std::path::Path;

use crate::http::{Framing, Request};

/// The command. The body, if there is one, is read from a file.
///
/// Headers that curl would add of its own are taken away, so that what arrives
/// is what was sent.
pub fn curl(request: &Request, base: &str, body: Option<&Path>) -> String {
    let mut words = vec![
        "curl".to_owned(),
        "-sS".to_owned(),
        "-i".to_owned(),
        "--path-as-is".to_owned(),
    ];
    match request.method.as_str() {
        "GET" => {}
        "HEAD" => words.push("--head".to_owned()),
        method => words.extend(["-X".to_owned(), quoted(method)]),
    }
    words.push(quoted(&format!("{base}{}", request.target)));
    let mut header = |text: String| words.extend(["-H".to_owned(), quoted(&text)]);
    for (name, value) in &request.headers {
        header(match value.is_empty() {
            // How curl writes a header without a value.
            true => format!("{name};"),
            false => format!("{name}: {value}"),
        });
    }
    for name in ["User-Agent", "Accept", "Content-Type", "Expect"] {
        let own = request.header_value(name).is_some();
        let sends = request.body.is_some() || !matches!(name, "Content-Type" | "Expect");
        if !own && sends {
            header(format!("{name}:"));
        }
    }
    if matches!(request.framing, Framing::Chunked(_)) {
        header("Transfer-Encoding: chunked".to_owned());
    }
    if let (Some(_), Some(path)) = (&request.body, body) {
        words.extend([
            "--data-binary".to_owned(),
            quoted(&format!("@{}", path.display())),
        ]);
    }
    words.join(" ")
}

/// A word for a shell: in single quotes where it has to be.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:@=,%+".contains(c);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_added_and_nothing_lost() {
        let request = Request::new("POST", "/hits?a=1&b=2")
            .header("X-Empty", "")
            .with_body("{}");
        let command = curl(&request, "http://127.0.0.1:1", Some(Path::new("a'b.body")));
        assert_eq!(
            command,
            "curl -sS -i --path-as-is -X POST 'http://127.0.0.1:1/hits?a=1&b=2' -H 'X-Empty;' -H User-Agent: \
             -H Accept: -H Content-Type: -H Expect: --data-binary '@a'\\''b.body'"
        );
    }
}
