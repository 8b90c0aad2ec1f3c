use super::{decoder, media_check};

#[test]
fn decodes_the_vectors_of_rfc_4648() {
    for (name, text, bytes) in [
        ("base64", "", &b""[..]),
        ("base64", "Zg==", b"f"),
        ("base64", "Zm8=", b"fo"),
        ("base64", "Zm9vYmFy", b"foobar"),
        ("Base64", "+/8=", b"\xFB\xFF"),
        ("base64url", "-_8", b"\xFB\xFF"),
        ("base64url", "-_8=", b"\xFB\xFF"),
        ("base32", "MZXW6YTBOI======", b"foobar"),
        ("base32", "MZXW6YQ=", b"foob"),
        ("base32hex", "CPNMUOJ1E8======", b"foobar"),
        ("base16", "666F6f", b"foo"),
        ("quoted-printable", "a=3D=\r\nb =C3=A9", "a=b é".as_bytes()),
        ("7bit", "abc", b"abc"),
        ("binary", "é", "é".as_bytes()),
    ] {
        let decode = decoder(name).unwrap();
        assert_eq!(decode(text).as_deref(), Some(bytes), "{name} {text}");
    }
}

#[test]
fn refuses_what_is_not_encoded() {
    for (name, text) in [
        ("base64", "Zg"),
        ("base64", "Zg="),
        ("base64", "Zh=="),
        ("base64", "Z==="),
        ("base64", "===="),
        ("base64", "Zm9v\n"),
        ("base64", "eyJmb28iOi%iYmFyIn0K"),
        ("base64", "Zm=v"),
        ("base64url", "Z"),
        ("base64url", "+_8"),
        ("base32", "mzxw6==="),
        ("base32", "MZXW6YTBOI====="),
        ("base32", "Z======"),
        ("base16", "abc"),
        ("base16", "ag"),
        ("quoted-printable", "="),
        ("quoted-printable", "=4"),
        ("quoted-printable", "=zz"),
        ("quoted-printable", "é"),
        ("7bit", "é"),
    ] {
        let decode = decoder(name).unwrap();
        assert_eq!(decode(text), None, "{name} {text}");
    }
    assert!(decoder("rot13").is_none());
}

#[test]
fn knows_json() {
    let json = media_check("application/json; charset=utf-8").unwrap();
    assert!(json(br#"{"a": [1, "x"]}"#));
    assert!(!json(b"{:}"));
    assert!(!json(b"1 2"));
    assert!(!json(b"\"\xFF\""));
    assert!(media_check("application/problem+json").is_some());
    assert!(media_check("image/png").is_none());
}
