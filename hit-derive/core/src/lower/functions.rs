//! The functions that rules have here, and what is called for each.

/// A function of rules.
pub struct Function {
    /// Its name; with a namespace, as in `sets.contains`.
    pub name: &'static str,
    /// How many arguments it takes, the receiver included.
    pub arguments: usize,
    /// Whether the first argument stands before the dot.
    pub method: bool,
    /// The function of `hit_runtime::derived`.
    pub rust: &'static str,
}

const fn method(name: &'static str, arguments: usize, rust: &'static str) -> Function {
    Function {
        name,
        arguments: arguments + 1,
        method: true,
        rust,
    }
}

const fn global(name: &'static str, arguments: usize, rust: &'static str) -> Function {
    Function {
        name,
        arguments,
        method: false,
        rust,
    }
}

/// All of them.
pub const FUNCTIONS: &[Function] = &[
    method("size", 0, "size"),
    global("size", 1, "size"),
    method("contains", 1, "contains"),
    method("startsWith", 1, "starts_with"),
    method("endsWith", 1, "ends_with"),
    method("trim", 0, "trim"),
    method("indexOf", 1, "index_of"),
    method("lastIndexOf", 1, "last_index_of"),
    method("substring", 1, "substring_from"),
    method("substring", 2, "substring"),
    method("charAt", 1, "char_at"),
    method("lowerAscii", 0, "lower_ascii"),
    method("upperAscii", 0, "upper_ascii"),
    method("replace", 2, "replace"),
    method("replace", 3, "replace_some"),
    method("split", 1, "split"),
    method("split", 2, "split_some"),
    method("join", 0, "join"),
    method("join", 1, "join_with"),
    method("sum", 0, "sum"),
    method("min", 0, "least"),
    method("max", 0, "greatest"),
    method("isSorted", 0, "is_sorted"),
    global("sets.contains", 2, "contains_all"),
    global("sets.intersects", 2, "contains_any"),
    global("sets.equivalent", 2, "equivalent"),
    global("string", 1, "to_text"),
    global("int", 1, "to_int"),
    global("double", 1, "to_double"),
    global("timestamp", 1, "to_timestamp"),
    global("duration", 1, "to_duration"),
    global("isURL", 1, "is_url"),
    global("url", 1, "url"),
    method("getScheme", 0, "url_scheme"),
    method("getHost", 0, "url_host"),
    method("getHostname", 0, "url_hostname"),
    method("getPort", 0, "url_port"),
    method("getEscapedPath", 0, "url_path"),
    global("isIP", 1, "is_ip"),
    global("ip", 1, "to_ip"),
    global("ip.isCanonical", 1, "is_canonical_ip"),
    method("family", 0, "ip_family"),
    method("isLoopback", 0, "ip_is_loopback"),
    method("isUnspecified", 0, "ip_is_unspecified"),
    method("isGlobalUnicast", 0, "ip_is_global_unicast"),
    global("isCIDR", 1, "is_cidr"),
    global("cidr", 1, "to_cidr"),
    method("ip", 0, "cidr_ip"),
    method("masked", 0, "cidr_masked"),
    method("prefixLength", 0, "cidr_prefix_length"),
    method("containsIP", 1, "cidr_contains_ip"),
    method("containsCIDR", 1, "cidr_contains_cidr"),
];

/// Functions that are lowered by hand: their names, for messages.
pub const SPECIAL: &[&str] = &[
    "all",
    "cel.bind",
    "exists",
    "exists_one",
    "existsOne",
    "filter",
    "find",
    "findAll",
    "has",
    "hasValue",
    "map",
    "matches",
    "optFlatMap",
    "optMap",
    "optional.none",
    "optional.of",
    "or",
    "orValue",
    "transformList",
    "value",
];

/// The names in front of the dot of functions.
pub const NAMESPACES: &[&str] = &[
    "sets", "ip", "optional", "math", "format", "cel", "semver", "quantity", "strings", "base64",
];
