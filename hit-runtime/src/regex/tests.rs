use super::{CompiledPattern, is_ecma_regex};

fn matches(pattern: &str, text: &str) -> bool {
    let compiled =
        CompiledPattern::new(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
    compiled
        .try_match(text)
        .unwrap_or_else(|error| panic!("{pattern}: {error}"))
}

/// Pattern, texts it matches, texts it does not.
type Row = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

fn check(rows: &[Row]) {
    for (pattern, yes, no) in rows {
        yes.iter()
            .for_each(|text| assert!(matches(pattern, text), "/{pattern}/ on {text:?}"));
        no.iter()
            .for_each(|text| assert!(!matches(pattern, text), "/{pattern}/ on {text:?}"));
    }
}

#[test]
fn sets_are_those_of_ecma() {
    check(&[
        (r"^\d$", &["0"], &["\u{7C0}", "a"]),
        (r"^\D$", &["\u{7C0}"], &["0"]),
        (r"^\w$", &["a", "_", "9"], &["é", "-"]),
        (r"^\W$", &["é"], &["a"]),
        (
            r"^\s$",
            &[
                " ", "\t", "\u{B}", "\u{A0}", "\u{FEFF}", "\n", "\u{2029}", "\u{2003}",
            ],
            &["\u{1}", "\u{2013}", "\u{85}"],
        ),
        (r"^\S$", &["\u{1}", "\u{85}"], &[" ", "\u{FEFF}"]),
        (r"^[\s\S]$", &["\n", "a", "😀"], &[""]),
        (r"^[^\s]$", &["a"], &["\u{FEFF}"]),
        (r"^[^\W]$", &["a"], &["é"]),
        (
            ".",
            &["a", "\u{85}"],
            &["\n", "\r", "\u{2028}", "\u{2029}", ""],
        ),
        ("^.$", &["😀"], &["ab"]),
        ("^[^]$", &["\n"], &[""]),
        ("[]", &[], &["", "a"]),
        ("^[]?$", &[""], &["a"]),
    ]);
}

#[test]
fn anchors_and_boundaries() {
    check(&[
        ("^abc$", &["abc"], &["abc\n", "xabc"]),
        ("$^", &[""], &["\n"]),
        (r"\bfoo\b", &["a foo b", "éfooé"], &["foobar"]),
        (r"\Boo", &["foo"], &["oo"]),
        (r"^\B$", &[""], &["a"]),
        ("a|^b$|c", &["xay", "b", "zc"], &["bb"]),
    ]);
}

#[test]
fn escapes() {
    check(&[
        (r"^\t\n\v\f\r$", &["\t\n\u{B}\u{C}\r"], &[r"\t"]),
        (r"^\cC\cc$", &["\u{3}\u{3}"], &[]),
        (r"^\x41\u0042\u{43}\u{1F600}$", &["ABC😀"], &[]),
        (r"^\uD83D\uDE00$", &["😀"], &[]),
        (r"^[\uD83D\uDE00-\uD83D\uDE02]$", &["😁"], &["😎"]),
        (r"[\uD800-\uDFFF]", &[], &["a", "😀"]),
        (r"\uD83D", &[], &["😀"]),
        (r"^\/\.\-\_\@\'$", &["/.-_@'"], &[]),
        (r"^[\b]$", &["\u{8}"], &["b"]),
        (r"^\0$", &["\0"], &["0"]),
        (r"^\8\101$", &["8A"], &[]),
        (r"^[\cA\c_]$", &["\u{1}", "\u{1F}"], &[]),
        (r"^\c1$", &[r"\c1"], &[]),
        (r"^\a\u\x\k$", &["auxk"], &[]),
    ]);
}

#[test]
fn properties() {
    check(&[
        (r"\p{Letter}cole", &["l'école", "ecole"], &["L'ÉCOLE"]),
        (r"^\p{digit}+$", &["42", "\u{9EA}"], &["-"]),
        (
            r"^\p{L}\p{Lu}\p{Script=Greek}\p{sc=Grek}\p{scx=Greek}\P{L}$",
            &["éÉαβγ1"],
            &[],
        ),
        (
            r"^\p{gc=Nd}\p{General_Category=Decimal_Number}$",
            &["1٢"],
            &[],
        ),
        (r"^[\p{Han}\p{Hiragana}\-]+$", &["漢ひ-"], &["k"]),
        (r"^[^\p{L}]$", &["1"], &["é"]),
        (r"^\p{Emoji_Presentation}\p{ASCII}\p{Any}$", &["😀aé"], &[]),
        (r"(?=\p{L})^.$", &["é"], &["1"]),
    ]);
    assert!(CompiledPattern::new(r"\p{Klingon}").is_err());
}

#[test]
fn what_the_wild_has() {
    check(&[
        (r"^{{.*}}$", &["{{x}}"], &["x"]),
        (r"^${[a-z]+}$", &[], &["${a}"]),
        (r"^\${[a-z]+}$", &["${a}"], &[]),
        (r"^a{,3}$", &["a{,3}"], &["aa"]),
        (r"^x{1$", &["x{1"], &[]),
        ("^]}$", &["]}"], &[]),
        (r"^[a-z0-9-_]+$", &["a-_9"], &["!"]),
        (r"^[\w-.]+$", &["a-."], &["!"]),
        (r"^[a&&b~~[d]]$", &["&]", "a]", "~]", "[]"], &["a", "e]"]),
        (
            r"^[a-z\d_.#@$%^&*()=+\[\]{}|;:',<>?/ -]+$",
            &["a[]#"],
            &["\u{e9}"],
        ),
        ("(?i)^abc$", &["ABC", "abc"], &["abd"]),
        ("^(?i:a)b$", &["Ab"], &["AB"]),
        ("^(?i)é(?-i)b$", &["Éb"], &["éB"]),
        ("(?s)^a.b$", &["a\nb"], &[]),
        ("(?m)^b$", &["a\nb"], &["ab"]),
        ("(?P<x>a)b", &["ab"], &["b"]),
        (r"(?P<x>a)(?P=x)", &["aa"], &["ab"]),
        (
            r"^(?<major>0|[1-9]\d*)\.(?<minor>\d+)$",
            &["1.2"],
            &["01.2"],
        ),
        ("^.{0,4096}$", &["", "aé"], &["\n"]),
        (r"^[^\.\s\\/:\*\x01-\x1f]{1,32}$", &["ab"], &["a\u{2}"]),
        ("^a #b$", &["a #b"], &["a"]),
    ]);
}

#[test]
fn look_around() {
    check(&[
        (
            "^(?!bundle::)(?!with$).*",
            &["x", "within"],
            &["bundle::a", "with"],
        ),
        (
            r"^(?!.*\bnative\b)[a-z]+(\.[a-z]+)+$",
            &["a.b", "a.nativex"],
            &["a.native.b", "a"],
        ),
        ("(?<=a+)b", &["aab"], &["b", "cb"]),
        ("(?<!a)b", &["cb", "b"], &["ab"]),
        (
            "(?=.*[0-9])(?=.*[a-z])^.{4,}$",
            &["ab12"],
            &["abcd", "1234", "a1"],
        ),
        ("^(?:(?!ab).)*$", &["ba", ""], &["xaby"]),
        ("a(?=b(?!c))", &["ab", "abd"], &["abc"]),
        ("(?<=(?<!x)a)b", &["ab", "yab"], &["xab"]),
        ("^(?=(?:aa)+$)(?=(?:aaa)+$)", &["aaaaaa"], &["aaaa", "aaa"]),
        ("(?=a)*b", &["b"], &["a"]),
        ("^(?=a{2,3}$)", &["aa", "aaa"], &["a", "aaaa"]),
        ("(?i)(?=É)", &["é"], &["e"]),
        ("^(?!(.+)+$)x", &[], &["x"]),
        ("^(?=a)", &["ab"], &["ba", ""]),
        (
            "^(?!a|b$)(?=.*c).b",
            &["xbc", "bbc"],
            &["abc", "xb", "yxbc"],
        ),
        ("^(?!^a)(?!$).", &["b"], &["a", ""]),
        ("^(?=a|b)|c", &["a", "xc"], &["x"]),
    ]);
}

#[test]
fn look_around_is_linear() {
    let text = "a".repeat(20_000);
    assert!(!matches("^(?!b)(a+)+$(?<=b)", &text));
    assert!(matches("(?=(a|aa)+$)^a", &text));
}

#[test]
fn back_references() {
    check(&[
        (r"^(a|b)\1$", &["aa", "bb"], &["ab"]),
        (r"(?<n>a+)-\k<n>$", &["aa-aa", "xa-a"], &["a-b"]),
        (r"^(['x]).*\1$", &["'a'"], &["'ax"]),
        // A group that took no part matches nothing.
        (r"^(?:(a)|b)\1$", &["aa", "b"], &["a", "ba"]),
        (r"^\1(a)$", &["a"], &["aa"]),
        // Each round begins with its groups empty.
        (r"^(?:(a)|b)*\1$", &["ab", "aa"], &["c"]),
        (r"^(z)((a+)?(b+)?(c))*$", &["zaacbbbcac"], &[]),
        // Look-behind reads backward.
        (r"(?<=\1(a))b", &["aab"], &["ab"]),
        (r"(?=(a+))a*b\1$", &["aba"], &["aab"]),
        (r"^(?:a?)*?(b)\1$", &["bb", "aabb"], &["b"]),
        (r"(?i)^(a)\1$", &["aA"], &["ab"]),
        (r"^(?!(a)\1)(a)\2?$", &["a"], &["aa"]),
        (r"^(a{2,3})\1$", &["aaaa", "aaaaaa"], &["aaaaa", "aaa"]),
    ]);
}

#[test]
fn back_references_are_bounded() {
    let pattern = CompiledPattern::new(r"^(a+)+\1b$").unwrap();
    assert!(pattern.try_match(&"a".repeat(60)).is_err());
    assert!(!pattern.is_match(&"a".repeat(60)));
}

#[test]
fn refuses_what_is_no_pattern() {
    for pattern in [
        "(",
        ")",
        "[",
        "a**",
        "*",
        "a{2,1}",
        r"\",
        "(?",
        "(?<a",
        "(?<1>a)",
        "[b-a]",
        "a++",
        "^*",
        r"\u{110000}",
        "{3}",
        "a{1}{2}",
        "(?x)a",
        r"\x{41}",
        r"(?<a>.)\k<b>",
        "(?<=a)*",
    ] {
        assert!(CompiledPattern::new(pattern).is_err(), "{pattern}");
        assert!(CompiledPattern::lazy(pattern).is_err(), "{pattern}");
    }
    let error = CompiledPattern::new("ab(c").unwrap_err();
    assert_eq!(
        error.to_string(),
        "a parenthesis is never closed (at character 3)"
    );
}

#[test]
fn large_patterns_are_errors_not_hangs() {
    for pattern in [
        "(?:.{1000}){1000}",
        r"(?=(?:.{1000}){1000})",
        r"(a)\1(?:.{1000}){1000}",
        "a{4294967295}",
        "((?:){999999999}){999999999}(?=a){9}",
    ] {
        let _ = CompiledPattern::new(pattern);
    }
    assert!(CompiledPattern::new("(?:.{1000}){1000}").is_err());
    assert!(CompiledPattern::new(&"(".repeat(100_000)).is_err());
    let deep = format!("{}a{}", "(".repeat(140), ")".repeat(140));
    assert!(matches(&deep, "a"));
}

#[test]
fn format_regex_is_strict() {
    for pattern in [
        r"([abc])+\s+$",
        "(?<name>x)",
        r"(?<n>a)\k<n>",
        "(?<=a+)b",
        "[]",
        "[^]",
        r"\cA",
        r"\/",
        r"[\-]",
        r"\p{Lu}",
        "(?i:a)",
    ] {
        assert!(is_ecma_regex(pattern), "{pattern}");
    }
    for pattern in [
        "^(abc]",
        r"\a",
        "(?P<name>x)",
        "(?P<n>a)(?P=n)",
        "(?#comment)a",
        "(?i)abc",
        "(?ims)abc",
        r"\-",
        r"\1",
        "{",
        "]",
        r"[\w-.]",
        "(?=a)*",
        r"\c1",
        r"\k<a>",
        r"\u12",
        r"\01",
    ] {
        assert!(!is_ecma_regex(pattern), "{pattern}");
    }
}
