//! The tray: what the preview adds to a page of the manual, so that the page itself stays as it will be published.
//!
//! A bar beneath the page that counts its findings and opens to show them. It is written into the page when it is served, reads
//! without scripts, and brings one style sheet and one script. The markup is ours; every text in it is escaped here.

use super::board::{Edition, Site};
use super::finding::Finding;
use crate::diag::Severity;
use crate::ir::Manual;
use crate::lang::{Lang, Text, preview as words};

/// Where the preview's own pages and files are: no page of a manual begins so.
pub const OWN: &str = "__cartilla/";

/// The most findings that one page shows.
const SHOWN: usize = 500;

/// Signs for the three levels: a word, a shape, and a colour last.
const OCTAGON: &str = "<path d=\"M7 2h10l5 5v10l-5 5H7l-5-5V7z\"/><path d=\"M12 7v6M12 16.5v.4\"/>";
const TRIANGLE: &str = "<path d=\"M12 3 22 21H2z\"/><path d=\"M12 9.5v5.5M12 17.8v.4\"/>";
const CIRCLE: &str = "<circle cx=\"12\" cy=\"12\" r=\"9\"/><path d=\"M12 11v6M12 7v.4\"/>";

/// A page as it is served: `path` is its address in the site.
pub fn with_tray(page: &[u8], edition: &Edition, site: &Site, path: &str) -> Vec<u8> {
    let Ok(page) = std::str::from_utf8(page) else { return page.to_vec() };
    let front = site.folders().filter(|(folder, _)| path.starts_with(folder.as_str())).map(|(folder, _)| folder);
    let front = front.max_by_key(String::len).unwrap_or_default();
    let lang = site.folders().find(|(folder, _)| *folder == front).map(|(_, manual): (String, &Manual)| &manual.lang);
    let foreign = lang.is_none_or(|lang| lang != edition.lang.code());
    let head = format!("<link rel=\"stylesheet\" href=\"/{OWN}preview.css\">\n");
    let tray = tray(edition, site, path, &front, foreign);
    let page = permit(page);
    let page = insert(&page, "</head>", &head);
    insert(&page, "</body>", &tray).into_bytes()
}

/// Lets the page hear of the next edition: its own policy knows no connections at all.
fn permit(page: &str) -> String {
    const MARK: &str = "http-equiv=\"content-security-policy\" content=\"";
    let Some(at) = find(page, MARK) else { return page.to_owned() };
    let at = at + MARK.len();
    let Some(end) = page[at..].find('"') else { return page.to_owned() };
    let mut directives: Vec<String> = page[at..at + end].split(';').map(|one| one.trim().to_owned()).collect();
    directives.retain(|one| !one.is_empty());
    match directives.iter_mut().find(|one| one.starts_with("connect-src")) {
        Some(one) if one.contains("'self'") => {}
        Some(one) => *one = format!("{} 'self'", one.trim_end_matches("'none'").trim_end()),
        None => directives.push("connect-src 'self'".to_owned()),
    }
    format!("{}{}{}", &page[..at], directives.join("; "), &page[at + end..])
}

/// Puts something before the last occurrence of an end tag, else at the end.
fn insert(page: &str, tag: &str, what: &str) -> String {
    let lower = page.to_ascii_lowercase();
    // The head ends before anything an author wrote; the body ends behind it.
    let at = if tag == "</head>" { lower.find(tag) } else { lower.rfind(tag) }.unwrap_or(page.len());
    format!("{}{what}{}", &page[..at], &page[at..])
}

fn find(page: &str, mark: &str) -> Option<usize> {
    page.to_ascii_lowercase().find(mark)
}

