//! What people read.

use std::collections::BTreeMap;

use hit_schema::Draft;

use super::drafts::{Part, folder};
use super::judged::Judged;
use super::score::Score;
use crate::table::table;
use crate::text::{brief, indent};

/// Figures by file and by part, and the sum by draft and part.
pub(crate) struct Figures<'g> {
    files: BTreeMap<(Draft, Part, &'g str), Score>,
    pub(crate) parts: BTreeMap<(Draft, Part), Score>,
}

/// Adds up the figures.
pub(crate) fn figures<'g>(all: &[Judged<'g>]) -> Figures<'g> {
    let mut files: BTreeMap<_, Score> = BTreeMap::new();
    let mut parts: BTreeMap<_, Score> = BTreeMap::new();
    for judged in all {
        let group = judged.group;
        files
            .entry((group.draft, group.part, group.file.as_str()))
            .or_default()
            .add(judged);
        parts
            .entry((group.draft, group.part))
            .or_default()
            .add(judged);
    }
    Figures { files, parts }
}

/// The table.
pub(crate) fn print(figures: &Figures<'_>) {
    let head = [
        "",
        "right",
        "round trip",
        "plain JSON",
        "no code",
        "warnings",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for ((draft, part), score) in &figures.parts {
        for ((file_draft, file_part, file), score) in &figures.files {
            if (file_draft, file_part) == (draft, part) {
                rows.push(score.cells(&format!("  {file}")));
            }
        }
        rows.push(score.cells(&format!("{} {}", folder(*draft), part.key())));
    }
    println!("{}", table(&rows));
}

/// Everything that went wrong, at length.
pub(crate) fn report(all: &[Judged<'_>]) -> String {
    let mut text = String::new();
    for judged in all {
        let faults = judged.faults();
        if faults.is_empty() && judged.refused.is_none() && judged.warnings.is_empty() {
            continue;
        }
        let group = judged.group;
        text += &format!(
            "== {} {}: {}\n",
            folder(group.draft),
            group.file,
            group.name
        );
        text += &format!("   schema: {}\n", brief(&group.schema, 1200));
        match &judged.refused {
            Some(refused) => text += &format!("{}\n", indent(refused, 3, 60)),
            None => {
                for fault in &faults {
                    text += &format!("   - {}\n       {}\n", fault.line, brief(&fault.what, 600));
                }
            }
        }
        for warning in &judged.warnings {
            text += &format!("{}\n", indent(warning, 3, 12));
        }
        let shown =
            judged.refused.is_none() && !faults.is_empty() && judged.code.lines().count() < 120;
        if shown {
            text += &format!("{}\n", indent(&judged.code, 6, 120));
        }
        text.push('\n');
    }
    text
}
