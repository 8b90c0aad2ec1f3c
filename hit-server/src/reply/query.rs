//! The query of a request, strictly.

use crate::problem::{Class, Problem};

/// The parameters of a query, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads `a=1&b=2`, and checks that only `known` names are in it.
    ///
    /// # Errors
    /// 400: `%` without two hexadecimal digits, text that is not UTF-8, a parameter that is not known.
    pub fn read(query: Option<&str>, known: &[&str]) -> Result<Self, Problem> {
        let mut pairs = Vec::new();
        for pair in query
            .unwrap_or_default()
            .split('&')
            .filter(|it| !it.is_empty())
        {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (name, value) = (decode(name)?, decode(value)?);
            if !known.contains(&name.as_str()) {
                let known = known.join("`, `");
                return Err(bad(match known.is_empty() {
                    true => "no parameter is known here".to_owned(),
                    false => format!("a parameter is not known here (known: `{known}`)"),
                }));
            }
            pairs.push((name, value));
        }
        Ok(Self(pairs))
    }

    /// All values of a parameter.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let pairs = self.0.iter().filter(move |(own, _)| own == name);
        pairs.map(|(_, value)| value.as_str())
    }

    /// The value of a parameter that may be there once.
    ///
    /// # Errors
    /// 400 when it is there twice.
    pub fn one<'a>(&'a self, name: &'a str) -> Result<Option<&'a str>, Problem> {
        let mut values = self.all(name);
        match (values.next(), values.next()) {
            (value, None) => Ok(value),
            _ => Err(bad(format!("`{name}` is there more than once"))),
        }
    }

    /// The same filters, on another page.
    pub fn with_page(&self, page: u64, size: u64) -> String {
        let filters = self
            .all("fq")
            .map(|filter| format!("fq={}&", encode(filter)));
        format!("{}page={page}&size={size}", filters.collect::<String>())
    }

    /// A whole number from 0 to `most`.
    ///
    /// # Errors
    /// 400 when it is anything else.
    pub fn number(&self, name: &str, default: u64, most: u64) -> Result<u64, Problem> {
        let Some(text) = self.one(name)? else {
            return Ok(default);
        };
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().ok().filter(|number| digits && *number <= most);
        number.ok_or_else(|| bad(format!("`{name}` is a whole number from 0 to {most}")))
    }

    /// `true` or `false`.
    ///
    /// # Errors
    /// 400 when it is anything else.
    pub fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.one(name)? {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(bad(format!("`{name}` is `true` or `false`"))),
        }
    }
}

fn bad(detail: String) -> Problem {
    Problem::new(Class::BadQuery, detail)
}

/// Percent-encodes all that is not unreserved (RFC 3986, section 2.3).
fn encode(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    });
    encoded.collect()
}

/// Takes percent-encoding and `+` for a space away.
fn decode(text: &str) -> Result<String, Problem> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digits =
                    [rest.next(), rest.next()].map(|digit| char::from(digit?).to_digit(16));
                match digits {
                    [Some(high), Some(low)] => u8::try_from(high * 16 + low).unwrap_or_default(),
                    _ => return Err(bad("`%` without two hexadecimal digits after it".to_owned())),
                }
            }
            other => other,
        });
    }
    String::from_utf8(bytes).map_err(|_| bad("the query is not UTF-8".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn strict_and_decoded() {
        let query =
            Query::read(Some("fq=a%3Ab+c&fq=%C3%A9&page=2"), &["fq", "page"]).expect("a query");
        assert_eq!(query.all("fq").collect::<Vec<_>>(), ["a:b c", "é"]);
        assert_eq!(query.number("page", 0, 9).ok(), Some(2));
        assert!(query.one("fq").is_err());
        for bad in [
            "fq=%",
            "fq=%4",
            "fq=%zz",
            "fq=%ff",
            "other=1",
            "%66%71%00=1",
        ] {
            assert!(Query::read(Some(bad), &["fq"]).is_err(), "{bad}");
        }
        for (bad, most) in [
            ("n=-1", 9),
            ("n=+1", 9),
            ("n=10", 9),
            ("n=", 9),
            ("n=1&n=1", 9),
            ("n=1.0", 9),
        ] {
            let query = Query::read(Some(bad), &["n"]).expect("a query");
            assert!(query.number("n", 0, most).is_err(), "{bad}");
        }
    }
}
