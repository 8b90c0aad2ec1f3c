use super::{NAMES, is_known, lookup, refusal};

/// Format, texts of it, texts not of it.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

fn check(rows: &[Row]) {
    for (name, yes, no) in rows {
        let holds = lookup(name).unwrap();
        yes.iter()
            .for_each(|text| assert!(holds(text), "{name} {text:?}"));
        no.iter()
            .for_each(|text| assert!(!holds(text), "{name} {text:?}"));
    }
}

#[test]
fn dates_and_times() {
    check(&[
        (
            "date",
            &["2024-02-29", "2000-02-29", "0001-12-31"],
            &[
                "2023-02-29",
                "1900-02-29",
                "2024-13-01",
                "2024-00-10",
                "2024-01-00",
                "2024-1-01",
                "24-01-01",
                "2024-01-1٢",
                "",
            ],
        ),
        (
            "time",
            &[
                "00:00:00Z",
                "23:59:60z",
                "01:29:60+01:30",
                "12:00:00.123456789-23:59",
            ],
            &[
                "24:00:00Z",
                "12:00:00",
                "12:60:00Z",
                "12:00:60Z",
                "12:00:00.Z",
                "12:00:00+24:00",
                "12:00:00+1:00",
                "23:59:61Z",
            ],
        ),
        (
            "time:draft3",
            &["08:30:06"],
            &["8:30 AM", "08:30:60", "08:30:06Z"],
        ),
        (
            "date-time",
            &[
                "1963-06-19T08:30:06.283185Z",
                "1998-12-31t15:59:60.123-08:00",
            ],
            &[
                "1963-06-19 08:30:06Z",
                "1963-06-19T08:30:06",
                "1998-12-31T23:58:60Z",
                "é963-06-1T08:30:06Z",
                "1963-06-1é08:30:06Z",
                "1985-04-12T23:20:50Z\n",
            ],
        ),
        (
            "duration",
            &["P4DT12H30M5S", "P1Y", "PT0S", "P2W", "P1Y2M3DT4H5M6S"],
            &[
                "P", "PT", "P1Y2D", "PT1H2S", "P1YT", "P1W2D", "P2D1Y", "1D", "P1", "PT0.5S",
                "P-1D", "P1S", "P1DT1D",
            ],
        ),
    ]);
}

#[test]
fn names_and_addresses() {
    check(&[
        (
            "email",
            &[
                "a.b@example.com",
                "\"a b\"@example.com",
                "\"a\\\"@b\"@example.com",
                "a@[127.0.0.1]",
                "a@[IPv6:::1]",
                "te~st@x",
            ],
            &[
                "a",
                "@b",
                "a@",
                ".a@b",
                "a.@b",
                "a..b@c",
                "a b@c",
                "a@b@c",
                "a@b..c",
                "a@-b",
                "a@[::1]",
                "é@x",
                "a@b_c",
                "\"a\"b\"@c",
            ],
        ),
        (
            "idn-email",
            &["실례@실례.테스트", "\"é\"@example.com"],
            &["a", "a＠b"],
        ),
        (
            "hostname:draft4",
            &["www.example.com", "1host", "ab--cd.example", "xn--X"],
            &["", ".", "a.", "-a", "a-", "a_b", "é"],
        ),
        ("host-name", &["www.example.com"], &["_host"]),
        (
            "ipv4",
            &["192.168.0.1", "0.0.0.0"],
            &["256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4 ", "0x7f.0.0.1"],
        ),
        ("ip-address", &["127.0.0.1"], &["::1"]),
        (
            "ipv6",
            &["::", "::1", "1:2:3:4:5:6:7::", "::ffff:192.168.0.1"],
            &[
                "12345::",
                "1::2::3",
                "fe80::a%eth1",
                "1:2:3:4:5:6:7::8",
                "::ffff:192.168.0.01",
                "[::1]",
            ],
        ),
        (
            "uuid",
            &["2eb8aa08-AA98-11ea-B4Aa-73B441D16380"],
            &[
                "2eb8aa08aa9811eab4aa73b441d16380",
                "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
                "",
            ],
        ),
        (
            "phone",
            &["+1 (816) 555-1212"],
            &["", "+", "call me", "((1"],
        ),
    ]);
}

