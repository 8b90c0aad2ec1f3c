//! Search.

use crate::support::{DOWNLOAD, PLAY, SAMPLE, Service, start, start_with};

async fn three() -> Service {
    let service = start();
    for hit in [SAMPLE, DOWNLOAD, PLAY] {
        assert_eq!(service.post(hit).await.status, 200);
    }
    service
}

async fn found(service: &Service, query: &str) -> u64 {
    let reply = service.get(&format!("/api/stat/hits?{query}")).await;
    reply.json()["totalCount"]
        .as_u64()
        .unwrap_or_else(|| panic!("{query}: {}", reply.text))
}

#[tokio::test]
async fn filters_hold_together() {
    let service = three().await;
    for (query, count) in [
        ("", 3),
        ("fq=type:PLAY", 1),
        ("fq=type:*", 3),
        ("fq=type:[A%20TO%20E]", 2),
        ("fq=users.userId:1", 3),
        ("fq=medias:8857", 1),
        ("fq=medias:*", 2),
        ("fq=medias:*&fq=play:*", 1),
        ("fq=play.duration:[10+TO+20]", 1),
        ("fq=date:[2020-07-15+TO+2020-07-16]", 3),
        ("fq=date:[2020-07-16+TO+*]", 0),
        ("fq=date:2020-07-15T10:00:00", 3),
        ("fq=receivedAt:[2020-01-01+TO+*]", 3),
        ("fq=receivedAt:[*+TO+2020-01-01]", 0),
        ("fq=connection.success:true", 1),
        ("fq=download.usage:%22press%22", 1),
        ("fq=none:*", 0),
        ("fq=id:none", 0),
        ("fq=sessionId:' OR 1=1 --", 0),
    ] {
        assert_eq!(
            found(&service, &query.replace(' ', "%20")).await,
            count,
            "{query}"
        );
    }
}

#[tokio::test]
async fn newest_first_page_by_page() {
    let service = three().await;
    let page = service.get("/api/stat/hits?size=2").await.json();
    let types = |page: &serde_json::Value| {
        let hits = page["_embedded"]["hits"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        hits.iter()
            .map(|hit| hit["hit"]["type"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(types(&page), ["PLAY", "DOWNLOAD"]);
    let next = page["_links"]["next"]["href"].as_str().expect("a link");
    let page = service.get(next).await.json();
    assert_eq!(types(&page), ["CONNECTION"]);
    assert!(page["_links"].get("next").is_none() && page["_links"].get("prev").is_some());
    let id = page["_embedded"]["hits"][0]["id"].as_str().expect("an id");
    assert_eq!(found(&service, &format!("fq=id:{id}")).await, 1);
    assert_eq!(
        types(&service.get("/api/stat/hits?page=7").await.json()),
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn what_is_asked_is_bounded() {
    let service = start_with("{}", |settings| settings.limits.results = 2);
    for _ in 0..3 {
        service.post(SAMPLE).await;
    }
    let page = service.get("/api/stat/hits?size=10").await.json();
    assert_eq!(
        (page["totalCount"].as_u64(), page["truncated"].as_bool()),
        (Some(2), Some(true))
    );
    assert_eq!(page["_embedded"]["hits"].as_array().map(Vec::len), Some(2));
    let many = vec!["fq=a:b"; 17].join("&");
    for bad in [
        "fq=type",
        "fq=:",
        "page=-1",
        "page=x",
        "size=1001",
        "size=",
        "page=2&size=1",
        "page=1&page=2",
        "q=a",
        &many,
    ] {
        assert_eq!(
            service.get(&format!("/api/stat/hits?{bad}")).await.status,
            400,
            "{bad}"
        );
    }
}

#[tokio::test]
async fn so_many_at_once_and_no_more() {
    let service = start_with("{}", |settings| settings.limits.searches = 0);
    let reply = service.get("/api/stat/hits").await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("retry-after")),
        (429, "1")
    );
}

#[tokio::test]
async fn a_search_that_takes_too_long_is_ended() {
    let service = start_with("{}", |settings| {
        settings.timeouts.search = std::time::Duration::ZERO
    });
    let hits = futures_util::future::join_all((0..2000).map(|_| service.post(SAMPLE))).await;
    assert!(hits.iter().all(|reply| reply.status == 200));
    let reply = service.get("/api/stat/hits?fq=users.userId:1").await;
    assert_eq!(
        (reply.status.as_u16(), reply.header("retry-after")),
        (503, "10")
    );
}
