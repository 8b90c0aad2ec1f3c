//! What the documents of the project show is true.

use crate::support::{root, text};

#[test]
fn links_lead_somewhere() {
    for page in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "docs/deployment.md",
        "schemas/README.md",
        "examples/README.md",
    ] {
        let content = text(page);
        let folder = root().join(page);
        let folder = folder.parent().expect("a folder");
        for link in content
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split(')').next())
        {
            let path = link.split('#').next().unwrap_or_default();
            if !path.is_empty() && !path.contains("://") {
                assert!(folder.join(path).exists(), "{page}: {link}");
            }
        }
    }
}

#[test]
fn the_architecture_names_every_crate_and_dependency() {
    let page = text("ARCHITECTURE.md");
    for name in crate::layering::crates::all()
        .into_iter()
        .flat_map(|member| [vec![member.name], member.external].concat())
    {
        assert!(
            page.contains(&format!("`{name}`")),
            "ARCHITECTURE.md says nothing of `{name}`"
        );
    }
}

#[test]
fn the_code_that_the_readme_shows_is_generated() {
    let generated =
        ["mod.rs", "codec.rs"].map(|file| text(&format!("hit-model/src/generated/{file}")));
    let readme = text("README.md");
    let blocks = readme
        .split("```rust,ignore\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    let shown: Vec<&str> = blocks.filter(|block| block.contains("Range")).collect();
    assert_eq!(shown.len(), 2);
    for block in shown {
        assert!(
            generated.iter().any(|code| code.contains(block)),
            "not generated:\n{block}"
        );
    }
}
