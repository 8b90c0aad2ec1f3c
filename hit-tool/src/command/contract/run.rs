//! The course of `hit contract`.

use hit_contract::{Settings, block_on};

use super::args::{Args, Other, RunArgs};
use super::connect::connect;
use super::{cases, replay, reports};
use crate::outcome::{Failure, Outcome};

/// Drives a service, or does what the subcommand says.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    match &args.other {
        None => driven(&args.run),
        Some(Other::Replay(args)) => replay::run(args),
        Some(Other::Cases(args)) => cases::run(args),
        #[cfg(feature = "serve")]
        Some(Other::Score(args)) => super::score::run(args),
    }
}

fn driven(args: &RunArgs) -> Result<Outcome, Failure> {
    let settings = Settings {
        seed: args.seed,
        at_once: args.concurrency,
        rate: args.rate,
        random: args.random,
        first: false,
    };
    let driven = block_on(async {
        let (service, transport) = connect(args).await?;
        let outcome = hit_contract::run(&service, transport, &settings).await;
        Ok::<_, Failure>((service, outcome))
    });
    let (service, outcome) = driven.map_err(Failure::message)??;
    reports::write(args, &service, &outcome)?;
    Ok(match outcome.findings.is_empty() {
        true => Outcome::Fine,
        false => Outcome::Found,
    })
}
