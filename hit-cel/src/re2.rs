//! RE2's regular expressions in the spelling of the `regex` crate.
//!
//! The two languages differ in spelling, not in power. What RE2 reads
//! differently is rewritten, and what only `regex` reads is refused.

/// An RE2 pattern as the `regex` crate reads it: ASCII classes, text where RE2 has text.
/// Whether it is a pattern is for that crate to say.
///
/// # Errors
/// What only `regex` would read.
///
/// ```
/// assert_eq!(hit_cel::re2(r"^\d$").unwrap(), "^[0-9]$");
/// assert!(hit_cel::re2("x++").is_err());
/// ```
pub fn re2(pattern: &str) -> Result<String, String> {
    let mut rewriter = Rewriter {
        rest: pattern,
        out: String::with_capacity(pattern.len() + 8),
        after_repeat: false,
    };
    rewriter.run()?;
    Ok(rewriter.out)
}

struct Rewriter<'p> {
    rest: &'p str,
    out: String,
    after_repeat: bool,
}

impl Rewriter<'_> {
    fn run(&mut self) -> Result<(), String> {
        while let Some(c) = self.next() {
            match c {
                '\\' => {
                    self.after_repeat = false;
                    self.escape(false)?;
                }
                '[' => {
                    self.after_repeat = false;
                    self.class()?;
                }
                '(' => {
                    self.after_repeat = false;
                    self.group()?;
                }
                '*' | '+' | '?' => self.repeat(c.to_string())?,
                '{' => match self.counts()? {
                    Some(counts) => self.repeat(counts)?,
                    None => {
                        self.after_repeat = false;
                        self.out.push_str("\\{");
                    }
                },
                '}' => {
                    self.after_repeat = false;
                    self.out.push_str("\\}");
                }
                other => {
                    self.after_repeat = false;
                    self.out.push(other);
                }
            }
        }
        Ok(())
    }

    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = self.rest.get(c.len_utf8()..).unwrap_or("");
        Some(c)
    }

    /// `regex` reads `x++` as a repetition of a repetition; RE2 refuses it.
    fn repeat(&mut self, operator: String) -> Result<(), String> {
        if self.after_repeat {
            return Err(format!("invalid nested repetition operator: `{operator}`"));
        }
        self.out.push_str(&operator);
        if let Some(rest) = self.rest.strip_prefix('?') {
            self.rest = rest;
            self.out.push('?');
        }
        self.after_repeat = true;
        Ok(())
    }

    /// `{2}`, `{2,}`, `{2,3}`; anything else is text.
    fn counts(&mut self) -> Result<Option<String>, String> {
        let Some(end) = self.rest.find('}') else {
            return Ok(None);
        };
        let inner = self.rest.get(..end).unwrap_or("");
        let (least, most) = inner.split_once(',').unwrap_or((inner, inner));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if least.is_empty() || !digits(least) || !digits(most) {
            return Ok(None);
        }
        let small =
            |text: &str| text.is_empty() || text.parse::<u32>().is_ok_and(|count| count <= 1000);
        if !small(least) || !small(most) {
            return Err("invalid repeat count".to_string());
        }
        let counts = format!("{{{inner}}}");
        self.rest = self.rest.get(end + 1..).unwrap_or("");
        Ok(Some(counts))
    }

    fn group(&mut self) -> Result<(), String> {
        self.out.push('(');
        let Some(rest) = self.rest.strip_prefix('?') else {
            return Ok(());
        };
        if rest.starts_with("P<")
            || (rest.starts_with('<') && !rest.starts_with("<=") && !rest.starts_with("<!"))
        {
            self.out.push('?');
            self.rest = rest;
            return Ok(());
        }
        let flags = rest
            .find([':', ')'])
            .and_then(|end| rest.get(..end))
            .unwrap_or(rest);
        if !flags.chars().all(|c| "imsU-".contains(c)) {
            return Err(format!("invalid or unsupported Perl syntax: `(?{flags}`"));
        }
        self.out.push('?');
        self.rest = rest;
        while let Some(c) = self.next() {
            self.out.push(c);
            if c == ':' || c == ')' {
                break;
            }
        }
        Ok(())
    }

    fn escape(&mut self, in_class: bool) -> Result<(), String> {
        let Some(c) = self.next() else {
            return Err("trailing backslash at end of expression".to_string());
        };
        let (open, close) = if in_class { ("", "") } else { ("[", "]") };
        match c {
            'd' => self.out.push_str(&format!("{open}0-9{close}")),
            'w' => self.out.push_str(&format!("{open}0-9A-Za-z_{close}")),
            's' => self.out.push_str(&format!("{open}\\t\\n\\x0C\\r {close}")),
            'D' => self.out.push_str("[^0-9]"),
            'W' => self.out.push_str("[^0-9A-Za-z_]"),
            'S' => self.out.push_str("[^\\t\\n\\x0C\\r ]"),
            'b' if !in_class => self.out.push_str("(?-u:\\b)"),
            'B' if !in_class => self.out.push_str("(?-u:\\B)"),
            'A' | 'z' if !in_class => self.out.push_str(&format!("\\{c}")),
            'Q' if !in_class => self.quoted(),
            'p' | 'P' => self.property(c),
            'a' => self.out.push_str("\\x07"),
            'f' => self.out.push_str("\\x0C"),
            't' | 'n' | 'r' => self.out.push_str(&format!("\\{c}")),
            'v' => self.out.push_str("\\x0B"),
            'x' => self.out.push_str("\\x"),
            '0'..='7' => self.octal(c)?,
            c if c.is_ascii_punctuation() => self.literal(c),
            c => return Err(format!("invalid escape sequence: `\\{c}`")),
        }
        Ok(())
    }

    fn literal(&mut self, c: char) {
        self.out.push_str(&escaped(c.encode_utf8(&mut [0; 4])));
    }

    fn quoted(&mut self) {
        let (text, rest) = self.rest.split_once("\\E").unwrap_or((self.rest, ""));
        self.out.push_str(&escaped(text));
        self.rest = rest;
    }

    fn property(&mut self, letter: char) {
        self.out.push('\\');
        self.out.push(letter);
        if self.rest.starts_with('{') {
            let end = self.rest.find('}').map_or(self.rest.len(), |end| end + 1);
            let (name, rest) = self.rest.split_at(end);
            self.out.push_str(name);
            self.rest = rest;
        } else if let Some(c) = self.next() {
            self.out.push(c);
        }
    }

    fn octal(&mut self, first: char) -> Result<(), String> {
        let more = self
            .rest
            .bytes()
            .take(2)
            .take_while(|byte| (b'0'..=b'7').contains(byte))
            .count();
        if first != '0' && more == 0 {
            return Err(format!("invalid escape sequence: `\\{first}`"));
        }
        let (digits, rest) = self.rest.split_at(more);
        let code = u32::from_str_radix(&format!("{first}{digits}"), 8).unwrap_or(0);
        self.rest = rest;
        self.out.push_str(&format!("\\x{{{code:X}}}"));
        Ok(())
    }

    fn class(&mut self) -> Result<(), String> {
        self.out.push('[');
        if let Some(rest) = self.rest.strip_prefix('^') {
            self.rest = rest;
            self.out.push('^');
        }
        let mut first = true;
        loop {
            let before = self.rest;
            let Some(c) = self.next() else {
                return Err("missing closing ]".to_string());
            };
            match c {
                ']' if !first => {
                    self.out.push(']');
                    return Ok(());
                }
                '\\' => self.escape(true)?,
                '[' if before.starts_with("[:") && before.contains(":]") => {
                    let end = before.find(":]").map_or(before.len(), |end| end + 2);
                    let (posix, rest) = before.split_at(end);
                    self.out.push_str(posix);
                    self.rest = rest;
                }
                // What `regex` reads as nested classes and set operators is text for RE2.
                '[' | ']' | '&' | '~' => self.literal_in_class(c),
                other => self.out.push(other),
            }
            first = false;
        }
    }

    fn literal_in_class(&mut self, c: char) {
        self.out.push('\\');
        self.out.push(c);
    }
}

/// A text as a pattern of that text.
fn escaped(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for c in text.chars() {
        if r"\.+*?()|[]{}^$#&-~".contains(c) {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}
