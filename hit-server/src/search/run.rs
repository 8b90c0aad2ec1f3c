//! Running a search.

use std::time::{Duration, Instant};

use rusqlite::functions::FunctionFlags;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, params_from_iter};

use super::filter::{Filter, Test};
use super::matches::matches;
use crate::store::{COLUMNS, StoreError, StoredHit, row};
use crate::{clock, id};

/// Which of the hits that are found.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// The page, from 0.
    pub page: u64,
    /// Hits of a page.
    pub size: u64,
    /// Hits that are counted, and can be paged through.
    pub most: u64,
}

/// What is found.
#[derive(Clone, Debug)]
pub struct Results {
    /// The hits of the page, newest first.
    pub hits: Vec<StoredHit>,
    /// How many there are on all pages.
    pub total: u64,
    /// Whether there are more than are counted.
    pub more: bool,
}

/// Why there are no results.
#[derive(Debug)]
pub enum SearchError {
    /// It would take too long.
    TooSlow,
    /// The store failed.
    Store(StoreError),
}

impl From<rusqlite::Error> for SearchError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => Self::TooSlow,
            _ => Self::Store(error.into()),
        }
    }
}

impl From<StoreError> for SearchError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Steps of SQLite between two looks at the clock.
const STEPS: i32 = 10_000;

/// Searches hits of the store `name`: what SQLite can decide it decides, the rest is decided on the parsed hit.
///
/// # Errors
/// A search that takes longer than `limit`, or a store that fails.
pub fn search(
    connection: &mut Connection,
    name: &str,
    filters: &[Filter],
    page: Page,
    limit: Duration,
) -> Result<Results, SearchError> {
    let start = Instant::now();
    connection.progress_handler(STEPS, Some(move || start.elapsed() > limit))?;
    let results = run(connection, name, filters, page);
    connection.progress_handler(STEPS, None::<fn() -> bool>)?;
    results
}

fn run(
    connection: &Connection,
    name: &str,
    filters: &[Filter],
    page: Page,
) -> Result<Results, SearchError> {
    let mut conditions = Conditions::default();
    let mut rest = Vec::new();
    for filter in filters {
        if !conditions.take(name, filter) {
            rest.push(filter.clone());
        }
    }
    if !rest.is_empty() {
        on_parsed(connection, rest)?;
        conditions.sql.push_str(" AND hit_matches(body)");
    }
    let (sql, values) = (&conditions.sql, &conditions.values);
    let counting = page.most.saturating_add(1);
    let count = format!("SELECT count(*) FROM (SELECT 1 FROM hits WHERE {sql} LIMIT {counting})");
    let count: i64 = connection.query_row(&count, params_from_iter(values), |row| row.get(0))?;
    let count = u64::try_from(count).unwrap_or_default();
    let offset = page.page.saturating_mul(page.size);
    let size = page.size.min(page.most.saturating_sub(offset));
    let listed =
        format!("SELECT {COLUMNS} WHERE {sql} ORDER BY seq DESC LIMIT {size} OFFSET {offset}");
    let mut listed = connection.prepare(&listed)?;
    let hits = listed.query_map(params_from_iter(values), row)?;
    Ok(Results {
        hits: hits.collect::<rusqlite::Result<_>>()?,
        total: count.min(page.most),
        more: count > page.most,
    })
}

/// What SQLite decides.
struct Conditions {
    sql: String,
    values: Vec<Value>,
}

impl Default for Conditions {
    fn default() -> Self {
        Self {
            sql: "1".to_owned(),
            values: Vec::new(),
        }
    }
}

impl Conditions {
    /// Takes a filter that a column decides; says whether it is one.
    fn take(&mut self, name: &str, filter: &Filter) -> bool {
        let [field] = filter.path.as_slice() else {
            return false;
        };
        match (field.as_str(), &filter.test) {
            ("type", Test::Equals(value)) => self.add("hits.type =", Value::Text(value.clone())),
            ("id", Test::Equals(value)) => {
                let seq = id::seq(name, value).unwrap_or_default();
                self.add("seq =", Value::Integer(seq));
            }
            ("date", test) => return self.instant("event_ms", test),
            ("receivedAt", test) => {
                if !self.instant("received_ms", test) {
                    self.sql.push_str(" AND 0");
                }
            }
            ("clientId", Test::Equals(value)) => self.add("client =", Value::Text(value.clone())),
            ("clientId", Test::Exists) => self.sql.push_str(" AND client IS NOT NULL"),
            _ => return false,
        }
        true
    }

    fn instant(&mut self, column: &str, test: &Test) -> bool {
        let (low, high) = match test {
            Test::Exists => return true,
            Test::Equals(value) => (Some(value), Some(value)),
            Test::Between(low, high) => (low.as_ref(), high.as_ref()),
        };
        let instants = [low, high].map(|bound| bound.map(|text| clock::instant(text)));
        if instants.contains(&Some(None)) {
            return false;
        }
        for (sign, instant) in [">=", "<="].into_iter().zip(instants) {
            if let Some(ms) = instant.flatten() {
                self.add(&format!("{column} {sign}"), Value::Integer(ms));
            }
        }
        true
    }

    fn add(&mut self, condition: &str, value: Value) {
        self.values.push(value);
        let place = self.values.len();
        self.sql.push_str(&format!(" AND {condition} ?{place}"));
    }
}

/// Defines `hit_matches` for this connection.
fn on_parsed(connection: &Connection, filters: Vec<Filter>) -> rusqlite::Result<()> {
    connection.create_scalar_function(
        "hit_matches",
        1,
        FunctionFlags::SQLITE_UTF8,
        move |context| {
            let text = context.get_raw(0).as_str().unwrap_or_default();
            let hit = serde_json::from_str(text);
            Ok(hit.is_ok_and(|hit| matches(&filters, &hit)))
        },
    )
}
