//! What the README shows is what `hit` does.

use crate::support::{root, run, stdout};

/// The blocks of the README that show a terminal.
fn consoles(readme: &str) -> Vec<&str> {
    let blocks = readme.split("```console\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap_or_default())
        .collect()
}

#[test]
fn the_terminals_of_the_readme_are_real() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    let mut shown = 0;
    for console in consoles(&readme) {
        // A backslash at the end of a line continues the command.
        let console = console.replace("\\\n", " ");
        let (command, expected) = console.split_once('\n').expect("a command and its output");
        let arguments = command.strip_prefix("$ hit ").expect("a call of hit");
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        assert_eq!(stdout(&run(&arguments)), expected, "{command}");
        shown += 1;
    }
    assert!(shown > 0, "the README shows no terminal");
}
