//! The codes of messages about rules in schemas.

hit_schema::catalogue! {
    BAD_RULE = "HIT0601", "a rule that does not check",
        "It does not parse, names a member or a function that is not there, or compares unlike types.";
    BAD_ENTRY = "HIT0602", "an entry of the rules that is not one",
        "Something is missing, unknown or of the wrong type: an entry has `id`, `rule` and what the documentation lists.";
    BAD_CONTEXT = "HIT0603", "a context that rules cannot use",
        "`x-rules-context` is the schema of an object, and there is one for all rules of a schema.";
    RULE_PLACE = "HIT0604", "a rule where none can be run",
        "Below `not`, `propertyNames`, `contains` or an `unevaluated…` keyword no value is judged for good.";
    RULE_WARNING = "HIT0605", "a rule that is worth a look",
        "It may fail where it should not, as when it reads a member that may be absent.";
    BAD_PROGRAM = "HIT0606", "a program that the engine refuses",
        "The checks of the schema cannot be run, so its rules cannot either.";
}
