//! Measures [`check`](crate::check()) on a corpus of labelled pairs of schemas.

use std::fmt;
use std::path::Path;
use std::time::{Duration, Instant};

use hit_schema::load::NoLoader;
use hit_schema::{ContentMode, Draft, Entry, FormatMode, Options};
use serde_json::{Value, json};

use crate::{Budget, Mode, Schema, SchemaError, Verdict, check};

/// How many cases ended how.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Decided as labelled.
    pub right: usize,
    /// Decided otherwise than a witness or a proof of the label.
    pub wrong: usize,
    /// Not decided.
    pub undecided: usize,
    /// Decided with a checked witness against a label of the corpus; also
    /// counted as right.
    pub refuted_labels: usize,
    /// Proved compatible against a label that no witness supports.
    pub unsettled: usize,
    /// All cases.
    pub all: usize,
    /// Cases that were wrong or stayed open, and why.
    pub notes: Vec<String>,
}

/// The measurements of one run.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// `cases.jsonl`; absent where the corpus has none.
    pub cases: Option<Tally>,
    /// `history.jsonl`; absent where the corpus has none. Without labels,
    /// `right` counts what was decided and contradicts no known verdict.
    pub history: Option<Tally>,
    /// Time of every comparison, compiling both schemas included; sorted.
    pub times: Vec<Duration>,
    /// The crate `jsonschema` (canonical `covers`) alone, where it was asked.
    pub peer: Option<Peer>,
}

/// How often the second prover alone decides.
#[derive(Clone, Debug, Default)]
pub struct Peer {
    /// Decided of the cases.
    pub cases: usize,
    /// Decided of the history.
    pub history: usize,
    /// Times, sorted.
    pub times: Vec<Duration>,
}

impl Figures {
    /// The time that a share of all comparisons stay below, in milliseconds.
    pub fn quantile(&self, part: f64) -> f64 {
        share(&self.times, part)
    }

    /// The figures under the names of the run `compat`.
    pub fn to_json(&self) -> Value {
        let cases = self.cases.as_ref().map(|tally| {
            json!({"right": tally.right, "undecided": tally.undecided,
                   "wrong": tally.wrong, "all": tally.all,
                   "refuted_labels": tally.refuted_labels, "unsettled": tally.unsettled})
        });
        let history = self.history.as_ref().map(|tally| {
            json!({"decided": tally.all - tally.undecided,
                   "wrong": tally.wrong, "all": tally.all})
        });
        json!({
            "cases": cases, "history": history, "p50_ms": self.quantile(0.5),
            "p99_ms": self.quantile(0.99), "max_ms": self.quantile(1.0),
            "peers": self.peer.as_ref().map(|peer| json!({"jsonschema_canonical": {
                "cases": {"decided": peer.cases}, "history": {"decided": peer.history},
                "p50_ms": share(&peer.times, 0.5), "p99_ms": share(&peer.times, 0.99),
                "max_ms": share(&peer.times, 1.0),
            }})),
        })
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, tally) in [("cases", &self.cases), ("history", &self.history)] {
            match tally {
                Some(tally) => writeln!(
                    f,
                    "{name:8} {} right, {} undecided, {} wrong of {}",
                    tally.right, tally.undecided, tally.wrong, tally.all
                )?,
                None => writeln!(f, "{name:8} absent")?,
            }
        }
        write!(
            f,
            "time     p50 {:.2} ms, p99 {:.1} ms, max {:.0} ms",
            self.quantile(0.5),
            self.quantile(0.99),
            self.quantile(1.0)
        )?;
        if let Some(peer) = &self.peer {
            write!(
                f,
                "\njsonschema canonical alone: {} cases and {} of the history decided; \
                 p50 {:.2} ms, p99 {:.1} ms, max {:.0} ms",
                peer.cases,
                peer.history,
                share(&peer.times, 0.5),
                share(&peer.times, 0.99),
                share(&peer.times, 1.0)
            )?;
        }
        Ok(())
    }
}

fn share(times: &[Duration], part: f64) -> f64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index within the list"
    )]
    let at = (times.len().saturating_sub(1) as f64 * part) as usize;
    let time = times.get(at).copied().unwrap_or_default();
    time.as_secs_f64() * 1000.0
}

/// Runs over `compat/cases.jsonl` and `compat/history.jsonl` below a folder;
/// with `peers` also by the second prover alone.
///
/// # Errors
/// When a file is there and cannot be read.
pub fn run(corpus: &Path, peers: bool) -> Result<Figures, std::io::Error> {
    let mut figures = Figures {
        peer: peers.then(Peer::default),
        ..Figures::default()
    };
    let folder = corpus.join("compat");
    if let Some(cases) = lines(&folder.join("cases.jsonl"))? {
        let mut tally = Tally::default();
        for case in &cases {
            one_case(case, &mut tally, &mut figures.times);
            if let Some(peer) = &mut figures.peer {
                peer.cases += usize::from(peer_decides(case, ("sub", "sup"), &mut peer.times));
            }
        }
        figures.cases = Some(tally);
    }
    if let Some(pairs) = lines(&folder.join("history.jsonl"))? {
        let mut tally = Tally::default();
        for pair in &pairs {
            one_pair(pair, &mut tally, &mut figures.times);
            if let Some(peer) = &mut figures.peer {
                peer.history += usize::from(peer_decides(pair, ("old", "new"), &mut peer.times));
            }
        }
        figures.history = Some(tally);
    }
    figures.times.sort_unstable();
    if let Some(peer) = &mut figures.peer {
        peer.times.sort_unstable();
    }
    Ok(figures)
}

