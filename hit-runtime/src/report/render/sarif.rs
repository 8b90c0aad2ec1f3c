//! Reports of several files as one SARIF 2.1.0 log.

use std::io::{self, Write};

use super::tree::Tree;
use crate::pointer::Pointer;
use crate::report::not_evaluated::NotEvaluated;
use crate::report::violation::{Report, Severity, Span, Violation};

/// Who made a log.
#[derive(Clone, Copy, Debug)]
pub struct Tool<'a> {
    /// Name of the tool.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// Where to read about it.
    pub information_uri: &'a str,
}

/// A SARIF 2.1.0 log (OASIS standard) that is written while files are being checked: nothing is held
/// back but the names of the rules. One result a line.
///
/// Regions give line and column from 1, columns in code points, and byte offsets; the
/// JSON Pointer is the logical location; the schema location is `properties.schema`. A
/// rule that was not evaluated is a result of the kind `open` (section 3.27.9).
#[derive(Debug)]
pub struct SarifLog<'a, W: Write> {
    out: W,
    tool: Tool<'a>,
    rules: Vec<String>,
    results: usize,
}

impl<'a, W: Write> SarifLog<'a, W> {
    /// Writes the head of the log.
    ///
    /// # Errors
    /// When `out` cannot be written to.
    pub fn start(mut out: W, tool: Tool<'a>) -> io::Result<Self> {
        out.write_all(b"{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n")?;
        out.write_all(b"\"columnKind\":\"unicodeCodePoints\",\n\"results\":[")?;
        Ok(Self {
            out,
            tool,
            rules: Vec::new(),
            results: 0,
        })
    }

    /// Adds what was found in one file, or in one part of it. `file` is a path, relative where it can be.
    ///
    /// # Errors
    /// When the log cannot be written to.
    pub fn add(&mut self, file: &str, report: &Report) -> io::Result<()> {
        for violation in &report.violations {
            let rule = self.rule(&violation.code);
            self.write(&result(file, violation, rule))?;
        }
        for one in &report.not_evaluated {
            let rule = self.rule(&one.id);
            self.write(&open(file, one, rule))?;
        }
        Ok(())
    }

    fn write(&mut self, result: &Tree) -> io::Result<()> {
        let before = if self.results == 0 { "\n" } else { ",\n" };
        self.out.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut self.out, result)?;
        self.results += 1;
        Ok(())
    }

    /// Writes the end of the log and gives the writer back.
    ///
    /// # Errors
    /// When the log cannot be written to.
    pub fn finish(mut self) -> io::Result<W> {
        let rules = self
            .rules
            .iter()
            .map(|id| Tree::Object(vec![("id", Tree::text(id))]))
            .collect();
        let driver = Tree::Object(vec![
            ("name", Tree::text(self.tool.name)),
            ("version", Tree::text(self.tool.version)),
            ("informationUri", Tree::text(self.tool.information_uri)),
            ("rules", Tree::List(rules)),
        ]);
        self.out.write_all(b"],\n\"tool\":")?;
        serde_json::to_writer(&mut self.out, &Tree::Object(vec![("driver", driver)]))?;
        self.out.write_all(b"}]}\n")?;
        Ok(self.out)
    }

    fn rule(&mut self, code: &str) -> usize {
        let known = self.rules.iter().position(|rule| rule == code);
        known.unwrap_or_else(|| {
            self.rules.push(code.to_owned());
            self.rules.len() - 1
        })
    }
}

/// The log of several files at once, as text.
pub fn sarif(tool: Tool<'_>, files: &[(&str, &Report)]) -> String {
    let log = SarifLog::start(Vec::new(), tool).and_then(|mut log| {
        files
            .iter()
            .try_for_each(|(file, report)| log.add(file, report))?;
        log.finish()
    });
    // Writing to memory does not fail, and JSON is UTF-8.
    String::from_utf8(log.unwrap_or_default()).unwrap_or_default()
}

fn result(file: &str, it: &Violation, rule: usize) -> Tree {
    let level = match it.severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let schema = vec![("schema", Tree::text(&it.schema))];
    Tree::Object(vec![
        ("ruleId", Tree::text(&it.code)),
        ("ruleIndex", Tree::Number(rule as u64)),
        ("level", Tree::text(level)),
        ("message", message(&it.message)),
        ("locations", locations(file, it.span, &it.instance)),
        ("properties", Tree::Object(schema)),
    ])
}

/// A rule that was not evaluated: too little is known to say whether it holds.
fn open(file: &str, it: &NotEvaluated, rule: usize) -> Tree {
    Tree::Object(vec![
        ("ruleId", Tree::text(&it.id)),
        ("ruleIndex", Tree::Number(rule as u64)),
        ("kind", Tree::text("open")),
        ("level", Tree::text("none")),
        ("message", message(&format!("not evaluated: {}", it.reason))),
        ("locations", locations(file, None, &it.instance)),
    ])
}

fn message(text: &str) -> Tree {
    Tree::Object(vec![("text", Tree::text(text))])
}

fn locations(file: &str, span: Option<Span>, instance: &Pointer) -> Tree {
    let name = vec![("fullyQualifiedName", Tree::text(instance.as_str()))];
    let location = Tree::Object(vec![
        ("physicalLocation", physical(file, span)),
        ("logicalLocations", Tree::List(vec![Tree::Object(name)])),
    ]);
    Tree::List(vec![location])
}

fn physical(file: &str, span: Option<Span>) -> Tree {
    let artifact = Tree::Object(vec![("uri", Tree::Text(uri(file)))]);
    let mut members = vec![("artifactLocation", artifact)];
    if let Some(span) = span {
        let region = vec![
            ("startLine", Tree::Number(span.line.into())),
            ("startColumn", Tree::Number(span.column.into())),
            ("byteOffset", Tree::Number(span.start as u64)),
            (
                "byteLength",
                Tree::Number(span.end.saturating_sub(span.start) as u64),
            ),
        ];
        members.push(("region", Tree::Object(region)));
    }
    Tree::Object(members)
}

/// A path as a URI reference (RFC 3986): absolute ones with the scheme `file`.
fn uri(path: &str) -> String {
    let mut out = String::new();
    if path.starts_with('/') {
        out.push_str("file://");
    } else if path
        .split('/')
        .next()
        .is_some_and(|first| first.contains(':'))
    {
        // A colon in the first segment would read as a scheme.
        out.push_str("./");
    }
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-._~!$&'()*+,;=:@/".contains(&byte) => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
