//! The course of `hit sample`.

use std::io::{self, Write};

use hit_diff::{Sample, SampleSettings, Schema, sample};
use hit_schema::load::ProjectLoader;
use serde_json::{Value, json};

use super::args::{Args, Format};
use crate::command::validate::{entry, mappings, options};
use crate::outcome::{Failure, Outcome};
use crate::terminal;

/// Writes documents for a schema.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let schema = schema(args)?;
    let settings = SampleSettings {
        count: args.count,
        seed: args.seed,
        invalid: args.invalid,
        ..SampleSettings::default()
    };
    let samples = match sample(&schema, settings) {
        Ok(samples) => samples,
        Err(reason) => {
            terminal::complain(&format!("`{}`: {reason}", args.schema));
            return Ok(Outcome::Found);
        }
    };
    let mut out = io::stdout().lock();
    for sample in &samples {
        show(&mut out, sample, args.format)?;
    }
    out.flush()?;
    if samples.len() < args.count {
        terminal::complain(&format!(
            "`{}`: found {} of {} documents",
            args.schema,
            samples.len(),
            args.count
        ));
        return Ok(Outcome::Found);
    }
    Ok(Outcome::Fine)
}

fn schema(args: &Args) -> Result<Schema, Failure> {
    let base = std::env::current_dir().map_err(|error| {
        Failure::message(format_args!("there is no working directory: {error}"))
    })?;
    let entry = entry(&args.schema, &base)?;
    let loader = ProjectLoader::new(base, mappings(&args.map)?);
    let options = options(args.draft, args.assert_formats);
    Schema::compile(&entry, &loader, &options).map_err(|error| {
        Failure::message(format_args!(
            "the schema `{}` cannot be used\n\n{error}",
            args.schema
        ))
    })
}

fn show(out: &mut impl Write, sample: &Sample, format: Format) -> io::Result<()> {
    match (format, &sample.violation) {
        (Format::Human, violation) => {
            if let Some(violation) = violation {
                let keyword = &violation.schema;
                terminal::tell(&format!("{keyword}: {}", violation.message));
            }
            writeln!(out, "{}", sample.text)
        }
        (Format::Json, violation) => {
            let document: Value = serde_json::from_str(&sample.text)?;
            let violation = violation.as_ref().map(|violation| {
                json!({
                    "keyword": violation.code,
                    "schema": violation.schema,
                    "instance": violation.instance.as_str(),
                    "message": violation.message,
                })
            });
            let line = json!({
                "document": document,
                "violation": violation,
                "independent": sample.independent,
            });
            writeln!(out, "{line}")
        }
    }
}
