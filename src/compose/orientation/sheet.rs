//! The acknowledgement of a role: which edition, which obligations, and what the declaration is worth.

use super::super::obligations::Bond;
use super::super::writer::{Writer, join};
use crate::ir::{Acknowledgement, Block, Inline, Record, plain};
use crate::lang::learning as words;
use crate::lang::{fill, format};
use crate::model::people::Role;
use crate::parse::kind::Kind;
use crate::parse::prose::Text;
use crate::span::Spanned;
use crate::values::Decimal;

/// So many digits of the digest are shown, in groups of four.
const SHOWN: usize = 16;

pub fn block(x: &Writer<'_>, role: &Role, before: Option<&Spanned<String>>, bond: &Bond) -> Block {
    let document = &x.manual.model.manifest.document;
    let code = document.code.as_ref().map(|code| code.value.clone());
    let mark = code.iter().map(|text| vec![Inline::Mark { text: text.clone() }]);
    let title = join(mark.chain([x.opt(&document.title)]), " ");
    let edition = document.edition.as_ref().map(|edition| edition.value.clone());
    let count = format::number(x.locale, &Decimal::from(bond.count));
    let facts = [
        x.fact(x.w.document, title),
        x.fact(x.w.edition, edition.clone().map_or_else(Vec::new, plain)),
        x.fact(x.w.from_role, vec![x.entry(Kind::Roles, &role.base.id)]),
        x.fact(x.w.acknowledged_before, before.map_or_else(Vec::new, |r| vec![x.entry(Kind::Roles, &r.value)])),
        x.fact_of("obligations", words::OBLIGATIONS.in_lang(x.lang), plain(count.as_str())),
        x.fact_of("digest", words::DIGEST.in_lang(x.lang), vec![Inline::Code { text: shown(&bond.digest) }]),
    ];
    let slots = [("n", count.clone()), ("role", role.base.title()), ("edition", edition.clone().unwrap_or_default())];
    let declaration = match edition.is_some() && bond.count > 0 {
        true => words::DECLARATION,
        false => words::DECLARATION_BARE,
    };
    Block::Acknowledgement(Acknowledgement {
        facts: facts.into_iter().flatten().collect(),
        declaration: plain(fill(declaration.in_lang(x.lang), &slots)),
        proof: plain(words::PROOF.in_lang(x.lang)),
        record: Record {
            code,
            title: document.title.as_ref().map_or_else(String::new, Text::plain),
            edition,
            role: role.base.id.clone(),
            role_name: role.base.title(),
            obligations: bond.count,
            digest: bond.digest.clone(),
            earlier: bond.earlier.clone(),
            formerly: bond.formerly.clone(),
            people: role.count.as_ref().and_then(|count| count.value.normalize().to_string().parse().ok()),
        },
    })
}

/// «7f3a 91c4 e02b 5d18».
fn shown(digest: &str) -> String {
    let groups = (0..SHOWN / 4).filter_map(|n| digest.get(n * 4..n * 4 + 4));
    groups.collect::<Vec<_>>().join(" ")
}
