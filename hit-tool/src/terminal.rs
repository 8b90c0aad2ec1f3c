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
    let set = |name: &str| {
        let value = std::env::var_os(name).unwrap_or_default();
        value.to_string_lossy().into_owned()
    };
    let terminal = std::io::stdout().is_terminal();
    colored(choice, &set("NO_COLOR"), &set("TERM"), terminal)
}

/// Whether there are colors, given two variables of the environment (<https://no-color.org>: present and not empty).
fn colored(choice: ColorChoice, no_color: &str, term: &str, terminal: bool) -> bool {
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => terminal && no_color.is_empty() && term != "dumb",
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

    use super::{BAR, ColorChoice, SPINNER, colored};

    #[test]
    fn colors_on_terminals_that_want_them() {
        let auto = |no_color, term, terminal| colored(ColorChoice::Auto, no_color, term, terminal);
        assert!(auto("", "xterm", true));
        assert!(!auto("1", "xterm", true));
        assert!(!auto("", "dumb", true));
        assert!(!auto("", "xterm", false));
        assert!(colored(ColorChoice::Always, "1", "dumb", false));
        assert!(!colored(ColorChoice::Never, "", "xterm", true));
    }

    #[test]
    fn templates_are_well_formed() {
        for template in [BAR, SPINNER] {
            assert!(ProgressStyle::with_template(template).is_ok());
        }
    }
}
