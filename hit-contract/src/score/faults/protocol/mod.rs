//! Answers that are not what HTTP, problem documents or the service's own word ask for.

mod acceptances;
mod all;
mod documents;
mod kinds;
mod links;
mod refusals;
mod replies;
mod served;

pub use all::protocol;
