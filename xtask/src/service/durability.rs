//! The collector, killed under load: nothing that it said OK to is lost, nothing is doubled.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use serde_json::json;
use tokio::runtime::Runtime;
use tokio::sync::watch;

use super::client::{Connection, request};
use super::process::Process;
use super::store::Look;

/// Kills the collector (`kill -9`) under load, again and again on one store, and looks after each kill that every
/// acknowledged hit is there once, under the id that was told, and that the store is whole.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How often.
    #[arg(long, default_value_t = 100)]
    rounds: u32,
    /// Connections that send hits.
    #[arg(long, default_value_t = 64)]
    connections: usize,
    /// End with one line of JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Default)]
struct Tally {
    acknowledged: usize,
    stored: usize,
    lost: usize,
    doubled: usize,
    resent: usize,
    broken: u32,
}

/// Hits that were told to be stored, by mark.
type Told = BTreeMap<String, String>;

/// Runs it. Fails where anything was lost, doubled or broken.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let store = folder.path().join("hits.sqlite");
    let runtime = Runtime::new().map_err(|error| error.to_string())?;
    let (mut tally, mut newest) = (Tally::default(), 0);
    let mut sent_last = Vec::new();
    for round in 0..args.rounds {
        let mut process = Process::start(Some(&store))?;
        // What was sent last time, acknowledged or not, is sent again under its keys: it must not double.
        let again = runtime.block_on(resend(process.address, &sent_last));
        tally.resent += again.len();
        let (told, sent) = runtime.block_on(load(&mut process, round, args))?;
        sent_last = sent;
        newest = check(&store, newest, &told, &mut tally)?;
        check_again(&store, &again, &mut tally)?;
    }
    let whole = Look::at(&store)?.is_whole()?;
    tally.broken += u32::from(!whole);
    show(args, &tally);
    Ok(tally.lost == 0 && tally.doubled == 0 && tally.broken == 0 && tally.acknowledged > 0)
}

/// Sends hits from all connections for a while that differs from round to round, then kills the collector amid of it.
async fn load(
    process: &mut Process,
    round: u32,
    args: &Args,
) -> Result<(Told, Vec<String>), String> {
    let (stop, stopped) = watch::channel(false);
    let tasks: Vec<_> = (0..args.connections)
        .map(|connection| {
            tokio::spawn(send(
                process.address,
                format!("{round}-{connection}"),
                stopped.clone(),
            ))
        })
        .collect();
    let time = 40 + u64::from(round * 37 % 160);
    tokio::time::sleep(Duration::from_millis(time)).await;
    process.kill()?;
    stop.send_replace(true);
    let (mut told, mut sent) = (Told::new(), Vec::new());
    for task in tasks {
        let (own_told, last) = task.await.map_err(|error| error.to_string())?;
        told.extend(own_told);
        sent.extend(last);
    }
    Ok((told, sent))
}

/// One connection: hits under keys, until the service is gone. Gives the last few marks that it sent.
async fn send(
    address: SocketAddr,
    name: String,
    stopped: watch::Receiver<bool>,
) -> (Told, Vec<String>) {
    let (mut told, mut sent) = (Told::new(), Vec::new());
    let Some(mut connection) = Connection::open(address).await else {
        return (told, sent);
    };
    for count in 0.. {
        let mark = format!("{name}-{count}");
        sent.push(mark.clone());
        let Some(reply) = connection.ask(&request(Some(&mark))).await else {
            break;
        };
        if let Some(id) = id(reply.status, &reply.body) {
            told.insert(mark, id);
        }
        if *stopped.borrow() {
            break;
        }
    }
    let last = sent.split_off(sent.len().saturating_sub(3));
    (told, last)
}

async fn resend(address: SocketAddr, marks: &[String]) -> Told {
    let mut told = Told::new();
    let Some(mut connection) = Connection::open(address).await else {
        return told;
    };
    for mark in marks {
        if let Some(reply) = connection.ask(&request(Some(mark))).await
            && let Some(id) = id(reply.status, &reply.body)
        {
            told.insert(mark.clone(), id);
        }
    }
    told
}

fn id(status: u16, body: &[u8]) -> Option<String> {
    let body: Option<serde_json::Value> = serde_json::from_slice(body).ok();
    let id = body
        .filter(|_| status == 200)?
        .get("id")?
        .as_str()?
        .to_owned();
    Some(id)
}

/// Looks at what came since `newest`; gives the newest that there is.
fn check(store: &Path, newest: i64, told: &Told, tally: &mut Tally) -> Result<i64, String> {
    let look = Look::at(store)?;
    let marks = look.marks(newest)?;
    tally.acknowledged += told.len();
    tally.stored += marks.values().map(Vec::len).sum::<usize>();
    tally.doubled += marks.values().filter(|seqs| seqs.len() > 1).count();
    tally.lost += told
        .iter()
        .filter(|(mark, id)| !is_there(&marks, mark, id))
        .count();
    let last = marks.values().flatten().max();
    Ok(last.copied().unwrap_or(newest))
}

/// What was sent again is there once, under the id that was told the second time.
fn check_again(store: &Path, again: &Told, tally: &mut Tally) -> Result<(), String> {
    let marks = Look::at(store)?.marks(0)?;
    tally.doubled += marks.values().filter(|seqs| seqs.len() > 1).count();
    tally.lost += again
        .iter()
        .filter(|(mark, id)| !is_there(&marks, mark, id))
        .count();
    Ok(())
}

fn is_there(marks: &BTreeMap<String, Vec<i64>>, mark: &str, id: &str) -> bool {
    let seqs = marks.get(mark);
    seqs.is_some_and(|seqs| seqs.iter().any(|seq| id.ends_with(&format!("-{seq}"))))
}

fn show(args: &Args, tally: &Tally) {
    println!(
        "{} times killed under load, {} connections",
        args.rounds, args.connections
    );
    println!(
        "acknowledged {}, stored {}, sent again {}",
        tally.acknowledged, tally.stored, tally.resent
    );
    println!(
        "lost {}, doubled {}, store not whole {}",
        tally.lost, tally.doubled, tally.broken
    );
    if args.json {
        let figures = json!({
            "rounds": args.rounds, "acknowledged": tally.acknowledged, "stored": tally.stored, "resent": tally.resent,
            "lost": tally.lost, "doubled": tally.doubled, "broken": tally.broken,
        });
        println!("{figures}");
    }
}
