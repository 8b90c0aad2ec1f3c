//! A request as bytes (RFC 9112).

use super::message::{Framing, Request};

/// The bytes of a request: its head, and its body as it is framed.
pub fn bytes(request: &Request, authority: &str) -> (Vec<u8>, Vec<u8>) {
    let mut head = format!("{} {} HTTP/1.1\r\n", request.method, request.target);
    if request.header_value("host").is_none() {
        head.push_str(&format!("Host: {authority}\r\n"));
    }
    for (name, value) in &request.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    let delimited = request.header_value("content-length").is_some()
        || request.header_value("transfer-encoding").is_some();
    let body = match (&request.body, request.framing) {
        (None, _) => Vec::new(),
        (Some(body), Framing::Length) => {
            if !delimited {
                head.push_str(&format!("Content-Length: {}\r\n", body.len()));
            }
            body.clone()
        }
        (Some(body), Framing::Chunked(size)) => {
            if !delimited {
                head.push_str("Transfer-Encoding: chunked\r\n");
            }
            chunks(body, size)
        }
    };
    head.push_str("\r\n");
    (head.into_bytes(), body)
}

fn chunks(body: &[u8], size: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 64);
    for chunk in body.chunks(size.max(1)) {
        out.extend_from_slice(format!("{:x}\r\n", chunk.len()).as_bytes());
        out.extend_from_slice(chunk);
        out.extend_from_slice(b"\r\n");
    }
    out.extend_from_slice(b"0\r\n\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_lengths_and_chunks() {
        let request = Request::new("POST", "/x")
            .header("A", "b")
            .with_body("hello");
        let (head, body) = bytes(&request, "h:1");
        let text = String::from_utf8(head).unwrap();
        assert_eq!(
            text,
            "POST /x HTTP/1.1\r\nHost: h:1\r\nA: b\r\nContent-Length: 5\r\n\r\n"
        );
        assert_eq!(body, b"hello");
        let framing = Framing::Chunked(3);
        let (head, body) = bytes(&Request { framing, ..request }, "h:1");
        assert!(
            String::from_utf8(head)
                .unwrap()
                .contains("Transfer-Encoding: chunked")
        );
        assert_eq!(body, b"3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");
    }
}
