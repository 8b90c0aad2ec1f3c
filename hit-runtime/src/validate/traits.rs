//! The trait.

use crate::place::Place;
use crate::report::Report;

/// A value that can be checked: against its constraints, and against its rules,
/// which may need values from outside ([`Context`](Self::Context)).
///
/// Types generated from schemas implement it; `#[derive(hit_runtime::Validate)]` does it for structs and
/// enums written by hand.
///
/// ```
/// use hit_runtime::rules::Rule;
/// use hit_runtime::{Place, Report, Severity, Validate};
///
/// struct Play { duration: f64 }
/// struct PlayContext { video_length: Option<f64> }
///
/// impl Validate for Play {
///     type Context = PlayContext;
///
///     fn validate_at(&self, _: Option<&Self>, ctx: &PlayContext, at: &Place<'_>, report: &mut Report) {
///         static WITHIN: Rule = Rule {
///             id: "play.within-video",
///             text: "self.duration <= ctx.videoLength",
///             schema: "",
///             path: &["duration"],
///             severity: Severity::Error,
///         };
///         let holds = hit_runtime::rules::known(ctx.video_length.as_ref(), "ctx.videoLength")
///             .map(|length| self.duration <= *length);
///         WITHIN.judge(holds, at, report, || Some(format!("played {} s", self.duration)));
///     }
/// }
///
/// let play = Play { duration: 61.0 };
/// let report = play.validate(&PlayContext { video_length: Some(60.0) });
/// assert_eq!(report.violations[0].code, "play.within-video");
/// assert_eq!(report.violations[0].instance.as_str(), "/duration");
///
/// let report = play.validate(&PlayContext { video_length: None });
/// assert!(report.is_ok());
/// assert_eq!(report.not_evaluated[0].reason.to_string(), "ctx.videoLength is not known");
/// ```
///
/// # For implementors
///
/// * Only [`validate_at`](Self::validate_at) is to be written. It appends what it finds to `report`, and
///   never takes anything away.
/// * [`Context`](Self::Context) is [`NoContext`](crate::NoContext) where no rule needs anything from outside. Otherwise it is a
///   struct whose members may be unknown (`Option`), or an object-safe trait (`dyn …`).
/// * A rule is a `static` [`Rule`](crate::rules::Rule), and its outcome, a [`Tried`](crate::rules::Tried), goes to
///   [`Rule::judge`](crate::rules::Rule::judge): false is a violation, a fault is one that names the rule, and a
///   [`Fault::unknown`](crate::rules::Fault::unknown) makes it *not evaluated*. A value that is not known is read with
///   [`known`](crate::rules::known).
/// * A transition rule, one that reads the value before, holds where `old` is `None`.
/// * A value inside is handed on to with its place and its part of the context:
///   `narrow!(ctx => self.user)` suits the same context, `NoContext`, and one that `ctx` is `AsRef` of.
///
/// ```
/// # use hit_runtime::{NoContext, Place, Report, Validate};
/// # struct User; impl Validate for User { type Context = NoContext;
/// #     fn validate_at(&self, _: Option<&Self>, _: &NoContext, _: &Place<'_>, _: &mut Report) {} }
/// # struct HitContext;
/// struct Hit { users: Vec<User> }
///
/// impl Validate for Hit {
///     type Context = HitContext;
///
///     fn validate_at(&self, old: Option<&Self>, ctx: &HitContext, at: &Place<'_>, report: &mut Report) {
///         let inner = hit_runtime::narrow!(ctx => self.users);
///         self.users.validate_at(old.map(|old| &old.users), inner, &at.member("users"), report);
///     }
/// }
/// # assert!(Hit { users: vec![User] }.validate(&HitContext).is_ok());
/// ```
///
/// `Vec`, slices, arrays, `Option`, `Box`, `Rc`, `Arc` and string-keyed maps of such values are such values. The value before
/// an entry of a map is that of the same key; elements of lists have none.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be validated",
    label = "cannot be validated",
    note = "derive `hit_runtime::Validate` for it, or write `#[rules(skip)]` at the field: then nothing in it is checked"
)]
pub trait Validate {
    /// What the rules need from outside.
    type Context: ?Sized;

    /// Appends what is wrong with the value at a place. `old` is the value before, for
    /// transition rules.
    fn validate_at(
        &self,
        old: Option<&Self>,
        ctx: &Self::Context,
        at: &Place<'_>,
        report: &mut Report,
    );

    /// Everything that is wrong with the value as it is now, and the rules that were not evaluated.
    fn validate(&self, ctx: &Self::Context) -> Report {
        let mut report = Report::default();
        self.validate_at(None, ctx, &Place::ROOT, &mut report);
        report
    }

    /// As [`validate`](Self::validate), with the value before for rules that compare with it (`oldSelf`).
    fn validate_update(&self, old: &Self, ctx: &Self::Context) -> Report {
        let mut report = Report::default();
        self.validate_at(Some(old), ctx, &Place::ROOT, &mut report);
        report
    }
}
