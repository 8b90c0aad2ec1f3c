//! Tests of the contract tester.

mod corpus;
