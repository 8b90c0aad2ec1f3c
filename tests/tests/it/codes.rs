//! Every code of a message is in a catalogue, used, and documented in `CODES.md`.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hit_schema::codes::Code;

use super::layering::crates::folders;
use super::support::{differs, root};

const CATALOGUES: [(&str, &[Code]); 3] = [
    ("Reading schemas", hit_schema::codes::CATALOGUE),
    ("Rules", hit_rules::schema::codes::CATALOGUE),
    ("Generation", hit_codegen::codes::CATALOGUE),
];

fn all() -> impl Iterator<Item = &'static Code> {
    CATALOGUES.into_iter().flat_map(|(_, codes)| codes)
}

#[test]
fn codes_ascend_over_all_catalogues() {
    let codes: Vec<&str> = all().map(|code| code.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
}

#[test]
fn every_code_that_is_reported_is_in_a_catalogue() {
    let mut found = 0;
    for (path, text) in sources() {
        for (at, _) in text.match_indices("\"HIT") {
            let code: String = text[at + 1..]
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric())
                .collect();
            let is_code = code.len() == 7 && code[3..].chars().all(|c| c.is_ascii_digit());
            if !is_code {
                continue;
            }
            found += 1;
            assert!(all().any(|known| known.code == code), "{code} in {path}");
        }
    }
    assert!(found >= all().count(), "{found} codes were found");
}

#[test]
fn every_code_of_a_catalogue_is_used() {
    let uses: String = sources()
        .into_iter()
        .filter(|(path, _)| !path.ends_with("codes.rs"))
        .map(|(_, text)| text)
        .collect();
    let catalogues = sources()
        .into_iter()
        .filter(|(path, _)| path.ends_with("codes.rs"));
    for (path, text) in catalogues {
        for line in text.lines().filter(|line| line.contains(" = \"HIT")) {
            let name = line.split_whitespace().next().unwrap_or_default();
            assert!(
                uses.contains(&format!("codes::{name}")),
                "{name} of {path} is not used"
            );
        }
    }
}

#[test]
fn codes_are_documented() {
    let diff = differs(&root().join("CODES.md"), &documentation());
    assert!(
        diff.is_none(),
        "CODES.md is not what the catalogues say; run `UPDATE=1 cargo test -p hit-tests`:\n{}",
        diff.unwrap_or_default()
    );
}

fn documentation() -> String {
    let mut text = String::from(
        "# Codes of messages\n\nWhat hit says about schemas, rules and configurations has a code. \
         What it says about documents is\nnamed by the keyword or the rule that is violated.\n",
    );
    for (title, codes) in CATALOGUES {
        let _ = writeln!(
            text,
            "\n## {title}\n\n| code | what | why, and what to do |\n|---|---|---|"
        );
        for code in codes {
            let explanation = code.explanation.replace('|', "\\|");
            let _ = writeln!(text, "| {} | {} | {explanation} |", code.code, code.title);
        }
    }
    text
}

/// The sources of all crates.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in folders() {
        collect(&folder.join("src"), &mut found);
    }
    found
}

fn collect(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            found.push((path.display().to_string(), text));
        }
    }
}
