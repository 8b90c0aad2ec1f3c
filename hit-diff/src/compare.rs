//! A comparison with all that there is to say about it.

use std::fmt;

use hit_runtime::Pointer;

use crate::changes::{Change, Direction, Severity, Walk};
use crate::check::{self, Layout, Mode, Verdict, with_stack};
use crate::judge::Judge;
use crate::prove::Budget;
use crate::schema::Schema;

/// Which documents are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// All that a schema accepts.
    #[default]
    Strict,
    /// Those whose objects have only members that the schema declares at that
    /// place: what writers send who go by the schema.
    DeclaredOnly,
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Strict => "strict",
            Self::DeclaredOnly => "declared-only",
        })
    }
}

/// What to compare, and at what cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Which documents have to stay valid.
    pub mode: Mode,
    /// Which documents are meant.
    pub reading: Reading,
    /// What it may cost.
    pub budget: Budget,
}

/// The outcome of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What messages call the old schema.
    pub old: String,
    /// What messages call the new schema.
    pub new: String,
    /// Which documents have to stay valid.
    pub mode: Mode,
    /// In which reading.
    pub reading: Reading,
    /// The verdict in that reading.
    pub verdict: Verdict,
    /// The strict reading breaks, and only documents with undeclared members
    /// are lost.
    pub only_undeclared: bool,
    /// The undeclared members of the witness that make it one.
    pub undeclared: Vec<Pointer>,
    /// All changes, in the order of the new schema.
    pub changes: Vec<Change>,
}

/// Compares two schemas and lists what changed.
///
/// ```
/// use hit_diff::{Schema, Settings, compare};
///
/// let old = Schema::from_text("old", r#"{"properties": {"a": {"minimum": 1}}}"#)?;
/// let new = Schema::from_text("new", r#"{"properties": {"a": {"minimum": 2}}}"#)?;
/// let report = compare(&old, &new, Settings::default());
/// assert!(report.verdict.is_breaking());
/// assert_eq!(report.changes[0].id, "minimum-changed");
/// assert_eq!(report.changes[0].message, "`minimum` changed from 1 to 2");
/// # Ok::<(), hit_diff::SchemaError>(())
/// ```
pub fn compare(old: &Schema, new: &Schema, settings: Settings) -> Report {
    let work = || on_stack(old, new, settings);
    with_stack(work).unwrap_or_else(|| Report {
        old: old.name.clone(),
        new: new.name.clone(),
        mode: settings.mode,
        reading: settings.reading,
        verdict: Verdict::Undecided {
            reason: "the comparison did not come to an end".to_owned(),
            places: Vec::new(),
        },
        only_undeclared: false,
        undeclared: Vec::new(),
        changes: Vec::new(),
    })
}

fn on_stack(old: &Schema, new: &Schema, settings: Settings) -> Report {
    let judges = [old, new].map(Judge::new);
    let strict = Layout {
        parts: true,
        ..Layout::default()
    };
    let mut table = check::table(old, new, strict, settings.budget);
    let verdict = check::run(&mut table, &judges, settings.mode, settings.budget);
    let declared = |mode| declared_only(&judges, mode, settings.budget);
    let (verdict, only_undeclared) = match (settings.reading, verdict.is_breaking()) {
        (Reading::Strict, false) => (verdict, false),
        (Reading::Strict, true) => {
            let only = declared(settings.mode).is_compatible();
            (verdict, only)
        }
        (Reading::DeclaredOnly, _) if verdict.is_compatible() => (verdict, false),
        (Reading::DeclaredOnly, breaks) => {
            let declared = declared(settings.mode);
            let only = breaks && declared.is_compatible();
            (declared, only)
        }
    };
    let mut changes = Walk::run(&mut table, [old, new]);
    shown_by(&verdict, &mut changes);
    for change in &mut changes {
        change.severity = severity(change.direction, settings.mode, &verdict);
    }
    changes.extend(outside([old, new], settings));
    let undeclared = match only_undeclared {
        true => undeclared(&judges, &verdict),
        false => Vec::new(),
    };
    let verdict = with_places(verdict, &changes);
    Report {
        old: old.name.clone(),
        new: new.name.clone(),
        mode: settings.mode,
        reading: settings.reading,
        verdict,
        only_undeclared,
        undeclared,
        changes,
    }
}

