//! Functions whose Rust is a text with places for the arguments.

use crate::rust::code::Shape;

/// The Rust of one overload: `$0`, `$1`, … are the arguments, `$s` is the
/// support module. A text that ends with `?` can fail.
pub struct Template {
    /// The function.
    pub name: &'static str,
    /// The overload.
    pub signature: &'static str,
    /// The Rust.
    pub text: &'static str,
    /// What it evaluates to.
    pub shape: Shape,
}

const fn scalar(name: &'static str, signature: &'static str, text: &'static str) -> Template {
    Template {
        name,
        signature,
        text,
        shape: Shape::Scalar,
    }
}

const fn made(name: &'static str, signature: &'static str, text: &'static str) -> Template {
    Template {
        name,
        signature,
        text,
        shape: Shape::Text,
    }
}

const fn list(name: &'static str, signature: &'static str, text: &'static str) -> Template {
    Template {
        name,
        signature,
        text,
        shape: Shape::Place,
    }
}

/// All templates.
pub const TEMPLATES: &[Template] = &[
    scalar("contains", "string.(string) -> bool", "$0.contains($1)"),
    scalar(
        "startsWith",
        "string.(string) -> bool",
        "$0.starts_with($1)",
    ),
    scalar("endsWith", "string.(string) -> bool", "$0.ends_with($1)"),
    scalar("trim", "string.() -> string", "$0.trim()"),
    scalar("indexOf", "string.(string) -> int", "$s::index_of($0, $1)"),
    scalar(
        "substring",
        "string.(int) -> string",
        "$s::substring_from($0, $1)?",
    ),
    scalar(
        "substring",
        "string.(int, int) -> string",
        "$s::substring($0, $1, $2)?",
    ),
    made("charAt", "string.(int) -> string", "$s::char_at($0, $1)?"),
    made(
        "lowerAscii",
        "string.() -> string",
        "$0.to_ascii_lowercase()",
    ),
    made(
        "upperAscii",
        "string.() -> string",
        "$0.to_ascii_uppercase()",
    ),
    made(
        "replace",
        "string.(string, string) -> string",
        "$s::replace($0, $1, $2, -1)",
    ),
    made(
        "replace",
        "string.(string, string, int) -> string",
        "$s::replace($0, $1, $2, $3)",
    ),
    list(
        "split",
        "string.(string) -> list(string)",
        "$s::split($0, $1, -1)",
    ),
    list(
        "split",
        "string.(string, int) -> list(string)",
        "$s::split($0, $1, $2)",
    ),
    made("join", "list(string).() -> string", "$s::join(&$0, \"\")"),
    made(
        "join",
        "list(string).(string) -> string",
        "$s::join(&$0, $1)",
    ),
    made("string", "(bool) -> string", "$0.to_string()"),
    made("string", "(int) -> string", "$0.to_string()"),
    made("string", "(uint) -> string", "$0.to_string()"),
    made("string", "(double) -> string", "$s::double_text($0)"),
    made("string", "(timestamp) -> string", "$0.to_string()"),
    made("string", "(duration) -> string", "$0.to_string()"),
    made("string", "(ip) -> string", "$0.to_string()"),
    made("string", "(cidr) -> string", "$0.to_string()"),
    scalar("int", "(uint) -> int", "$s::int_of_uint($0)?"),
    scalar("int", "(double) -> int", "$s::int_of_double($0)?"),
    scalar("int", "(string) -> int", "$s::int_of_text($0)?"),
    scalar("double", "(int) -> double", "($0 as f64)"),
    scalar("double", "(uint) -> double", "($0 as f64)"),
    scalar("double", "(string) -> double", "$s::double_of_text($0)?"),
    scalar("isURL", "(string) -> bool", "$s::is_url($0)"),
    scalar("url", "(string) -> url", "$s::url($0)?"),
    scalar("getScheme", "url.() -> string", "$0.scheme()"),
    scalar("getHost", "url.() -> string", "$0.host()"),
    scalar("getHostname", "url.() -> string", "$0.hostname()"),
    scalar("getPort", "url.() -> string", "$0.port()"),
    made("getEscapedPath", "url.() -> string", "$0.escaped_path()"),
    list(
        "getQuery",
        "url.() -> map(string, list(string))",
        "$0.query()",
    ),
    scalar("isIP", "(string) -> bool", "$s::is_ip($0)"),
    scalar("ip", "(string) -> ip", "$s::ip($0)?"),
    scalar(
        "ip.isCanonical",
        "(string) -> bool",
        "$s::is_canonical_ip($0)?",
    ),
    scalar("family", "ip.() -> int", "$s::family($0)"),
    scalar("isLoopback", "ip.() -> bool", "$0.is_loopback()"),
    scalar("isUnspecified", "ip.() -> bool", "$0.is_unspecified()"),
    scalar(
        "isGlobalUnicast",
        "ip.() -> bool",
        "$s::is_global_unicast($0)",
    ),
    scalar("isCIDR", "(string) -> bool", "$s::is_cidr($0)"),
    scalar("cidr", "(string) -> cidr", "$s::cidr($0)?"),
    scalar("ip", "cidr.() -> ip", "$0.address"),
    scalar("masked", "cidr.() -> cidr", "$0.masked()"),
    scalar("prefixLength", "cidr.() -> int", "i64::from($0.prefix)"),
    scalar("containsIP", "cidr.(ip) -> bool", "$0.contains(&$1)"),
    scalar(
        "containsCIDR",
        "cidr.(cidr) -> bool",
        "$0.contains_cidr(&$1)",
    ),
];
