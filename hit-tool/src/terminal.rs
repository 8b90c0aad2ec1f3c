//! What depends on whether a terminal is there.

use std::io::{IsTerminal, Write};

use clap::ValueEnum;
use console::Term;
use indicatif::{ProgressBar, ProgressStyle};

use hit_runtime::report::render::Style;

/// When to use colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set or `TERM` is `dumb`.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Columns of what is not written to a terminal.
const WIDTH: usize = 120;

/// How to write to standard output.
pub fn style(choice: ColorChoice) -> Style {
    let width = Term::stdout()
        .size_checked()
        .map_or(WIDTH, |(_, columns)| columns.into());
    Style {
        color: colors(choice),
        width,
    }
}

fn colors(choice: ColorChoice) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            // https://no-color.org: present and not empty.
            let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            !unwanted && !dumb && std::io::stdout().is_terminal()
        }
    }
}

/// Tells on standard error that something went wrong. When that fails there is nobody to tell.
pub fn complain(text: &str) {
    tell(&format!("error: {text}"));
}

/// Tells something on standard error. When that fails there is nobody to tell.
pub fn tell(text: &str) {
    let _ = writeln!(std::io::stderr(), "{}", text.trim_end());
}

/// Input shorter than this is done before a bar is seen.
const LONG: u64 = 8 << 20;

const BAR: &str = "{prefix} [{bar:30}] {bytes}/{total_bytes}, {eta} left";
const SPINNER: &str = "{prefix} {spinner} {bytes}, {bytes_per_sec}";

/// A bar over the bytes of a long input, hidden unless standard error is a
/// terminal. `length` is unknown for standard input, which has none when somebody types it.
pub fn progress(length: Option<u64>, name: &str) -> ProgressBar {
    let long = length.map_or_else(|| !std::io::stdin().is_terminal(), |length| length >= LONG);
    if !long || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match length {
        Some(length) => (ProgressBar::new(length), BAR),
        None => (ProgressBar::no_length(), SPINNER),
    };
    // A test holds that the templates are well formed.
    let style =
        ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.with_style(style).with_prefix(name.to_owned())
}

#[cfg(test)]
mod tests {
    use indicatif::ProgressStyle;

    use super::{BAR, SPINNER};

    #[test]
    fn templates_are_well_formed() {
        for template in [BAR, SPINNER] {
            assert!(ProgressStyle::with_template(template).is_ok());
        }
    }
}
