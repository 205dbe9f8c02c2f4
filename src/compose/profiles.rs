//! The annex of profiles: what each clause of a declared law or standard asks, and where the manual meets it.

use super::front::{drop_empty, section};
use super::writer::{Writer, facts, heading_at, join, table};
use crate::ir::{Block, Inline, Row, Section, SectionKind, TableLook, Tone, plain, text_of};
use crate::lang::profiles as words;
use crate::parse::kind::Kind;
use crate::profiles::{self, Assessment, State, assess, report};
use crate::values::Date;

/// Letters of a result that takes no more than its own width.
const BRIEF: usize = 24;

pub fn annex(x: &Writer<'_>, today: Date) -> Option<Section> {
    let assessments = assess(x.manual, today);
    if assessments.is_empty() {
        return None;
    }
    let mut out = section(SectionKind::Chapter, "profiles", words::TITLE.in_lang(x.lang));
    out.lead = plain(words::LEAD.in_lang(x.lang));
    let advice = Block::Paragraph { content: plain(words::NO_ADVICE.in_lang(x.lang)) };
    out.blocks.push(Block::Callout { tone: Tone::Note, label: x.w.note.to_owned(), blocks: vec![advice] });
    for assessment in &assessments {
        out.blocks.push(heading_at(
            2,
            &format!("profile-{}", assessment.pack.slug),
            assessment.pack.name.in_lang(x.lang),
        ));
        out.blocks.extend(head(x, assessment));
        out.blocks.push(results(x, assessment));
    }
    Some(out)
}

/// What a declared law or standard is called, with the slug by which the manual names it.
pub fn called(x: &Writer<'_>, slug: &str) -> Option<String> {
    let (pack, _) = profiles::declared(x.manual).into_iter().find(|(pack, _)| pack.slug == slug)?;
    Some(format!("{} ({slug})", pack.name.in_lang(x.lang)))
}

/// Source, scope and status, and how many clauses have each result.
fn head(x: &Writer<'_>, assessment: &Assessment) -> Option<Block> {
    let pack = &assessment.pack;
    let mut counts: Vec<(crate::lang::Text, usize)> = Vec::new();
    for result in &assessment.results {
        let word = report::word(result);
        match counts.iter_mut().find(|(known, _)| *known == word) {
            Some((_, count)) => *count += 1,
            None => counts.push((word, 1)),
        }
    }
    let counted: Vec<String> =
        counts.iter().map(|(word, count)| format!("{}: {count}", word.in_lang(x.lang))).collect();
    let source = pack.source.in_lang(x.lang);
    let source = match &pack.address {
        Some(href) if href.starts_with("https://") => vec![Inline::Link { href: href.clone(), content: plain(source) }],
        _ => plain(source),
    };
    let source = if pack.source.is_empty() { Vec::new() } else { source };
    let said = |told: &crate::profiles::pack::Told| match told.is_empty() {
        true => Vec::new(),
        false => plain(told.in_lang(x.lang)),
    };
    let mut scope = said(&pack.scope);
    if assessment.voluntary {
        scope.extend(plain(format!(" {}", words::VOLUNTARY.in_lang(x.lang))));
    }
    let due = pack.due.map_or_else(Vec::new, |due| plain(crate::lang::format::date(x.locale, due)));
    facts([
        x.fact_of("source", words::SOURCE.in_lang(x.lang), source),
        x.fact_of("scope", words::SCOPE.in_lang(x.lang), scope),
        x.fact_of("due", words::DUE.in_lang(x.lang), due),
        x.fact_of("status", words::STATUS.in_lang(x.lang), said(&pack.status)),
        x.fact_of("summary", words::SUMMARY.in_lang(x.lang), plain(super::writer::capital(&counted.join("; ")))),
    ])
}

fn results(x: &Writer<'_>, assessment: &Assessment) -> Block {
    let rows = assessment.results.iter().map(|result| {
        let clause = assessment.clause(result);
        let places = report::met_by(result).into_iter().map(|subject| place(x, &subject));
        let mut met = join(places, ", ");
        if matches!(result.state, State::Attested { .. }) {
            met = declared(x, &assessment.pack.slug, &clause.id);
        }
        super::writer::capitalise(&mut met);
        let detail = plain(super::writer::capital(&report::detail(x.manual, result, x.lang)));
        Row {
            id: None,
            cells: vec![plain(clause.id.as_str()), plain(assessment.text(clause).in_locale(x.locale)), detail, met],
        }
    });
    let title = format!("{}: {}", words::SUMMARY.in_lang(x.lang), assessment.pack.name.in_lang(x.lang));
    let rows: Vec<Row> = rows.collect();
    // A word or two take what they need; what is lacking is told at length.
    let brief = rows.iter().all(|row| text_of(&row.cells[2]).chars().count() <= BRIEF);
    let columns = [
        (words::CLAUSE.in_lang(x.lang), 0),
        (words::ASKS.in_lang(x.lang), 4),
        (words::SUMMARY.in_lang(x.lang), if brief { 0 } else { 3 }),
        (words::WHERE.in_lang(x.lang), 3),
    ];
    drop_empty(table(&title, TableLook::Words, &columns, rows))
}

