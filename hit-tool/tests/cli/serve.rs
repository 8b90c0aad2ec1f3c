//! `hit serve`, in two terminals.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::support::{hit, root, run, shown};

/// A collector, ended with the test.
struct Served {
    child: Child,
    address: String,
    _folder: tempfile::TempDir,
}

impl Served {
    fn start(more: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = hit(&["serve", "--listen", "127.0.0.1:0", "--no-admin", "--store"]);
        command.arg(folder.path().join("hits.sqlite")).args(more);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("hit runs");
        let mut line = String::new();
        let out = child.stdout.take().expect("standard output is piped");
        BufReader::new(out).read_line(&mut line).expect("a line");
        let address = line
            .trim()
            .strip_prefix("listening on http://")
            .expect("an address")
            .to_owned();
        Self {
            child,
            address,
            _folder: folder,
        }
    }

    /// What `curl` prints for these arguments: as far as the README needs it, so that no `curl` is needed.
    fn curl(&self, arguments: &[String]) -> String {
        let mut arguments = arguments.iter();
        let (mut target, mut headers, mut body) = (String::new(), String::new(), None);
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().expect("a value").clone();
            match argument.as_str() {
                "-s" => {}
                "-H" => headers.push_str(&format!("{}\r\n", value())),
                "--data-binary" => {
                    let file = value().strip_prefix('@').expect("a file").to_owned();
                    body = Some(std::fs::read_to_string(root().join(file)).expect("a file"));
                }
                url => {
                    target = url
                        .strip_prefix("127.0.0.1:8080")
                        .expect("the address of the README")
                        .to_owned()
                }
            }
        }
        let method = if body.is_some() { "POST" } else { "GET" };
        let body = body.unwrap_or_default();
        let length = body.len();
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        write!(stream, "{method} {target} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n{body}").expect("written");
        let mut reply = String::new();
        stream.read_to_string(&mut reply).expect("a reply");
        reply.split_once("\r\n\r\n").expect("a reply").1.to_owned()
    }

    /// Asks it to end; gives its exit code and its log.
    #[cfg(unix)]
    fn end(mut self) -> (Option<i32>, String) {
        let asked = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        assert!(asked.is_ok_and(|asked| asked.success()));
        let mut log = String::new();
        let read = self
            .child
            .stderr
            .take()
            .map(|mut err| err.read_to_string(&mut log));
        read.expect("standard error is piped").expect("text");
        (self.child.wait().expect("it ends").code(), log)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Words as a shell has them, single quotes taken away.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("one at least").push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The name of a store is random.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut hex = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' | 'a'..='f' => hex.push(c),
            c => {
                let name = c == '-' && hex.len() == 12;
                plain.push_str(if name { "STORE" } else { &hex });
                hex.clear();
                plain.push(c);
            }
        }
    }
    plain + &hex
}

#[test]
fn the_two_terminals_of_the_readme_are_real() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    let served = Served::start(&[]);
    let mut asked = 0;
    for block in readme.split("```shell-session\n").skip(1) {
        let block = block
            .split("```")
            .next()
            .unwrap_or_default()
            .replace("\\\n", " ");
        for command in block
            .split("$ ")
            .filter(|command| command.starts_with("curl "))
        {
            let (command, expected) = command.split_once('\n').expect("a command and its output");
            let arguments = words(command).split_off(1);
            assert_eq!(
                plain(&served.curl(&arguments)),
                plain(expected.trim_end()),
                "{command}"
            );
            asked += 1;
        }
    }
    assert!(asked >= 3, "the README shows {asked} requests");
}

#[cfg(unix)]
#[test]
fn ends_well_when_asked_to_and_logs_lines_of_json() {
    let served = Served::start(&["--log-level", "debug"]);
    let refused = [
        "-H",
        "Content-Type: application/json",
        "--data-binary",
        "@examples/invalid/ip-host-name.json",
        "127.0.0.1:8080/api/stat/hits",
    ];
    let reply = served.curl(&refused.map(str::to_owned));
    assert!(reply.contains("\"keyword\":\"pattern\""), "{reply}");
    let (code, log) = served.end();
    assert_eq!(code, Some(0), "{log}");
    let lines: Vec<serde_json::Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert!(
        lines.iter().any(|line| line["message"] == "listening"),
        "{log}"
    );
    assert!(lines.iter().any(|line| line["code"] == "pattern"), "{log}");
    assert_eq!(
        lines.last().expect("a line")["message"],
        "stopped: all that was taken is stored"
    );
    assert!(!log.contains("localhost"), "a value of the hit: {log}");
}

#[test]
fn what_cannot_start_is_2() {
    let served = Served::start(&[]);
    let taken = run(&[
        "serve",
        "--no-admin",
        "--store",
        "/dev/null/none",
        "--listen",
        &served.address,
    ]);
    let text = shown(&taken);
    assert!(
        text.contains("cannot listen on") && text.ends_with("--- exit 2"),
        "{text}"
    );
    let missing = shown(&run(&["serve", "--catalogue", "no-such.json"]));
    assert!(
        missing.contains("cannot read the catalogue `no-such.json`")
            && missing.ends_with("--- exit 2"),
        "{missing}"
    );
}
