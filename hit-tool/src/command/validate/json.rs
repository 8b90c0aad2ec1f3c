//! The report as JSON.

use std::io::{self, Write};

use hit_rules::schema::NotEvaluated;
use hit_runtime::report::render::{Document, json};
use serde_json::Value;

use super::counts::Counts;
use super::rules::Found;
use super::sink::Sink;

/// One JSON document, a line for each document that was checked:
///
/// ```json
/// {"documents":[
/// {"file":"a.json","report":{"valid":true,"violations":[]}},
/// {"file":"b.jsonl","line":7,"report":{"valid":false,"violations":[{"code":"minimum","severity":"error",…}]}}
/// ],"counts":{"documents":2,"invalid":1,"errors":1,"warnings":0}}
/// ```
///
/// A document has a member `not_evaluated` where rules were not evaluated:
/// `[{"id":"…","instance":"/users/0","reason":"ctx.headers is not known"}]`.
pub struct Json<W> {
    out: W,
    first: bool,
}

impl<W: Write> Json<W> {
    /// A report to `out`.
    pub fn new(out: W) -> Self {
        Self { out, first: true }
    }

    fn separate(&mut self) -> io::Result<()> {
        let separator: &[u8] = if self.first {
            b"{\"documents\":[\n"
        } else {
            b",\n"
        };
        self.first = false;
        self.out.write_all(separator)
    }
}

impl<W: Write> Sink for Json<W> {
    fn document(
        &mut self,
        document: &Document<'_>,
        line: Option<u32>,
        found: &Found,
    ) -> io::Result<()> {
        self.separate()?;
        write!(self.out, "{{\"file\":{}", Value::from(document.name))?;
        if let Some(line) = line {
            write!(self.out, ",\"line\":{line}")?;
        }
        write!(self.out, ",\"report\":{}", json(&found.report))?;
        if !found.not_evaluated.is_empty() {
            let open: Value = found.not_evaluated.iter().map(open).collect();
            write!(self.out, ",\"not_evaluated\":{open}")?;
        }
        self.out.write_all(b"}")
    }

    fn finish(&mut self, counts: &Counts) -> io::Result<()> {
        self.out.write_all(if self.first {
            b"{\"documents\":["
        } else {
            b"\n"
        })?;
        let Counts {
            documents,
            invalid,
            errors,
            warnings,
            ..
        } = counts;
        writeln!(
            self.out,
            "],\"counts\":{{\"documents\":{documents},\"invalid\":{invalid},\"errors\":{errors},\"warnings\":{warnings}}}}}"
        )?;
        self.out.flush()
    }
}

fn open(one: &NotEvaluated) -> Value {
    let reason = one.reason.to_string();
    serde_json::json!({ "id": one.id, "instance": one.instance.as_str(), "reason": reason })
}