/// The entry that meets a clause.
fn place(x: &Writer<'_>, subject: &str) -> Vec<Inline> {
    match subject.split_once('/').and_then(|(kind, id)| Some((Kind::from_name(kind)?, id))) {
        Some((kind, id)) => vec![x.entry(kind, id)],
        None => vec![Inline::Ref { to: "control".to_owned(), content: plain(words::MANUAL.in_lang(x.lang)) }],
    }
}

/// What was declared, and the evidence.
fn declared(x: &Writer<'_>, slug: &str, clause: &str) -> Vec<Inline> {
    let is =
        |word: &Option<crate::span::Spanned<String>>, wanted: &str| word.as_ref().is_some_and(|w| w.value == wanted);
    let attestations = x.manual.model.manifest.attestations.iter();
    let mine = attestations.filter(|a| is(&a.profile, slug) && is(&a.clause, clause));
    join(mine.map(|a| join([x.opt(&a.statement), x.opt(&a.evidence)].into_iter(), "; ")), "; ")
}

#[cfg(test)]
mod tests {
    use crate::ir::Manual;
    use crate::load::Memory;
    use crate::render::html::{self, Site};
    use crate::theme::Theme;
    use crate::{Options, compile};

    const MANUAL: &str = "=== manual.yaml
organization: { name: E }
document: { title: M }
languages: { default: es }
profiles: [propia]
attestations:
  - { profile: propia, clause: trato, statement: Se trata bien., role: jefatura, on: 2026-11-02, evidence: acta 12 }
=== roles.yaml
jefatura: { name: Jefatura }
=== channels.yaml
central: { name: Central de llamadas, kind: telephone, cut_off: never }
=== profiles/propia.yaml
name: Norma de la casa
source: Acuerdo 7
due: 2027-01-01
clauses:
  - { id: espera, text: Nadie pierde la llamada., severity: note, check: { every: channels, must: { is: { cut_off: never } } } }
  - { id: idioma, text: Se atiende en catalán., severity: note, check: { every: channels, must: { has: { languages: [ca] } } } }
  - { id: trato, text: El trato es bueno., attest: Se trata bien. }
";

    /// What every reader of the manual finds of its profiles: the clauses, what each asks, how it stands and where it is met.
    const TOLD: [&str; 10] = [
        "Norma de la casa",
        "Acuerdo 7",
        "Espera",
        "Nadie pierde la llamada",
        "Central de llamadas",
        "Se atiende en catalán",
        "faltan 41 días",
        "odavía no exigible: 1",
        "eclarado por Jefatura el 2 de noviembre de 2026",
        "acta 12",
    ];

    fn manual() -> Manual {
        let today = jiff::civil::date(2026, 11, 21);
        let options = Options { today, langs: Vec::new(), messages: None, profiles: Vec::new(), history: None };
        let compiled = compile(&Memory::parse(MANUAL, ""), &options).expect("files in memory are read");
        compiled.manuals.into_iter().next().expect("it is composed")
    }

    #[test]
    fn what_is_printed_holds_the_annex() {
        // The PDF is set from these sections and nothing else.
        let sections = manual().sections;
        let annex = sections.iter().find(|section| section.id.as_str() == "profiles").expect("the annex");
        let annex = serde_json::to_string(annex).expect("data");
        for words in TOLD {
            assert!(annex.contains(words), "{words}: {annex}");
        }
        assert!(annex.contains("asesoramiento jurídico"), "{annex}");
    }

    #[test]
    fn the_site_has_a_page_of_the_annex() {
        let pages = html::render(&manual(), &Site::default(), &Theme::built_in()).expect("renders");
        let texts = pages.iter().filter(|page| page.path.ends_with(".html")).map(|p| String::from_utf8_lossy(&p.bytes));
        let page = texts.into_iter().find(|html| html.contains("<h1") && html.contains("Acuerdo 7")).expect("a page");
        for words in TOLD {
            assert!(page.contains(words), "{words}");
        }
    }
}
