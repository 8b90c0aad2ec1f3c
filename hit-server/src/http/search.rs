//! `GET /api/stat/hits`: search.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Serialize;
use serde_json::{Map, Value};

use super::hit::Shown;
use crate::app::App;
use crate::problem::{Class, Problem};
use crate::reply::{HAL_JSON, JSON, Query, acceptable, hal, link, no_store};
use crate::search::{Filter, Page, Results, SearchError, parse, search as run};

/// Hits of a page, where nothing is said.
const SIZE: u64 = 20;

/// Searches hits, newest first.
pub async fn search(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    uri: Uri,
) -> Result<Response, Problem> {
    let media_type = acceptable(&headers, &[HAL_JSON, JSON])?;
    let query = Query::read(uri.query(), &["fq", "page", "size"])?;
    let filters = filters(&app, &query)?;
    let page = page(&app, &query)?;
    let Ok(_one_of_few) = app.searches.try_acquire() else {
        let most = app.settings.limits.searches;
        let detail = format!("at most {most} searches run at once");
        return Err(Problem::new(Class::TooManySearches, detail).retry_after(1));
    };
    let start = Instant::now();
    let results = results(&app, filters, page).await?;
    app.metrics.search.observe(start.elapsed().as_secs_f64());
    Ok(no_store(hal(
        media_type,
        &shown(&app, &query, page, results),
    )))
}

fn filters(app: &App, query: &Query) -> Result<Vec<Filter>, Problem> {
    let most = app.settings.limits.filters;
    if query.all("fq").count() > most {
        return Err(Problem::new(
            Class::BadQuery,
            format!("there are at most {most} `fq`"),
        ));
    }
    let filters = query.all("fq").enumerate().map(|(index, text)| {
        let bad = |what| format!("`fq` number {}: {what}", index + 1);
        parse(text).map_err(|what| Problem::new(Class::BadQuery, bad(what)))
    });
    filters.collect()
}

fn page(app: &App, query: &Query) -> Result<Page, Problem> {
    let limits = &app.settings.limits;
    let size = query.number("size", SIZE.min(limits.page_size), limits.page_size)?;
    let page = query.number("page", 0, u64::MAX)?;
    if page.saturating_mul(size) >= limits.results && page > 0 {
        let detail = format!("a search leads to its first {} hits", limits.results);
        return Err(Problem::new(Class::BadQuery, detail));
    }
    Ok(Page {
        page,
        size,
        most: limits.results,
    })
}

async fn results(app: &Arc<App>, filters: Vec<Filter>, page: Page) -> Result<Results, Problem> {
    let searching = Arc::clone(app);
    let done = tokio::task::spawn_blocking(move || {
        let limit = searching.settings.timeouts.search;
        let name = &searching.store_name;
        searching
            .readers
            .with(|it| run(it, name, &filters, page, limit))
    });
    match done.await {
        Ok(Ok(results)) => Ok(results),
        Ok(Err(SearchError::TooSlow)) => Err(Problem::new(
            Class::Unavailable,
            "the search took too long; a filter on `type`, `date` or `receivedAt` makes it quicker",
        )
        .retry_after(10)),
        Ok(Err(SearchError::Store(error))) => {
            tracing::error!(%error, "the store could not be searched");
            Err(Problem::new(
                Class::Internal,
                "the store could not be searched",
            ))
        }
        Err(_) => Err(Problem::new(Class::Internal, "the search failed")),
    }
}

/// Hits are written as they came: through a [`Value`], large numbers would not be.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Found {
    total_count: u64,
    truncated: bool,
    page: u64,
    size: u64,
    #[serde(rename = "_links")]
    links: Value,
    #[serde(rename = "_embedded")]
    embedded: Embedded,
}

#[derive(Serialize)]
struct Embedded {
    hits: Vec<Shown>,
}

fn shown(app: &App, query: &Query, page: Page, results: Results) -> Found {
    let hits = results.hits.into_iter();
    let hits = hits
        .filter_map(|hit| Shown::new(&app.store_name, hit))
        .collect();
    Found {
        total_count: results.total,
        truncated: results.more,
        page: page.page,
        size: page.size,
        links: links(query, page, results.total),
        embedded: Embedded { hits },
    }
}

fn links(query: &Query, page: Page, total: u64) -> Value {
    let last = match page.size {
        0 => 0,
        size => total.saturating_sub(1) / size,
    };
    let mut links = Map::new();
    let mut add = |name: &str, number: u64| {
        let href = format!("/api/stat/hits?{}", query.with_page(number, page.size));
        links.insert(name.to_owned(), link(href));
    };
    add("self", page.page);
    add("first", 0);
    add("last", last);
    if page.page < last {
        add("next", page.page + 1);
    }
    if page.page > 0 {
        add("prev", page.page - 1);
    }
    Value::Object(links)
}