/// The members of a witness that nobody declared and that make it one.
fn undeclared(judges: &[Judge<'_>; 2], verdict: &Verdict) -> Vec<Pointer> {
    let Verdict::Breaking { witness } = verdict else {
        return Vec::new();
    };
    check::culprits(&witness.document, |document| {
        let mut verdicts = judges.iter().map(|judge| judge.verdict(document));
        verdicts.all(|verdict| verdict == Ok(true))
    })
}

/// The verdict for documents with declared members only.
fn declared_only(judges: &[Judge<'_>; 2], mode: Mode, budget: Budget) -> Verdict {
    let [old, new] = [judges[0].schema, judges[1].schema];
    let directed = |mode: Mode| {
        let forward = mode == Mode::Forward;
        let layout = Layout {
            declared_only: [!forward, forward],
            parts: false,
        };
        let mut table = check::table(old, new, layout, budget);
        check::directed(&mut table, judges, mode)
    };
    if mode != Mode::Full {
        return directed(mode);
    }
    let backward = directed(Mode::Backward);
    match backward.is_compatible() {
        true => directed(Mode::Forward),
        false => backward,
    }
}

/// A document that a rule refuses shows what the change of that rule does.
fn shown_by(verdict: &Verdict, changes: &mut [Change]) {
    let Verdict::Breaking { witness } = verdict else {
        return;
    };
    let Some(rule) = witness.refusal.as_ref().filter(|_| witness.by_rule) else {
        return;
    };
    let named = format!("the rule `{}` ", rule.code);
    let open = changes.iter_mut().filter(|change| {
        change.direction == Direction::Undetermined && change.message.starts_with(&named)
    });
    for change in open {
        change.direction = match witness.broken {
            Mode::Forward => Direction::Widened,
            _ => Direction::Narrowed,
        };
        change
            .witness
            .get_or_insert_with(|| witness.document.clone());
    }
}

/// Changes of what rules ask for from outside: documents are not lost by them,
/// but who supplies the values has to follow.
fn outside(schemas: [&Schema; 2], settings: Settings) -> Vec<Change> {
    let [Some(old), Some(new)] = schemas.map(|schema| schema.context.as_deref()) else {
        return Vec::new();
    };
    let layout = Layout {
        parts: true,
        ..Layout::default()
    };
    let mut table = check::table(old, new, layout, settings.budget);
    let mut changes = Walk::run(&mut table, [old, new]);
    for change in &mut changes {
        let narrowed = matches!(change.direction, Direction::Narrowed | Direction::Both);
        change.id = format!("context-{}", change.id);
        change.message = format!("values from outside: {}", change.message);
        change.severity = match narrowed {
            true => Severity::Warning,
            false => Severity::Info,
        };
    }
    changes
}

fn severity(direction: Direction, mode: Mode, verdict: &Verdict) -> Severity {
    let loses = match direction {
        Direction::Annotation => return Severity::Info,
        Direction::Both => true,
        Direction::Narrowed => mode != Mode::Forward,
        Direction::Widened => mode != Mode::Backward,
        Direction::Undetermined => return Severity::Warning,
    };
    match verdict {
        Verdict::Breaking { .. } if loses => Severity::Breaking,
        Verdict::Undecided { .. } if loses => Severity::Warning,
        _ => Severity::Info,
    }
}

/// An undecided verdict with the places that are in question.
fn with_places(verdict: Verdict, changes: &[Change]) -> Verdict {
    let Verdict::Undecided { reason, .. } = verdict else {
        return verdict;
    };
    let open = changes
        .iter()
        .filter(|change| change.severity >= Severity::Warning);
    let places = open.filter_map(|change| change.new.clone().or_else(|| change.old.clone()));
    Verdict::Undecided {
        reason,
        places: places.collect(),
    }
}
