//! `hit contract cases`.

use std::io::Write;
use std::path::Path;

use hit_contract::report::{case_json, coverage, table};
use hit_contract::{Config, Service, Settings, block_on, cases, offline};

use super::args::CasesArgs;
use super::connect::profile;
use super::reports::file;
use crate::outcome::{Failure, Outcome};

/// Writes the cases of a service that need not be there.
pub fn run(args: &CasesArgs) -> Result<Outcome, Failure> {
    let service = service(args)?;
    let settings = Settings {
        seed: args.seed,
        random: args.random,
        ..Settings::default()
    };
    let corpus = cases(&service, &settings);
    let names: Vec<String> = service
        .endpoints
        .iter()
        .map(|endpoint| endpoint.name.clone())
        .collect();
    let text = match args.coverage {
        true => table(&coverage(&service, &corpus)),
        false => corpus
            .cases
            .iter()
            .map(|case| format!("{}\n", case_json(case, &names)))
            .collect(),
    };
    match &args.out {
        Some(path) => file(path, &text)?,
        None => {
            let mut out = std::io::stdout().lock();
            out.write_all(text.as_bytes())?;
            out.flush()?;
        }
    }
    Ok(Outcome::Fine)
}

fn service(args: &CasesArgs) -> Result<Service, Failure> {
    let Some(path) = &args.config else {
        let profile = profile(args.profile.as_deref())?;
        return hit_contract::shipped(&hit_model::SCHEMAS, profile, &args.types)
            .map_err(Failure::message);
    };
    let config = Config::read(path).map_err(Failure::message)?;
    let profile = config
        .profile(args.profile.as_deref())
        .map_err(Failure::message)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let made = block_on(offline(&config, folder, profile)).map_err(Failure::message)?;
    made.map_err(Failure::message)
}
