//! From a URL to a service.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use hit_contract::{Client, Config, Origin, Profile, Service, Transport, configured, hits};

use super::args::RunArgs;
use crate::outcome::Failure;

/// A client of a URL.
pub fn client(url: &str, seconds: u64) -> Result<Arc<dyn Transport>, Failure> {
    let origin = Origin::parse(url).map_err(Failure::message)?;
    Ok(Arc::new(Client::new(origin, Duration::from_secs(seconds))))
}

/// The service that the arguments mean, and the way to it.
pub async fn connect(args: &RunArgs) -> Result<(Service, Arc<dyn Transport>), Failure> {
    let config = args.config.as_deref().map(Config::read).transpose();
    let config = config.map_err(Failure::message)?;
    let base = config.as_ref().and_then(|config| config.base.clone());
    let url = args.url.clone().or(base);
    let url =
        url.ok_or_else(|| Failure::message("a URL is needed: hit contract http://127.0.0.1:8080"))?;
    let transport = client(&url, args.timeout)?;
    let mut service = match &config {
        Some(config) => {
            let profile = config
                .profile(args.profile.as_deref())
                .map_err(Failure::message)?;
            let folder = args
                .config
                .as_deref()
                .and_then(Path::parent)
                .unwrap_or(Path::new(""));
            configured(config, folder, profile, transport.as_ref()).await
        }
        None => {
            hits(
                transport.as_ref(),
                profile(args.profile.as_deref())?,
                &args.types,
            )
            .await
        }
    }
    .map_err(Failure::message)?;
    let headers = args.header.iter().map(|text| header(text));
    let headers = headers.collect::<Result<Vec<_>, _>>()?;
    for endpoint in &mut service.endpoints {
        endpoint.headers.extend(headers.iter().cloned());
    }
    Ok((service, transport))
}

/// The profile of a name; that of the reference collector without one.
pub fn profile(name: Option<&str>) -> Result<Profile, Failure> {
    let name = name.unwrap_or("hit");
    Profile::named(name).ok_or_else(|| {
        Failure::message(format_args!(
            "there is no profile `{name}` (there are: strict, hit, lenient)"
        ))
    })
}

fn header(text: &str) -> Result<(String, String), Failure> {
    let (name, value) = text.split_once(':').ok_or_else(|| {
        Failure::message(format_args!(
            "`--header {text}` is not of the form Name: value"
        ))
    })?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}
