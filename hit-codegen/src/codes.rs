//! The codes of messages about generation.

hit_schema::catalogue! {
    UNKNOWN_PRESET = "HIT0801", "the configuration names a preset that is not known",
        "A preset chooses crates for formats such as `date-time`. The message lists those there are.";
    UNKNOWN_PLACE = "HIT0802", "the configuration has a place that matches no subschema",
        "A place is `[DOCUMENT]#POINTER` with `*` and `**`, or the end of a pointer. What matches nothing decides nothing.";
    BAD_PROGRAM = "HIT0803", "the checks of a schema cannot be run",
        "The engine refuses the program, as when a pattern needs more memory than it may take.";
    UNKNOWN_DRAFT = "HIT0804", "the configuration names a draft that is not known",
        "The draft of documents without `$schema` is one of 3, 4, 6, 7, 2019-09 and 2020-12.";
    NO_SCHEMA = "HIT0805", "there is no schema to generate from",
        "Name files on the command line, or set `schemas` in the configuration.";
    UNREADABLE_FOLDER = "HIT0806", "a folder cannot be listed",
        "A wildcard in `schemas` finds files of a folder, so the folder has to be there.";
    BAD_RUST = "HIT0807", "a type, derive or attribute of the configuration is not Rust",
        "`x-rust-type` and `type` take a type such as `uuid::Uuid`, `map` a type without its parameters, `derive` a path, but none to `hit_runtime::Validate`, which every type implements.";
    TOO_MANY_TYPES = "HIT0901", "a schema needs more types than are sensible",
        "Generation stops rather than fill the memory. Split the schema, or give parts of it an own type.";
    CONTRADICTION = "HIT0902", "parts of a conjunction exclude each other",
        "They allow no common JSON type, so no value is accepted. It is a warning where a document can do without: at members that are not required, elements, alternatives. Where it is meant, `false` says so.";
    BAD_DEFAULT = "HIT0904", "a default that its own schema does not accept",
        "It is left out of the code, since a value that is filled in has to be valid.";
}
