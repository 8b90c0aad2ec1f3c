//! hit on a pair.

use std::time::{Duration, Instant};

use hit_diff::{Budget, Mode, Schema, SchemaError, Verdict, check};
use hit_schema::load::NoLoader;
use hit_schema::{ContentMode, Draft, Entry, FormatMode, Options};

use super::cases::Case;
use super::score::Answer;

/// Compares a pair; the time includes compiling both schemas.
pub(crate) fn answer(case: &Case) -> (Answer, Duration) {
    let mut options = options(case);
    if case.witness.is_some() && !shows(case, &options) {
        // Some suites assert content, and do not say so.
        options.content = ContentMode::Assert;
    }
    let [narrow, wide] = [&case.narrow, &case.wide].map(ToString::to_string);
    let start = Instant::now();
    let verdict = compile("narrow", &narrow, &options)
        .and_then(|narrow| Ok((narrow, compile("wide", &wide, &options)?)))
        .map(|(narrow, wide)| check(&narrow, &wide, Mode::Backward, Budget::default()));
    let took = start.elapsed();
    let answer = match verdict {
        Ok(Verdict::Compatible { .. }) => Answer::Compatible,
        Ok(Verdict::Breaking { witness }) => Answer::Breaking(Some(witness.document)),
        Ok(Verdict::Undecided { reason, .. }) => Answer::Undecided(reason),
        Err(error) => Answer::Undecided(first_line(&error)),
    };
    (answer, took)
}

/// Whether the document of the corpus shows what it should.
fn shows(case: &Case, options: &Options) -> bool {
    let Some(witness) = &case.witness else {
        return false;
    };
    let accepts = |schema: &serde_json::Value| {
        let schema = compile("side", &schema.to_string(), options).ok()?;
        schema.accepts(witness)
    };
    accepts(&case.narrow) == Some(true) && accepts(&case.wide) == Some(false)
}

fn compile(name: &str, text: &str, options: &Options) -> Result<Schema, SchemaError> {
    Schema::compile(&Entry::text(name, text), &NoLoader, options)
}

fn first_line(error: &SchemaError) -> String {
    let text = error.to_string();
    text.lines().next().unwrap_or_default().to_owned()
}

fn options(case: &Case) -> Options {
    let draft = match case.draft.as_str() {
        "draft3" => Draft::Draft3,
        "draft4" => Draft::Draft4,
        "draft6" => Draft::Draft6,
        "draft7" => Draft::Draft7,
        "2019-09" => Draft::Draft201909,
        _ => Draft::Draft202012,
    };
    Options {
        draft,
        format: match case.formats {
            true => FormatMode::Assert,
            false => FormatMode::Annotation,
        },
        meta_schema: false,
        ..Options::STANDARD
    }
}
