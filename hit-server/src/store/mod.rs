//! The store: one SQLite file.

mod append;
mod cursor;
mod error;
mod idempotency;
mod key;
mod lock;
mod open;
mod read;
mod record;
mod rejects;
mod space;
mod tables;
mod usages;

pub use append::append;
pub use cursor::{cursor, set_cursor};
pub use error::StoreError;
pub use key::Key;
pub use open::{Store, reader};
pub use read::{COLUMNS, after, by_seq, newest, row};
pub use record::{NewHit, Stored, StoredHit};
pub use rejects::{NewReject, Reject, Summary, add_reject, delete_reject, reject, rejects, trim};
pub use space::free_bytes;
pub use usages::usages;
