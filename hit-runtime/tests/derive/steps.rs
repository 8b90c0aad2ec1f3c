//! A small value does not keep a rule busy for hours.

use hit_runtime::{NoContext, Validate};

#[derive(Validate)]
#[rule(id = "next", expr(self.items.all(item, self.items.exists(other, other == item + 1))))]
struct Chain {
    items: Vec<u32>,
}

#[derive(Validate)]
#[rule(id = "apart", expr(self.names.all(name, !(name in self.texts))))]
#[rule(id = "looked-at", expr(self.names.all(name, !self.text.contains(name))))]
struct Names {
    names: Vec<String>,
    texts: Vec<String>,
    text: String,
}

#[derive(Validate)]
#[rule(id = "small", expr(self.items.all(item, item < 2)))]
struct Small {
    items: Vec<u32>,
}

#[test]
fn a_million_elements_are_looked_at() {
    let mut items = vec![1; 1_000_000];
    assert!(
        Small {
            items: items.clone()
        }
        .validate(&NoContext)
        .is_ok()
    );
    items[999_999] = 2;
    let report = Small { items }.validate(&NoContext);
    assert_eq!(report.violations.len(), 1);
    assert_eq!(report.violations[0].instance.as_str(), "/items/999999");
}

#[test]
fn a_million_times_a_million_steps_end_as_a_violation() {
    let chain = Chain {
        items: (0..1_000_000).collect(),
    };
    let report = chain.validate(&NoContext);
    assert_eq!(report.violations.len(), 1);
    let found = &report.violations[0];
    assert_eq!((found.code.as_str(), found.instance.as_str()), ("next", ""));
    assert!(
        found.message.starts_with("the rule needs too many steps"),
        "{}",
        found.message
    );
}

#[test]
fn so_do_membership_and_texts_in_loops() {
    let many = |text: &str| vec![text.to_owned(); 100_000];
    let names = Names {
        names: many("a"),
        texts: many("b"),
        text: "c".repeat(1_000_000),
    };
    let report = names.validate(&NoContext);
    let codes: Vec<&str> = report
        .violations
        .iter()
        .map(|it| it.code.as_str())
        .collect();
    assert_eq!(codes, ["apart", "looked-at"]);
    assert!(
        report
            .violations
            .iter()
            .all(|it| it.message.contains("too many steps"))
    );
}
