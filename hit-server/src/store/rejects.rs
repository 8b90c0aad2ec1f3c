//! Refused hits, kept within bounds.

use bytes::Bytes;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;

use crate::settings::Rejects;

/// A refused hit to be kept.
#[derive(Clone, Debug)]
pub struct NewReject {
    /// When it came.
    pub received_ms: i64,
    /// Its type, where it names one.
    pub hit_type: Option<&'static str>,
    /// The keyword or rule of its first error, or the class of the problem.
    pub code: String,
    /// What `X-KPK-CLIENT-ID` said.
    pub client: Option<String>,
    /// Whether it came with `disableUsage=true`.
    pub disable_usage: bool,
    /// The problem document that was the answer.
    pub problem: String,
    /// The body, as it came.
    pub body: Bytes,
}

/// A refused hit in a list: without its body.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Its number.
    pub id: i64,
    /// When it came, in milliseconds since 1970.
    pub received_ms: i64,
    /// Its type, where it names one.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub hit_type: Option<String>,
    /// The keyword or rule of its first error, or the class of the problem.
    pub code: String,
    /// Bytes of the body.
    pub bytes: i64,
    /// Whether the body was kept, so that it can be replayed.
    pub kept: bool,
}

/// A refused hit.
#[derive(Clone, Debug)]
pub struct Reject {
    /// As in a list.
    pub summary: Summary,
    /// What `X-KPK-CLIENT-ID` said.
    pub client: Option<String>,
    /// Whether it came with `disableUsage=true`.
    pub disable_usage: bool,
    /// The problem document that was the answer.
    pub problem: String,
    /// The body, where it was kept.
    pub body: Option<Vec<u8>>,
}

/// Keeps a refused hit.
pub fn add_reject(
    connection: &Connection,
    reject: &NewReject,
    bounds: &Rejects,
) -> rusqlite::Result<()> {
    let body = (reject.body.len() <= bounds.body_bytes).then(|| reject.body.as_ref());
    connection
        .prepare_cached(
            "INSERT INTO rejects (received_ms, type, code, client, disable_usage, problem, bytes, body) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            reject.received_ms,
            reject.hit_type,
            reject.code,
            reject.client,
            reject.disable_usage,
            reject.problem,
            i64::try_from(reject.body.len()).unwrap_or(i64::MAX),
            body,
        ])?;
    Ok(())
}

/// Lets go of the oldest until all bounds are kept; says how many went.
pub fn trim(connection: &Connection, bounds: &Rejects, now_ms: i64) -> rusqlite::Result<usize> {
    let number = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
    let age = i64::try_from(bounds.age.as_millis()).unwrap_or(i64::MAX);
    let sql = "DELETE FROM rejects WHERE received_ms < ?1 OR id IN (\
         SELECT id FROM (SELECT id, row_number() OVER newest AS place, \
             sum(length(problem) + coalesce(length(body), 0)) OVER newest AS total \
             FROM rejects WINDOW newest AS (ORDER BY id DESC)) \
         WHERE place > ?2 OR total > ?3)";
    let oldest = now_ms.saturating_sub(age);
    let bounds = params![oldest, number(bounds.count), number(bounds.bytes)];
    connection.prepare_cached(sql)?.execute(bounds)
}

/// Deletes one; says whether it was there.
pub fn delete_reject(connection: &Connection, id: i64) -> rusqlite::Result<bool> {
    let mut delete = connection.prepare_cached("DELETE FROM rejects WHERE id = ?1")?;
    Ok(delete.execute([id])? > 0)
}

const SUMMARY: &str = "id, received_ms, type, code, bytes, body IS NOT NULL";

fn summary(row: &Row<'_>) -> rusqlite::Result<Summary> {
    Ok(Summary {
        id: row.get(0)?,
        received_ms: row.get(1)?,
        hit_type: row.get(2)?,
        code: row.get(3)?,
        bytes: row.get(4)?,
        kept: row.get(5)?,
    })
}

/// The refused hits below a number, newest first, of a type and a code where these are given;
/// and how many there are of them in all.
pub fn rejects(
    connection: &Connection,
    hit_type: Option<&str>,
    code: Option<&str>,
    below: Option<i64>,
    limit: u64,
) -> rusqlite::Result<(Vec<Summary>, i64)> {
    let filter = "(?1 IS NULL OR type = ?1) AND (?2 IS NULL OR code = ?2)";
    let count = connection.query_row(
        &format!("SELECT count(*) FROM rejects WHERE {filter}"),
        params![hit_type, code],
        |row| row.get(0),
    )?;
    let sql = format!(
        "SELECT {SUMMARY} FROM rejects WHERE {filter} AND (?3 IS NULL OR id < ?3) ORDER BY id DESC LIMIT ?4"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map(params![hit_type, code, below, limit], summary)?;
    Ok((rows.collect::<rusqlite::Result<_>>()?, count))
}

/// One of them.
pub fn reject(connection: &Connection, id: i64) -> rusqlite::Result<Option<Reject>> {
    let sql = format!(
        "SELECT {SUMMARY}, client, disable_usage, problem, body FROM rejects WHERE id = ?1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_row([id], |row| {
        Ok(Reject {
            summary: summary(row)?,
            client: row.get(6)?,
            disable_usage: row.get(7)?,
            problem: row.get(8)?,
            body: row.get(9)?,
        })
    });
    found.optional()
}
