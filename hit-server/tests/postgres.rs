//! A real PostgreSQL, where there is one: started for this test, on a port of its own.

#![cfg(feature = "postgres")]

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use hit_server::settings::{Forward, Sink};
use hit_server::{Collector, Settings};
use tempfile::TempDir;
use tokio_postgres::NoTls;
use tower::util::ServiceExt;

/// The folder of `initdb` and `pg_ctl`: on the path, or where Debian has it.
fn programs() -> Option<PathBuf> {
    let on_path = std::env::var_os("PATH").unwrap_or_default();
    let debian = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let folders =
        std::env::split_paths(&on_path).chain(debian.map(|version| version.path().join("bin")));
    folders
        .into_iter()
        .find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists())
}

/// PostgreSQL, which does not run as root, as `nobody` where that is needed.
fn command(program: &Path) -> Command {
    let root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|it| it.stdout.starts_with(b"0\n"));
    match root {
        true => {
            let mut command = Command::new("setpriv");
            command
                .args(["--reuid=nobody", "--regid=nogroup", "--clear-groups"])
                .arg(program);
            command
        }
        false => Command::new(program),
    }
}

fn run(command: &mut Command) -> bool {
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

struct Postgres {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Postgres {
    fn start() -> Option<Self> {
        let programs = programs()?;
        let folder = tempfile::tempdir().expect("a folder");
        assert!(run(Command::new("chmod").arg("777").arg(folder.path())));
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|it| it.local_addr())
            .expect("a port")
            .port();
        let it = Self {
            programs,
            folder,
            port,
        };
        let mut initdb = command(&it.programs.join("initdb"));
        assert!(
            run(initdb
                .args(["-U", "hit", "-A", "trust", "-E", "UTF8", "--no-sync", "-D"])
                .arg(it.data())),
            "initdb"
        );
        it.up();
        Some(it)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn up(&self) {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
            self.port
        );
        let mut start = command(&self.programs.join("pg_ctl"));
        let log = self.folder.path().join("log");
        assert!(
            run(start
                .args(["-w", "-t", "60", "-o", &options, "-l"])
                .arg(log)
                .arg("-D")
                .arg(self.data())
                .arg("start")),
            "pg_ctl start"
        );
    }

    fn down(&self) {
        let mut stop = command(&self.programs.join("pg_ctl"));
        run(stop
            .args(["-w", "-m", "immediate", "-D"])
            .arg(self.data())
            .arg("stop"));
    }

    fn connection(&self) -> String {
        format!(
            "host=127.0.0.1 port={} user=hit dbname=postgres connect_timeout=2",
            self.port
        )
    }

    /// The ids that are there.
    async fn ids(&self) -> Vec<String> {
        let Ok((client, connection)) = tokio_postgres::connect(&self.connection(), NoTls).await
        else {
            return Vec::new();
        };
        tokio::spawn(connection);
        // In the order of the numbers in them.
        let sql = "SELECT id FROM hits ORDER BY split_part(id, '-', 2)::int8";
        let rows = client.query(sql, &[]).await.unwrap_or_default();
        rows.iter().map(|row| row.get(0)).collect()
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.down();
    }
}

fn hit(note: &str) -> String {
    format!(
        r#"{{"date":"2020-07-15T10:00:00","type":"VIEW","origin":0,"sessionId":"7e7f","ip":"127.0.0.1","note":"{note}","users":[{{"userId":"1"}}],"medias":["1"]}}"#
    )
}

async fn post(collector: &Collector, body: String) -> String {
    let request = Request::post("/api/stat/hits")
        .header("content-type", "application/json")
        .body(Body::from(body));
    let reply = collector
        .router()
        .oneshot(request.expect("a request"))
        .await
        .expect("never fails");
    let location = reply
        .headers()
        .get("location")
        .expect("stored")
        .to_str()
        .expect("ASCII");
    location.rsplit('/').next().expect("an id").to_owned()
}

fn start(store: &Path, postgres: &Postgres) -> Collector {
    let mut settings = Settings::new(store);
    settings.forward = Some(Forward {
        interval: Duration::from_millis(5),
        batch: 50,
        ..Forward::new(Sink::Postgres {
            connection: postgres.connection(),
            table: "hits".to_owned(),
        })
    });
    Collector::start(settings, Default::default()).expect("a collector")
}

async fn until_there(postgres: &Postgres, wanted: &[String]) {
    for _ in 0..300 {
        if postgres.ids().await == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    assert_eq!(postgres.ids().await, wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_hit_arrives_once_whatever_happens_on_the_way() {
    let Some(postgres) = Postgres::start() else {
        eprintln!("postgres not found: not counted");
        return;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("hits.sqlite");
    let collector = start(&store, &postgres);
    let mut wanted = Vec::new();
    for count in 0..120 {
        // `jsonb` has no U+0000: this hit is valid, stored, and never taken there.
        let poison = count == 70;
        let id = post(&collector, hit(if poison { "\\u0000" } else { "plain" })).await;
        if !poison {
            wanted.push(id);
        }
    }
    until_there(&postgres, &wanted).await;
    // The database goes away, hits do not.
    postgres.down();
    for _ in 0..20 {
        wanted.push(post(&collector, hit("away")).await);
    }
    postgres.up();
    until_there(&postgres, &wanted).await;
    // All again, as after a restore of an old cursor: none is there twice.
    collector.stop();
    let cursors = rusqlite::Connection::open(&store).expect("a store");
    cursors.execute("DELETE FROM cursors", []).expect("deleted");
    drop(cursors);
    let collector = start(&store, &postgres);
    wanted.push(post(&collector, hit("again")).await);
    until_there(&postgres, &wanted).await;
    collector.stop();
}
