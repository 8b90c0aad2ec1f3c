//! Help, completions, manual pages.

use insta::assert_snapshot;

use crate::support::{code, run, shown, stdout};

#[test]
fn help_of_every_command_has_an_example() {
    for command in ["generate", "validate", "completions", "man"] {
        let output = run(&[command, "--help"]);
        assert_eq!(code(&output), 0);
        assert!(stdout(&output).contains("Example"), "{command}");
        assert_snapshot!(format!("help_{command}"), stdout(&output));
    }
    assert_snapshot!("help", stdout(&run(&["--help"])));
}

#[test]
fn bad_arguments_are_2() {
    assert_eq!(code(&run(&[])), 2);
    assert_eq!(code(&run(&["velidate"])), 2);
    assert_snapshot!(shown(&run(&[
        "validate", "--format", "xml", "--schema", "x"
    ])));
    assert_snapshot!("no_schema", shown(&run(&["validate"])));
}

#[test]
fn completions_of_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = run(&["completions", shell]);
        assert_eq!(code(&output), 0);
        assert!(stdout(&output).contains("assert-formats"), "{shell}");
    }
    assert_eq!(code(&run(&["completions", "csh"])), 2);
}

#[test]
fn manual_pages() {
    let page = stdout(&run(&["man"]));
    assert!(
        page.contains(".TH hit 1") && page.contains("hit\\-validate"),
        "{page}"
    );
    let page = stdout(&run(&["man", "validate"]));
    assert!(
        page.contains("hit\\-validate") && page.contains("assert\\-formats"),
        "{page}"
    );
    assert_snapshot!(shown(&run(&["man", "velidate"])));
}
