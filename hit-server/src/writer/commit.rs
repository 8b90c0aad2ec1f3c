//! One commit: all that waited, in one transaction.

use rusqlite::Connection;

use super::command::{Command, Failure};
use crate::settings::Rejects;
use crate::store::{StoreError, Stored, add_reject, append};

/// What came of a command, in the order of the batch.
pub enum Done {
    /// Of a hit.
    Hit(Stored),
    /// Of anything else.
    Other,
}

/// Writes a batch. Tasks are left alone: they run once, by themselves.
///
/// # Errors
/// Nothing of the batch is stored.
pub fn commit(
    connection: &mut Connection,
    batch: &[Command],
    bounds: &Rejects,
) -> Result<Vec<Done>, StoreError> {
    let transaction =
        connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let done = batch.iter().map(|command| match command {
        Command::Hit(hit, _) => append(&transaction, hit).map(Done::Hit),
        Command::Reject(reject) => add_reject(&transaction, reject, bounds).map(|()| Done::Other),
        Command::Task(..) | Command::Stop => Ok(Done::Other),
    });
    let done = done.collect::<rusqlite::Result<Vec<Done>>>()?;
    transaction.commit()?;
    Ok(done)
}

/// What an error of the store means for a hit.
pub fn failure(error: &StoreError) -> Failure {
    match error {
        StoreError::Full => Failure::Full,
        _ => Failure::Broken,
    }
}
