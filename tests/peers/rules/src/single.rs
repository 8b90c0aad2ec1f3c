//! One rule at a time, of the kinds that hits have.

use std::hint::black_box;

use hit_runtime::{NoContext, Place, Report, Ruled};

use crate::interpreted::Rules;
use crate::measured::{item, least};

mod watched {
    #![allow(missing_docs)]
    hit_macro::include_schema!("schemas/watched.json");
}

mod session {
    #![allow(missing_docs)]
    hit_macro::include_schema!("schemas/session.json");
}

mod search {
    #![allow(missing_docs)]
    hit_macro::include_schema!("schemas/search.json");
}

const WATCHED: &str = r#"{"duration":55,"ranges":[{"start":0,"end":5},{"start":20,"end":30},{"start":30,"end":40.5},{"start":41,"end":50},{"start":52,"end":60}]}"#;
const SESSION: &str = r#"{"sessionId":"7e7f6d22f75d2cc4b9ed5fe907dd7461","users":[{"userId":"1"},{"userId":"2"}]}"#;
const SEARCH: &str = r#"{"searchType":"FOLDER","folders":["1"]}"#;
const LENGTH: &str = r#"{"length":60}"#;

/// The least nanoseconds of each rule: compiled, written by hand, and by the crate `cel`
/// with values bound beforehand, and anew.
pub fn measure(repeat: usize) -> Result<Vec<(&'static str, [f64; 4])>, String> {
    let wrong = |error: serde_json::Error| error.to_string();
    let hit: watched::Watched = serde_json::from_str(WATCHED).map_err(wrong)?;
    let ctx: watched::RulesContext = serde_json::from_str(LENGTH).map_err(wrong)?;
    let cel = Rules::new(&["self.ranges.all(r, r.start <= r.end) && self.duration <= ctx.length"], WATCHED, LENGTH)?;
    let watched = ways(
        repeat,
        |report| black_box(&hit).rules_at(None, black_box(&ctx), &Place::ROOT, report),
        || {
            let (hit, ctx) = (black_box(&hit), black_box(&ctx));
            hit.ranges.iter().all(|range| range.start <= range.end) && ctx.length.is_none_or(|length| hit.duration <= length)
        },
        &cel,
    )?;
    let hit: session::Session = serde_json::from_str(SESSION).map_err(wrong)?;
    let rule = "self.users.all(user, !has(user.userId) || user.userId != self.sessionId)";
    let cel = Rules::new(&[rule], SESSION, "{}")?;
    let session = ways(
        repeat,
        |report| black_box(&hit).rules_at(None, &NoContext, &Place::ROOT, report),
        || {
            let hit = black_box(&hit);
            hit.users.iter().all(|user| user.user_id.as_ref() != Some(&hit.session_id))
        },
        &cel,
    )?;
    let hit: search::Search = serde_json::from_str(SEARCH).map_err(wrong)?;
    let rule = "self.searchType != 'FOLDER' || has(self.folders) && self.folders.size() > 0";
    let cel = Rules::new(&[rule], SEARCH, "{}")?;
    let search = ways(
        repeat,
        |report| black_box(&hit).rules_at(None, &NoContext, &Place::ROOT, report),
        || {
            let hit = black_box(&hit);
            hit.search_type != search::SearchSearchType::Folder || hit.folders.as_ref().is_some_and(|all| !all.is_empty())
        },
        &cel,
    )?;
    Ok(vec![("watched", watched), ("session", session), ("search", search)])
}

fn ways(
    repeat: usize,
    compiled: impl Fn(&mut Report),
    by_hand: impl Fn() -> bool,
    cel: &Rules,
) -> Result<[f64; 4], String> {
    // As when many values are checked one after the other: what is found goes into one report.
    let many = |times: u32| {
        let mut report = Report::default();
        (0..times).for_each(|_| compiled(black_box(&mut report)));
        report.violations.is_empty() && report.not_evaluated.is_empty()
    };
    let mut items = [
        (20_000, Box::new(many) as Box<dyn Fn(u32) -> bool>),
        item(20_000, by_hand),
        item(100, || cel.hold()),
        item(100, || cel.hold_anew()),
    ];
    let times = least(repeat, &mut items)?;
    times.try_into().map_err(|_| "four ways were measured".to_owned())
}
