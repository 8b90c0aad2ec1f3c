//! A hit on its way in: limits, body, verdict, queue, answer.

mod body;
mod content;
mod headers;
mod refuse;
mod submit;
mod take;

pub use headers::{CLIENT_ID, IDEMPOTENCY_KEY};
pub use refuse::problem;
pub use submit::{Submission, submit};
pub use take::take;