#[test]
fn identifiers() {
    check(&[
        (
            "uri",
            &[
                "http://a.b/c?d=e#f",
                "urn:a:b",
                "mailto:a@b.c",
                "http://[::1]:80/",
                "http://[v1.a]/",
                "a:",
                "http://%41/",
            ],
            &[
                "//a",
                "/a",
                "a",
                "",
                ":",
                "1a:b",
                "http://a b",
                "http://a/é",
                "http://a:b/",
                "http://[::1",
                "http://[x]/",
                "http://a/%4",
                "a:[",
                "a:#b#c",
            ],
        ),
        (
            "uri-reference",
            &["", "/a", "//", "?q", "#f", "./a:b", "a/b:c", "?a:b"],
            &["1:b", "\\", "#a#", "/a|b", "//a:b/"],
        ),
        (
            "iri",
            &["http://ƒøø.ßår/?∂=π#π", "a:/\u{1F600}", "a:?\u{E000}"],
            &["/a", "a:\u{E000}", "a:\u{FFFE}", "http://2001:db8::1"],
        ),
        ("iri-reference", &["âππ", "#ƒ"], &["#ƒ\\"]),
        (
            "uri-template",
            &[
                "",
                "a/{b}{?c*,d:3}",
                "{+a.b}",
                "{%41}",
                "a'b",
                "%41",
                "{=a}",
            ],
            &[
                "{",
                "}",
                "{}",
                "{a,}",
                "{a..b}",
                "{a:0}",
                "{a:10000}",
                "a b",
                "%4",
                "{a",
                "{a:}",
                "{é}",
            ],
        ),
        (
            "json-pointer",
            &["", "/", "/a~0~1"],
            &["a", "/~", "/~2", "#/a"],
        ),
        (
            "relative-json-pointer",
            &["0", "10/a", "0#"],
            &["", "01", "-1", "#", "0##", "0a", "٠"],
        ),
        ("regex", &["^a+$"], &["^(a", r"\a"]),
    ]);
}

#[test]
fn draft_3() {
    check(&[
        (
            "color",
            &[
                "red",
                "#CC8899",
                "#c89",
                "RGB(1, 2, 3)",
                "rgb(10%, 2.5%, 0%)",
                "ButtonFace",
            ],
            &["puce", "#1234", "#gg0000", "rgb(1,2)", "rgb(1%,2,3)", ""],
        ),
        (
            "style",
            &[
                "color: red; background-color:#FFF",
                "",
                "a: url(;)",
                "a: ';'",
            ],
            &["color", "1a: b", "a: (", "a: 'b", ": x"],
        ),
        ("utc-millisec", &["0", "-1.5"], &["", "x", " 1"]),
    ]);
}

#[test]
fn names_are_those_that_lookup_knows() {
    assert!(NAMES.is_sorted());
    for name in NAMES {
        let idn = matches!(name, "hostname" | "idn-hostname");
        assert_eq!(
            lookup(name).is_some(),
            !idn || cfg!(feature = "idn"),
            "{name}"
        );
    }
    assert!(!is_known("int32") && lookup("int32").is_none());
    assert!(refusal("int32").contains("unknown"));
    assert!(refusal("idn-hostname").contains("feature `idn`"));
}

#[cfg(feature = "idn")]
#[test]
fn internationalized_names() {
    check(&[
        (
            "hostname",
            &[
                "www.example.com",
                "a--b.com",
                "xn--9n2bp8q.xn--9t4b11yi5a",
                "xn--ll-0ea",
            ],
            &[
                "xn--X",
                "xn--al-0ea",
                "XN--aa---o47jg78q",
                "xn--07jt112bpxg.xn--9t4b11yi5a",
                "é",
            ],
        ),
        (
            "idn-hostname",
            &[
                "실례.테스트",
                "ßς་〇",
                "l·l",
                "a。b",
                "xn--ihqwcrb4cv8a8dqg056pqjye",
                "host-name",
            ],
            &[
                "",
                "a..b",
                "-a",
                "a·l",
                "〮실례",
                "0a.א",
                "aא",
                "xn--7a",
                "xn--example-",
                "א0٠",
                "a。",
                "-> $1.00 <--",
            ],
        ),
    ]);
}

#[test]
fn every_format_has_an_example_of_it() {
    for name in super::NAMES {
        let example = super::example(name).unwrap_or_else(|| panic!("{name} has none"));
        assert!(
            lookup(name).is_none_or(|holds| holds(example)),
            "{name}: {example}"
        );
    }
    assert_eq!(super::example("no-such-format"), None);
}
