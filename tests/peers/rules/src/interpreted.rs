//! The same rules by the crate `cel`: parsed beforehand, variables bound beforehand.

use cel::{Context, Program, Value};

/// The rules of a PLAY hit.
pub const OF_A_PLAY: [&str; 7] = [
    "has(self.origin) || ctx.headers.exists(name, ctx.headers[name] != '')",
    "self.users.all(user, has(user.userId) || has(user.firstName) && has(user.lastName) && has(user.email))",
    "self.users.all(user, !has(user.userId) || user.userId != self.sessionId)",
    "!(self.sessionId in ctx.knownUsers)",
    "self.medias.exists(media, self.play.duration <= ctx.mediaLengths[media])",
    "self.play.ranges.all(range, self.medias.exists(media, range.end <= ctx.mediaLengths[media]))",
    "self.play.ranges.all(range, range.start <= range.end)",
];

/// The rules and their values.
pub struct Rules {
    programs: Vec<Program>,
    /// Both values.
    context: Context<'static, 'static>,
    /// Only what comes from outside, which is the same for many hits.
    outside: Context<'static, 'static>,
    hit: serde_json::Value,
}

impl Rules {
    /// Parses the rules and binds the values.
    pub fn new(rules: &[&str], hit: &str, outside: &str) -> Result<Self, String> {
        let programs = rules.iter().map(|rule| Program::compile(rule).map_err(|error| error.to_string()));
        let read = |text| serde_json::from_str(text).map_err(|error: serde_json::Error| error.to_string());
        let [hit, outside]: [serde_json::Value; 2] = [read(hit)?, read(outside)?];
        let programs = programs.collect::<Result<_, _>>()?;
        let mut context = Context::default();
        bind(&mut context, "ctx", &outside)?;
        bind(&mut context, "self", &hit)?;
        let mut shared = Context::default();
        bind(&mut shared, "ctx", &outside)?;
        Ok(Self { programs, context, outside: shared, hit })
    }

    /// The same, with the hit bound anew, as each other hit needs it.
    pub fn hold_anew(&self) -> bool {
        let mut context = self.outside.new_inner_scope();
        bind(&mut context, "self", &self.hit).is_ok() && self.hold_in(&context)
    }

    /// Whether all hold.
    pub fn hold(&self) -> bool {
        self.hold_in(&self.context)
    }

    fn hold_in(&self, context: &Context<'_, '_>) -> bool {
        self.programs.iter().all(|program| matches!(program.execute(context), Ok(Value::Bool(true))))
    }
}

fn bind(context: &mut Context<'_, '_>, name: &'static str, value: &serde_json::Value) -> Result<(), String> {
    context.add_variable(name, value).map_err(|error| error.to_string())
}