/// Whether the second prover alone decides a pair, by proof or refutation.
fn peer_decides(case: &Value, (narrow, wide): (&str, &str), times: &mut Vec<Duration>) -> bool {
    use jsonschema::canonical::Containment;
    let formats = case["format_assertion"].as_bool().unwrap_or(false);
    let options = options(case["draft"].as_str().unwrap_or_default(), formats);
    let start = Instant::now();
    let canonical = |side: &str| {
        jsonschema::canonical::options()
            .with_draft(crate::judge::draft(options.draft)?)
            .should_validate_formats(formats)
            .offline()
            .canonicalize(&case[side])
            .ok()
    };
    let answer = canonical(narrow)
        .zip(canonical(wide))
        .and_then(|(narrow, wide)| wide.covers(&narrow).ok());
    times.push(start.elapsed());
    matches!(answer, Some(Containment::Yes | Containment::No))
}

fn lines(path: &Path) -> Result<Option<Vec<Value>>, std::io::Error> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let parsed: Result<_, _> = lines.map(serde_json::from_str).collect();
    Ok(Some(parsed?))
}

fn one_case(case: &Value, tally: &mut Tally, times: &mut Vec<Duration>) {
    let formats = case["format_assertion"].as_bool().unwrap_or(false);
    let mut options = options(case["draft"].as_str().unwrap_or_default(), formats);
    let refuted = case["basis"] == "witness";
    if refuted && !holds(case, &options) {
        // The corpus asserts content in drafts 6 and 7.
        options.content = ContentMode::Assert;
    }
    let verdict = timed(case, ("sub", "sup"), &options, times);
    let label = case["truth"].as_bool();
    tally.all += 1;
    let id = case["id"].as_str().unwrap_or_default();
    match verdict {
        Ok(Verdict::Undecided { reason, .. }) => tally.open(format!("{id}: {reason}")),
        Err(error) => tally.open(format!("{id}: {error}")),
        Ok(verdict) if Some(verdict.is_compatible()) == label => tally.right += 1,
        // A document that two validators checked outweighs a label.
        Ok(verdict) if verdict.is_breaking() => {
            tally.right += 1;
            tally.refuted_labels += 1;
            tally
                .notes
                .push(format!("label refuted: {id}: {verdict:?}"));
        }
        Ok(verdict) => {
            tally.wrong += usize::from(refuted);
            tally.unsettled += usize::from(!refuted);
            let basis = &case["basis"];
            let word = if refuted {
                "WRONG"
            } else {
                "label without witness"
            };
            tally
                .notes
                .push(format!("{word}: {id}: {verdict:?}, basis {basis}"));
        }
    }
}

/// Whether a witness of the corpus shows what it should under these options.
fn holds(case: &Value, options: &Options) -> bool {
    let sides = ["sub", "sup"].map(|side| {
        let entry = Entry::text(side, case[side].to_string());
        let schema = Schema::compile(&entry, &NoLoader, options).ok()?;
        schema.accepts(&case["witness"])
    });
    sides == [Some(true), Some(false)]
}

fn one_pair(pair: &Value, tally: &mut Tally, times: &mut Vec<Duration>) {
    let options = options(pair["draft"].as_str().unwrap_or_default(), false);
    let verdict = timed(pair, ("old", "new"), &options, times);
    let known = &pair["known"];
    let refuted = !known["witness"].is_null();
    let proved = known["jsonschema"] == "yes" || known["jsoncompat"] == "yes";
    tally.all += 1;
    let id = pair["id"].as_str().unwrap_or_default();
    match verdict {
        Ok(Verdict::Undecided { reason, .. }) => {
            let refuted = if refuted { " (a witness is known)" } else { "" };
            tally.open(format!("{id}: {reason}{refuted}"));
        }
        Err(error) => tally.open(format!("{id}: {error}")),
        Ok(verdict) if verdict.is_compatible() && refuted || verdict.is_breaking() && proved => {
            tally.wrong += 1;
            tally.notes.push(format!("WRONG {id}: {verdict:?}"));
        }
        Ok(_) => tally.right += 1,
    }
}

impl Tally {
    fn open(&mut self, note: String) {
        self.undecided += 1;
        self.notes.push(note);
    }
}

fn timed(
    case: &Value,
    (narrow, wide): (&str, &str),
    options: &Options,
    times: &mut Vec<Duration>,
) -> Result<Verdict, String> {
    let [narrow, wide] = [narrow, wide].map(|side| (side, case[side].to_string()));
    let start = Instant::now();
    let compile = |(name, text): (&str, String)| {
        let entry = Entry::text(name, text);
        let compiled = Schema::compile(&entry, &NoLoader, options);
        compiled.map_err(|error| format!("{name}: {}", first_error(&error)))
    };
    let verdict = compile(narrow)
        .and_then(|narrow| Ok((narrow, compile(wide)?)))
        .map(|(narrow, wide)| check(&narrow, &wide, Mode::Backward, Budget::default()));
    times.push(start.elapsed());
    verdict
}

fn first_error(error: &SchemaError) -> String {
    match error {
        SchemaError::Invalid(diagnostics) => {
            let mut items = diagnostics.items.iter();
            let first = items.find(|item| item.severity == hit_runtime::Severity::Error);
            first.map_or_else(String::new, |item| item.message.clone())
        }
        SchemaError::Unusable(message) => message.clone(),
    }
}

fn options(draft: &str, formats: bool) -> Options {
    let draft = match draft {
        "draft3" => Draft::Draft3,
        "draft4" => Draft::Draft4,
        "draft6" => Draft::Draft6,
        "draft7" => Draft::Draft7,
        "2019-09" => Draft::Draft201909,
        _ => Draft::Draft202012,
    };
    Options {
        draft,
        format: match formats {
            true => FormatMode::Assert,
            false => FormatMode::Annotation,
        },
        meta_schema: false,
        ..Options::STANDARD
    }
}
