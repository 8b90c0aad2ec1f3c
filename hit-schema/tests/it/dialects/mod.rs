//! Corners of the dialects that the official suite does not visit, read from
//! the specifications: whole dialects, one inside another, draft 3.

mod old;
mod support;
mod whole;
