//! Cases in batches: many at once, and what is stored counted before and after.

use std::sync::Arc;

use tokio::task::JoinSet;

use super::behind::{count, read_back};
use super::check::check;
use super::fault::{Fault, Kind};
use super::record::Record;
use super::sender::Sender;
use super::words::cause;
use crate::case::Case;
use crate::http::SendError;
use crate::service::{Count, Profile, ReadBack};

/// How cases are sent and judged.
#[derive(Clone)]
pub struct Bench {
    /// Sends.
    pub sender: Sender,
    /// What the service decides for itself.
    pub profile: Arc<Profile>,
    /// By endpoint: how documents are read back.
    pub reads: Arc<Vec<Option<ReadBack>>>,
}

impl Bench {
    /// Sends one case and judges the answer; reads back what is accepted.
    pub async fn case(&self, case: Arc<Case>) -> Record {
        let sent = self.sender.send(&case.request).await;
        let mut faults = sent.faults;
        match &sent.reply {
            Err(error) => {
                let cause = match error {
                    SendError::Timeout => format!("no reply in time: {}", cause(&case)),
                    SendError::Broken(_) => format!("no reply: {}", cause(&case)),
                    // It answered before.
                    SendError::Unreachable(_) => "the service has gone".to_owned(),
                };
                faults.push(Fault::new(Kind::NoReply, cause, error.to_string()));
            }
            Ok(reply) => {
                faults.extend(check(&case, reply, &self.profile));
                if sent.took > self.profile.reply {
                    faults.extend(self.slow(&case).await);
                }
                let read = self.reads.get(case.endpoint).and_then(Option::as_ref);
                let right = faults.iter().all(|fault| fault.kind != Kind::Accepted);
                if let (200..=299, Some(read), true) = (reply.status, read, right) {
                    faults.extend(read_back(&self.sender, read, reply, case.body()).await);
                }
            }
        }
        Record {
            case,
            reply: sent.reply,
            took: sent.took,
            faults,
        }
    }

    /// Slow is what is slow twice: once may be the machine.
    async fn slow(&self, case: &Case) -> Option<Fault> {
        let again = self.sender.send(&case.request).await;
        let limit = self.profile.reply;
        (again.took > limit).then(|| {
            let detail = format!(
                "the reply took {} ms, twice more than {} ms",
                again.took.as_millis(),
                limit.as_millis()
            );
            Fault::new(Kind::Slow, "slow", detail)
        })
    }

    /// Sends a batch at once. With a count, what is stored has to have grown by
    /// as many as were accepted; where not, each is sent again alone to find out which.
    pub async fn batch(
        &self,
        cases: &[Arc<Case>],
        counting: Option<&Count>,
        bisect: &mut usize,
    ) -> Vec<Record> {
        let before = self.counted(counting).await;
        let mut records = self.at_once(cases).await;
        let after = self.counted(counting).await;
        if let (Some(before), Some(after)) = (before, after) {
            let stored = after - before;
            let repeated = records
                .iter()
                .flat_map(|it| &it.faults)
                .any(|fault| fault.kind == Kind::Slow);
            let accepted = records.iter().filter(|record| is_accepted(record)).count();
            let expected = i128::try_from(accepted).unwrap_or(i128::MAX);
            if stored != expected && !repeated {
                self.which(&mut records, counting, stored - expected, bisect)
                    .await;
            }
        }
        records
    }

    async fn counted(&self, counting: Option<&Count>) -> Option<i128> {
        count(&self.sender, counting?).await
    }

    async fn at_once(&self, cases: &[Arc<Case>]) -> Vec<Record> {
        let mut running = JoinSet::new();
        for (index, case) in cases.iter().cloned().enumerate() {
            let bench = self.clone();
            running.spawn(async move { (index, bench.case(case).await) });
        }
        let mut records = running.join_all().await;
        records.sort_by_key(|(index, _)| *index);
        records.into_iter().map(|(_, record)| record).collect()
    }

    /// Which cases are stored another number of times than they should be.
    async fn which(
        &self,
        records: &mut [Record],
        counting: Option<&Count>,
        by: i128,
        bisect: &mut usize,
    ) {
        let mut found = false;
        if *bisect > 0 {
            *bisect -= 1;
            for record in records.iter_mut() {
                let before = self.counted(counting).await;
                let sent = self.sender.send(&record.case.request).await;
                let after = self.counted(counting).await;
                let (Some(before), Some(after), Ok(reply)) = (before, after, &sent.reply) else {
                    continue;
                };
                let accepted = (200..300).contains(&reply.status);
                let stored = after - before;
                if let Some(fault) = miscounted(&record.case, accepted, stored) {
                    record.faults.push(fault);
                    found = true;
                }
            }
        }
        if let (false, Some(record)) = (found, records.first_mut()) {
            let detail = format!(
                "{by:+} documents were stored beyond those accepted in one batch; none did it alone"
            );
            record
                .faults
                .push(Fault::new(Kind::Doubled, "in a batch", detail));
        }
    }
}

fn is_accepted(record: &Record) -> bool {
    record
        .reply
        .as_ref()
        .is_ok_and(|reply| (200..300).contains(&reply.status))
}

fn miscounted(case: &Case, accepted: bool, stored: i128) -> Option<Fault> {
    let axis = case.axis.name();
    match (accepted, stored) {
        (true, 1) | (false, 0) => None,
        (true, 0) => {
            let detail = "it was accepted, and no document more is stored";
            Some(Fault::new(
                Kind::NotStored,
                format!("count, {axis}"),
                detail,
            ))
        }
        (true, stored) => {
            let detail = format!("it was accepted, and {stored} documents more are stored");
            Some(Fault::new(Kind::Doubled, format!("count, {axis}"), detail))
        }
        (false, stored) => {
            let detail = format!("it was refused, and {stored:+} documents are stored");
            Some(Fault::new(
                Kind::StoredThoughRefused,
                format!("count, {axis}"),
                detail,
            ))
        }
    }
}