fn tray(edition: &Edition, site: &Site, path: &str, front: &str, foreign: bool) -> String {
    let lang = edition.lang;
    let say = |text: Text| escape(text.in_lang(lang));
    // What keeps the pages from being made anew concerns whoever reads any of them.
    let concerns = |finding: &&Finding| finding.is_on(path) || !edition.fresh && finding.is_unreadable();
    let mut here: Vec<&Finding> = edition.findings.iter().filter(concerns).collect();
    here.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let counts = counts(lang, here.iter().copied());
    let head = match (&edition.trouble, edition.fresh) {
        (Some(_), _) => words::TROUBLE_HERE.in_lang(lang).to_owned(),
        (None, false) => words::UNREAD_HERE.fill(lang, &[("counts", counts)]),
        (None, true) => words::HERE.fill(lang, &[("counts", counts)]),
    };
    let mut out = format!(
        "<aside class=\"cartilla-tray\" id=\"_cartilla\" aria-label=\"{}\" data-serial=\"{}\" data-front=\"/{front}\"{}>\n",
        say(words::PREVIEW),
        escape(&edition.serial),
        if foreign { format!(" lang=\"{}\"", lang.code()) } else { String::new() },
    );
    out.push_str(&said(edition, &head));
    out.push_str(&format!(
        "<a class=\"cartilla-all\" href=\"/{OWN}findings\">{}</a>\n",
        escape(&words::ALL.fill(lang, &[("n", edition.findings.len().to_string())]))
    ));
    if here.is_empty() && edition.fresh {
        out.push_str(&format!("<p class=\"cartilla-head\">{}</p>\n</aside>\n", escape(&head)));
    } else {
        let kept = words::KEPT.fill(lang, &[("clock", site.clock.clone())]);
        let kept =
            if edition.fresh { String::new() } else { format!("<p class=\"cartilla-kept\">{}</p>\n", escape(&kept)) };
        let trouble = edition.trouble.as_ref().map_or_else(String::new, |text| trouble(text));
        out.push_str(&format!(
            "<details open>\n<summary class=\"cartilla-head{}\">{}</summary>\n<div class=\"cartilla-list\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n{kept}{trouble}{}</div>\n</details>\n</aside>\n",
            if edition.fresh { "" } else { " cartilla-stale" },
            escape(&head),
            say(words::LIST),
            list(&here, lang, false),
        ));
    }
    out + &script(edition)
}

/// The script comes last: what it works on is there, and nothing was painted yet.
pub fn script(edition: &Edition) -> String {
    format!("<script src=\"/{OWN}preview.js\" data-serial=\"{}\"></script>\n", escape(&edition.serial))
}

/// What is told to who cannot see it, and what only sometimes holds: the script shows it then.
pub fn said(edition: &Edition, head: &str) -> String {
    let lang = edition.lang;
    let updated = words::UPDATED.fill(lang, &[("clock", edition.clock.clone()), ("counts", head.to_owned())]);
    format!(
        "<div class=\"cartilla-said\" role=\"status\"><p class=\"cartilla-unseen\" data-updated hidden>{}</p><p data-gone hidden>{}</p><p data-ended hidden>{}</p></div>\n",
        escape(&updated),
        escape(words::GONE.in_lang(lang)),
        escape(words::ENDED.in_lang(lang)),
    )
}

pub fn trouble(text: &str) -> String {
    format!("<p class=\"cartilla-trouble\">{}</p>\n", escape(text))
}

/// Findings, one beneath the other. `lead` adds where each is in the manual.
pub fn list(findings: &[&Finding], lang: Lang, lead: bool) -> String {
    if findings.is_empty() {
        return String::new();
    }
    let shown: String = findings.iter().take(SHOWN).map(|finding| one(finding, lang, lead)).collect();
    let more = match findings.len().saturating_sub(SHOWN) {
        0 => String::new(),
        n => format!("<p class=\"cartilla-more\">{}</p>\n", escape(&words::MORE.fill(lang, &[("n", n.to_string())]))),
    };
    format!("<ol class=\"cartilla-findings\">\n{shown}</ol>\n{more}")
}

fn one(finding: &Finding, lang: Lang, lead: bool) -> String {
    let names = &lang.words().command.findings;
    let (class, word, sign) = match finding.severity {
        Severity::Error => ("error", names.error, OCTAGON),
        Severity::Warning => ("warning", names.warning, TRIANGLE),
        Severity::Note => ("note", names.note, CIRCLE),
    };
    let mut out = format!(
        "<li class=\"cartilla-{class}\">\n<p class=\"cartilla-level\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\">{sign}</svg>{} {}</p>\n<p class=\"cartilla-message\">{}</p>\n",
        escape(&capital(word)),
        finding.code,
        prose(&capital(&finding.message)),
    );
    for note in &finding.notes {
        out.push_str(&format!("<p class=\"cartilla-way\">{}</p>\n", prose(note)));
    }
    let place = escape(&format!("{}:{}:{}", finding.file, finding.line, finding.column));
    let place = match &finding.editor {
        Some(link) => format!(
            "<a href=\"{}\"><code>{place}</code><span class=\"cartilla-unseen\"> {}</span></a>",
            escape(link),
            escape(words::OPENS.in_lang(lang))
        ),
        None => format!("<code>{place}</code>"),
    };
    let see = finding.places.first().filter(|_| lead).map_or_else(String::new, |place| {
        format!(" · <a href=\"/{}\">{}</a>", escape(&address(place)), escape(words::SEE.in_lang(lang)))
    });
    out.push_str(&format!("<p class=\"cartilla-place\">{place}{see}</p>\n"));
    if let Some([before, marked, after]) = &finding.excerpt {
        let (before, marked, after) = (escape(before), escape(marked), escape(after));
        out.push_str(&format!("<p class=\"cartilla-source\"><code>{before}<mark>{marked}</mark>{after}</code></p>\n"));
    }
    out.push_str(&format!(
        "<p class=\"cartilla-help\"><b>{}:</b> {}</p>\n</li>\n",
        escape(&capital(names.help)),
        prose(&finding.help)
    ));
    out
}

