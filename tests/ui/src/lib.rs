//! What the compiler says of mistakes in attributes: `tests/ui`.
