//! What probes of a service share.

use crate::http::{Reply, Request};
use crate::run::fault::{Fault, Kind};
use crate::run::problem::problem;
use crate::run::record::Failure;
use crate::run::sender::Sender;
use crate::service::{Profile, Service};

/// Probes a service.
pub struct Probe<'p> {
    /// Sends.
    pub sender: &'p Sender,
    /// The service.
    pub service: &'p Service,
    /// What was found.
    pub failures: Vec<Failure>,
    /// How many requests were sent.
    pub sent: usize,
}

impl Probe<'_> {
    /// The profile of the service.
    pub fn profile(&self) -> &Profile {
        &self.service.profile
    }

    /// Sends a request. `None`, and a finding, where there is no reply or the service fails.
    pub async fn send(&mut self, request: &Request, what: &str) -> Option<Reply> {
        self.sent += 1;
        let sent = self.sender.send(request).await;
        match sent.reply {
            Err(error) => {
                let fault = Fault::new(Kind::NoReply, what, error.to_string());
                self.fail(fault, request, None);
                None
            }
            // What a service does not know it may say (RFC 9110, section 15.6.2).
            Ok(reply) if reply.status >= 500 && reply.status != 501 => {
                let detail = format!(
                    "answered {}; no input may make a service fail",
                    reply.status
                );
                self.fail(
                    Fault::new(Kind::ServerError, what, detail),
                    request,
                    Some(&reply),
                );
                None
            }
            Ok(reply) => {
                if reply.status >= 400 && request.method != "HEAD" {
                    for fault in problem(None, &reply, &self.service.profile) {
                        self.fail(fault, request, Some(&reply));
                    }
                }
                Some(reply)
            }
        }
    }

    /// Notes what is wrong.
    pub fn fail(&mut self, fault: Fault, request: &Request, reply: Option<&Reply>) {
        self.failures.push(Failure {
            fault,
            endpoint: None,
            case: None,
            request: request.clone(),
            reply: reply.cloned(),
        });
    }
}