/// The address of a place in the site; the front goes by its folder.
fn address(place: &str) -> String {
    match place.strip_suffix("index.html") {
        Some(folder) => folder.to_owned(),
        None => place.to_owned(),
    }
}

/// «1 error, 2 avisos».
pub fn counts<'a>(lang: Lang, findings: impl Iterator<Item = &'a Finding>) -> String {
    let mut counts = [0; 3];
    findings.for_each(|finding| counts[2 - finding.severity as usize] += 1);
    counted(lang, counts)
}

/// Errors, warnings and notes in words.
pub fn counted(lang: Lang, counts: [usize; 3]) -> String {
    let names = &lang.words().command.findings;
    let named = [&names.errors, &names.warnings, &names.notes].into_iter().zip(counts);
    let parts: Vec<String> = named.filter(|(_, n)| *n > 0).map(|(name, n)| name.of(n)).collect();
    if parts.is_empty() { names.none.to_owned() } else { parts.join(", ") }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A text with what is to be typed between backquotes, as HTML.
fn prose(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let paired = parts.len() % 2 == 1;
    let part = |(at, part): (usize, &&str)| match at % 2 == 1 && paired {
        true => format!("<code>{}</code>", escape(part)),
        false if at > 0 && !paired => format!("`{}", escape(part)),
        false => escape(part),
    };
    parts.iter().enumerate().map(part).collect()
}

/// A text as it stands in HTML, in attributes as well.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_may_hear_of_the_next_edition_and_do_nothing_more() {
        let page = |policy: &str| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        for (before, after) in [
            ("default-src 'none'; script-src 'self'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
            ("connect-src 'none'; img-src 'self';", "connect-src 'self'; img-src 'self'"),
            ("connect-src https://a.example", "connect-src https://a.example 'self'"),
            ("connect-src 'self'", "connect-src 'self'"),
        ] {
            assert_eq!(
                permit(&page(before)).split_whitespace().collect::<Vec<_>>(),
                page(after).split_whitespace().collect::<Vec<_>>()
            );
        }
        assert_eq!(permit("<p>Content-Security-Policy</p>"), "<p>Content-Security-Policy</p>");
    }

    #[test]
    fn what_is_added_stands_at_the_ends() {
        assert_eq!(
            insert("<HEAD></HEAD><body>&lt;/head></body>", "</head>", "X"),
            "<HEAD>X</HEAD><body>&lt;/head></body>"
        );
        assert_eq!(insert("<body><p></body></html>", "</body>", "X"), "<body><p>X</body></html>");
        assert_eq!(insert("no tags", "</body>", "X"), "no tagsX");
    }

    #[test]
    fn what_is_to_be_typed_looks_so() {
        assert_eq!(prose("escriba `a: <b>` o `c`"), "escriba <code>a: &lt;b&gt;</code> o <code>c</code>");
        assert_eq!(prose("uno ` solo"), "uno ` solo");
        assert_eq!(prose("`x`"), "<code>x</code>");
        assert_eq!(prose(""), "");
    }

    #[test]
    fn no_text_of_a_finding_is_markup() {
        let hostile = "<img src=x onerror=alert(1)>\"'&";
        let finding = Finding {
            severity: Severity::Error,
            code: "E001",
            message: hostile.into(),
            help: hostile.into(),
            notes: vec![hostile.into()],
            file: hostile.into(),
            line: 3,
            column: 7,
            excerpt: Some([hostile.into(), hostile.into(), hostile.into()]),
            editor: Some(format!("vscode://{hostile}")),
            places: vec![format!("{hostile}#a")],
        };
        let html = list(&[&finding], Lang::Es, true);
        assert!(!html.contains("<img") && html.matches("&lt;img").count() == 9, "{html}");
        assert!(html.contains("Error E001") && html.contains(":3:7"), "{html}");
        assert_eq!(counts(Lang::Es, [&finding, &finding].into_iter()), "2 errores");
        assert_eq!(counts(Lang::Pt, [].into_iter()), "nenhuma constatação");
        let many = vec![&finding; SHOWN + 7];
        assert!(list(&many, Lang::En, false).contains("and 7 more"));
    }
}
