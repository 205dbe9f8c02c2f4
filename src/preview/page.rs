//! The preview's own pages: all findings, a manual that cannot be shown, an address that leads nowhere, a PDF that was not made.

use super::answer;
use super::board::Edition;
use super::finding::Finding;
use super::tray::{self, OWN, escape};
use crate::lang::{Text, preview as words};
use axum::http::StatusCode;
use axum::response::Response;
use std::collections::BTreeMap;

/// All findings, by file.
pub fn findings(edition: &Edition) -> Response {
    let lang = edition.lang;
    let counts = tray::counts(lang, edition.findings.iter());
    let lead = words::FINDINGS_LEAD.fill(lang, &[("clock", edition.clock.clone()), ("counts", counts)]);
    let front = edition.site.is_some().then_some("/");
    answer::page(StatusCode::OK, page(edition, words::FINDINGS, &lead, &files(edition), front))
}

/// Instead of every page of a manual that has none.
pub fn nothing(edition: &Edition) -> Response {
    let lead = words::NOTHING_LEAD.in_lang(edition.lang);
    answer::page(StatusCode::OK, page(edition, words::NOTHING, lead, &files(edition), None))
}

/// `front` is where the manual begins.
pub fn not_found(edition: &Edition, front: &str) -> Response {
    let lead = words::NOT_FOUND_LEAD.in_lang(edition.lang);
    answer::page(StatusCode::NOT_FOUND, page(edition, words::NOT_FOUND, lead, "", Some(front)))
}

/// Instead of a page that a template of the manual's theme cannot make.
pub fn not_made(edition: &Edition, reason: &str, front: &str) -> Response {
    answer::page(StatusCode::INTERNAL_SERVER_ERROR, page(edition, words::TROUBLE_HERE, reason, "", Some(front)))
}

pub fn no_pdf(edition: &Edition, reason: &str, front: &str) -> Response {
    answer::page(StatusCode::SERVICE_UNAVAILABLE, page(edition, words::NO_PDF, reason, "", Some(front)))
}

/// What keeps the pages from being made, and the findings of each file.
fn files(edition: &Edition) -> String {
    let mut files: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &edition.findings {
        files.entry(&finding.file).or_default().push(finding);
    }
    let mut out = edition.trouble.as_deref().map_or_else(String::new, tray::trouble);
    for (file, findings) in files {
        let list = tray::list(&findings, edition.lang, edition.site.is_some());
        out.push_str(&format!("<h2><code>{}</code></h2>\n{list}", escape(file)));
    }
    out
}

fn page(edition: &Edition, title: Text, lead: &str, body: &str, front: Option<&str>) -> String {
    let lang = edition.lang;
    let title = escape(title.in_lang(lang));
    let preview = escape(words::PREVIEW.in_lang(lang));
    let front = front.map_or_else(String::new, |front| {
        format!("<p><a href=\"{}\">{}</a></p>\n", escape(front), escape(words::TO_FRONT.in_lang(lang)))
    });
    let said = tray::said(edition, lead);
    let script = tray::script(edition);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} · {preview}</title>\n\
         <link rel=\"stylesheet\" href=\"/{OWN}preview.css\">\n</head>\n<body class=\"cartilla-own\">\n\
         <main id=\"_main\">\n<h1>{title}</h1>\n<p class=\"cartilla-lead\">{}</p>\n{front}{said}{body}</main>\n\
         {script}</body>\n</html>\n",
        escape(lead),
    )
}
