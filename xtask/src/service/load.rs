//! What the collector costs, beside a bare axum echo in the same run.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::runtime::Runtime;

use super::client::{Connection, request};
use super::figures::{percentile_ms, rounded};
use super::process::Process;
use crate::table::table;

/// Sends hits over loopback to a bare axum echo and to the collector: requests in a second, times, processor time
/// of the service, and its memory on the way.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Hits for the collector.
    #[arg(long, default_value_t = 1_000_000)]
    hits: u64,
    /// Requests for the echo.
    #[arg(long, default_value_t = 300_000)]
    echoes: u64,
    /// Connections.
    #[arg(long, default_value_t = 256)]
    connections: usize,
    /// Give up after so many seconds a service.
    #[arg(long, default_value_t = 300)]
    seconds: u64,
    /// End with one line of JSON.
    #[arg(long)]
    json: bool,
}

/// What was measured of a service.
struct Measured {
    refused: u64,
    seconds: f64,
    micros: Vec<u32>,
    cpu: Option<f64>,
    memory: Vec<f64>,
    start: Duration,
}

/// More processor time a request than the echo's, at most.
const RATIO: f64 = 3.0;

/// More memory at the end than after a tenth of the way, at most, in MiB.
const GROWTH: f64 = 32.0;

/// Parts in which the services take turns, so that what else the machine does falls on both.
const PARTS: u64 = 10;

/// Runs it. Fails where the collector costs more than it may, grows, or refuses hits.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let runtime = Runtime::new().map_err(|error| error.to_string())?;
    let store = folder.path().join("hits.sqlite");
    let services = [Process::start(None)?, Process::start(Some(&store))?];
    let [mut echo, mut collector] = [Measured::of(&services[0]), Measured::of(&services[1])];
    for _ in 0..PARTS {
        runtime.block_on(echo.part(&services[0], args.echoes / PARTS, args))?;
        runtime.block_on(collector.part(&services[1], args.hits / PARTS, args))?;
    }
    echo.micros.sort_unstable();
    collector.micros.sort_unstable();
    let bytes = std::fs::metadata(&store).map_or(0, |store| store.len());
    let ratio = collector
        .cpu_micros()
        .zip(echo.cpu_micros())
        .map(|(own, echo)| own / echo);
    let grown = collector.growth();
    show(&[("echo", &echo), ("collector", &collector)]);
    println!(
        "\nprocessor time a request: {} × the echo's",
        ratio.map_or("?".to_owned(), |it| format!("{it:.2}"))
    );
    println!(
        "memory: {} MiB after a tenth, {} MiB at the end",
        at(&collector.memory, 1),
        at(&collector.memory, 10)
    );
    println!(
        "store: {} bytes a hit, ready {} ms after its start",
        bytes / collector.requests().max(1),
        collector.start.as_millis()
    );
    if args.json {
        let figures = json!({
            "hits": collector.requests(), "connections": args.connections, "echo": echo.to_json(),
            "collector": collector.to_json(), "ratio": ratio.map(|it| rounded(it, 2)), "growth_mib": grown.map(|it| rounded(it, 1)),
        });
        println!("{figures}");
    }
    let cheap = ratio.is_none_or(|ratio| ratio <= RATIO);
    let all = collector.requests() == args.hits / PARTS * PARTS;
    Ok(cheap && all && collector.refused == 0 && grown.is_none_or(|grown| grown <= GROWTH))
}

/// One connection: a request after the other, as long as there are some left.
async fn send(
    address: std::net::SocketAddr,
    left: Arc<AtomicU64>,
    refused: Arc<AtomicU64>,
    end: Instant,
) -> Vec<u32> {
    let request = request(None);
    let mut micros = Vec::new();
    let Some(mut connection) = Connection::open(address).await else {
        return micros;
    };
    let take = || {
        left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
            left.checked_sub(1)
        })
        .is_ok()
    };
    while take() {
        let since = Instant::now();
        let Some(reply) = connection.ask(&request).await else {
            break;
        };
        if reply.status != 200 {
            refused.fetch_add(1, Ordering::Relaxed);
        }
        micros.push(u32::try_from(since.elapsed().as_micros()).unwrap_or(u32::MAX));
        if Instant::now() > end {
            break;
        }
    }
    micros
}

impl Measured {
    /// Nothing yet, but what was so from the start.
    fn of(process: &Process) -> Self {
        Self {
            refused: 0,
            seconds: 0.0,
            micros: Vec::new(),
            cpu: Some(0.0),
            memory: process.memory_mib().into_iter().collect(),
            start: process.start,
        }
    }

    /// Sends so many requests more, from all connections.
    async fn part(&mut self, process: &Process, requests: u64, args: &Args) -> Result<(), String> {
        let left = Arc::new(AtomicU64::new(requests));
        let refused = Arc::new(AtomicU64::new(0));
        let (cpu, since) = (process.cpu_seconds(), Instant::now());
        let end = since + Duration::from_secs(args.seconds / PARTS);
        let (address, connections) = (process.address, args.connections);
        let send = |_| tokio::spawn(send(address, Arc::clone(&left), Arc::clone(&refused), end));
        let tasks: Vec<_> = (0..connections).map(send).collect();
        for task in tasks {
            self.micros
                .extend(task.await.map_err(|error| error.to_string())?);
        }
        self.seconds += since.elapsed().as_secs_f64();
        self.refused += refused.load(Ordering::Relaxed);
        let spent = cpu
            .zip(process.cpu_seconds())
            .map(|(before, after)| after - before);
        self.cpu = self.cpu.zip(spent).map(|(cpu, spent)| cpu + spent);
        self.memory.extend(process.memory_mib());
        Ok(())
    }

    fn requests(&self) -> u64 {
        self.micros.len() as u64
    }

    fn cpu_micros(&self) -> Option<f64> {
        self.cpu
            .map(|seconds| seconds * 1e6 / self.requests().max(1) as f64)
    }

    /// MiB at the end more than after a tenth.
    fn growth(&self) -> Option<f64> {
        self.memory
            .get(10)
            .zip(self.memory.get(1))
            .map(|(end, start)| end - start)
    }

    fn to_json(&self) -> Value {
        json!({
            "per_second": rounded(self.requests() as f64 / self.seconds, 0),
            "p50_ms": rounded(percentile_ms(&self.micros, 0.5), 2),
            "p99_ms": rounded(percentile_ms(&self.micros, 0.99), 2),
            "cpu_us": self.cpu_micros().map(|it| rounded(it, 2)),
            "refused": self.refused,
            "memory_mib": self.memory.iter().map(|it| rounded(*it, 1)).collect::<Vec<f64>>(),
            "ready_ms": self.start.as_millis() as u64,
        })
    }
}

fn at(memory: &[f64], index: usize) -> String {
    memory
        .get(index)
        .map_or("?".to_owned(), |it| format!("{it:.1}"))
}

fn show(services: &[(&str, &Measured)]) {
    let head = [
        "",
        "requests",
        "refused",
        "per second",
        "p50 ms",
        "p99 ms",
        "CPU µs each",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for (name, it) in services {
        rows.push(vec![
            (*name).to_owned(),
            it.requests().to_string(),
            it.refused.to_string(),
            format!("{:.0}", it.requests() as f64 / it.seconds),
            format!("{:.2}", percentile_ms(&it.micros, 0.5)),
            format!("{:.2}", percentile_ms(&it.micros, 0.99)),
            it.cpu_micros()
                .map_or("?".to_owned(), |it| format!("{it:.1}")),
        ]);
    }
    println!("{}", table(&rows));
}
