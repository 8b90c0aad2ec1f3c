//! How a body is delimited, and how long it may be.

use super::tools::Wire;
use crate::case::Class;
use crate::http::{Framing, Request};

/// A body that any service takes to be long.
const LONG: usize = 1 << 20;

/// Bodies in chunks, bodies that wait to be asked for.
pub fn framing(wire: &mut Wire<'_, '_>) {
    for (size, what) in [
        (1, "of one byte"),
        (7, "of seven bytes"),
        (1 << 20, "of any size"),
    ] {
        let request = Request {
            framing: Framing::Chunked(size),
            ..wire.valid()
        };
        wire.request(request, Class::Accepted, &format!("framing: chunks {what}"));
    }
    let request = wire.valid().header("Expect", "100-continue");
    wire.request(
        request,
        Class::Accepted,
        "framing: it waits to be asked for",
    );
    let request = wire.valid().header("Connection", "close");
    wire.request(
        request,
        Class::Accepted,
        "framing: the connection is closed after it",
    );
    let request = Request {
        body: None,
        ..wire.valid()
    };
    wire.request(request, Class::Malformed, "framing: no body at all");
}

/// Bodies at the greatest length, and beyond it.
pub fn sizes(wire: &mut Wire<'_, '_>) {
    let padded = |text: &str, length: usize| {
        let spaces = length.saturating_sub(text.len());
        format!("{text}{}", " ".repeat(spaces))
    };
    let text = wire.text().to_owned();
    let Some(most) = wire.strict.body else {
        wire.body(
            padded(&text, LONG),
            Class::Open,
            "size: a mebibyte, mostly white space",
        );
        return;
    };
    wire.body(padded(&text, most), Class::Accepted, "size: the limit");
    wire.body(
        padded(&text, most + 1),
        Class::TooLarge,
        "size: one byte beyond the limit",
    );
    wire.body(
        padded(&text, most * 2),
        Class::TooLarge,
        "size: twice the limit",
    );
    let chunked = Request {
        framing: Framing::Chunked(64 << 10),
        body: Some(padded(&text, most + 1).into_bytes()),
        ..wire.valid()
    };
    wire.request(
        chunked,
        Class::TooLarge,
        "size: one byte beyond the limit, in chunks",
    );
}
