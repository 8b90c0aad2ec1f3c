//! Building a program of `tests/peers`.

use std::path::PathBuf;

use crate::compile::Externs;
use crate::place;

/// The program of a package, built.
///
/// # Errors
/// When it cannot be built.
pub(crate) fn program(package: &str) -> Result<PathBuf, String> {
    let peers = place::workspace().join("tests/peers");
    let target = place::target()?.join("xtask/peers/target");
    let folder = format!("--target-dir={}", target.display());
    Externs::build(&peers, &["-p", package, "--release", &folder], &[])?;
    Ok(target.join("release").join(package))
}
