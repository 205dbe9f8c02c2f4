//! What a newcomer's slips are told, in the three languages: the place that is marked, and the help that has to mend it.

use super::compiled;
use crate::diag::Diagnostic;
use crate::lang::Lang;
use crate::load::Memory;
use crate::{Compiled, entries};

const BASE: &str = r#"=== manual.yaml
organization: { name: Ejemplo }
currency: MXN
document: { title: Manual }
languages: { default: es }
=== roles.yaml
jefatura: { name: Jefatura }
caja: { name: Caja }
=== channels.yaml
agencia: { name: Agencia, kind: face_to_face }
telefono: { name: Teléfono, kind: telephone }
"#;

/// The findings of reading about files laid over a small manual.
fn read(files: &str) -> (Compiled, Vec<Diagnostic>) {
    let compiled = compiled(&Memory::parse(&format!("{BASE}{files}"), ""));
    let findings = compiled.findings.iter().filter(|f| f.code().starts_with("E0")).cloned().collect();
    (compiled, findings)
}

/// A service with some keys more.
fn service(keys: &str) -> String {
    format!("=== services/a.md\n---\ncode: A-1\nname: A\n{keys}---\n")
}

/// Exactly one finding: its code, what it marks, and its help in Spanish, English and Portuguese.
#[track_caller]
fn check(files: &str, code: &str, marked: &str, help: [&str; 3]) {
    let (compiled, findings) = read(files);
    let shown: Vec<String> =
        findings.iter().map(|f| format!("{} {} → {}", f.code(), f.message(Lang::Es), f.help_text(Lang::Es))).collect();
    let [finding] = findings.as_slice() else { panic!("{files}\n{shown:#?}") };
    assert_eq!((finding.code(), compiled.sources.text(finding.span)), (code, marked), "{files}\n{shown:#?}");
    for (lang, help) in [Lang::Es, Lang::En, Lang::Pt].into_iter().zip(help) {
        assert_eq!(finding.help_text(lang), help, "{files}");
    }
}

/// The one finding suggests a value to write instead.
#[track_caller]
fn meant(files: &str, code: &str, marked: &str, near: &str) {
    let help = [format!("¿quiso decir `{near}`?"), format!("did you mean `{near}`?"), format!("quis dizer `{near}`?")];
    check(files, code, marked, [&help[0], &help[1], &help[2]]);
    // The advice mends what it is given for.
    let mended = files.replacen(marked, near, 1);
    let (_, findings) = read(&mended);
    let left: Vec<String> = findings.iter().map(|f| f.message(Lang::Es)).collect();
    assert!(left.is_empty(), "{mended}\n{left:?}");
}

#[test]
fn a_decimal_comma_in_braces_is_one_slip() {
    let target = |share| {
        service(&format!("indicators:\n  uno: {{ name: Uno, target: {{ share: {share}, within: 3 hours }} }}\n"))
    };
    meant(&target("99,5 %"), "E009", "99,5 %", "99.5 %");
    meant(&target("99,5"), "E009", "99,5", "99.5 %");
    let results = "=== indicators.yaml\nuno: { name: Uno, target: { share: 95 % }, results: { 2026-09: 99,5 % } }\n";
    meant(results, "E009", "99,5 %", "99.5 %");
    let name = "=== roles.yaml\ncaja: { name: Caja 1,5 }\njefatura: { name: J }\n";
    let said = |before: &str| format!("{before}: `name: \"Caja 1,5\"`");
    check(
        name,
        "E006",
        "5",
        [
            &said("entre llaves la coma termina el texto; póngalo entre comillas"),
            &said("in braces a comma ends the text; put it in quotes"),
            &said("entre chaves a vírgula termina o texto; ponha-o entre aspas"),
        ],
    );
}

#[test]
fn amounts_are_suggested_in_the_currency_of_the_manual() {
    for (written, near) in [("450 pesos", "450 MXN"), ("$450", "450 MXN"), ("1,450.50 MXN", "1450.50 MXN")] {
        meant(&service(&format!("offering: {{ price: \"{written}\" }}\n")).replace('"', ""), "E009", written, near);
        meant(&service(&format!("cost:\n  unit_cost: {written}\n")), "E009", written, near);
    }
    meant(&service("cost: { unit_cost: 1,450.50 MXN }\n"), "E009", "1,450.50 MXN", "1450.50 MXN");
    let resource = "=== resources.yaml\nequipo: { name: Equipo, kind: people, quantity: dos }\n";
    meant(resource, "E009", "dos", "2");
    // Without a currency of the manual the code is the author's to choose.
    let unknown = service("cost: { price: 450 pesos }\n");
    let compiled = compiled(&Memory::parse(&format!("{}{unknown}", BASE.replace("currency: MXN\n", "")), ""));
    let finding = compiled.findings.iter().find(|f| f.code() == "E009").expect("the price is reported");
    assert!(finding.message(Lang::Es).ends_with("no es un monto con su moneda"));
    for (lang, verb) in [(Lang::Es, "escriba el código"), (Lang::En, "write the code"), (Lang::Pt, "escreva o código")]
    {
        let help = finding.help_text(lang);
        assert!(help.starts_with(verb) && help.contains("`450 MXN`") && help.contains("`450 COP`"), "{help}");
    }
}

#[test]
fn a_missing_entry_is_told_with_the_place_where_to_write_it() {
    check(
        &service("owner: veterinario\n"),
        "E011",
        "veterinario",
        [
            "use uno de estos ids: `jefatura`, `caja`; o escriba la entrada en `roles.yaml`: `veterinario: { name: Veterinario }`",
            "use one of these ids: `jefatura`, `caja`; or write the entry in `roles.yaml`: `veterinario: { name: Veterinario }`",
            "use um destes ids: `jefatura`, `caja`; ou escreva a entrada em `roles.yaml`: `veterinario: { name: Veterinario }`",
        ],
    );
    check(
        &service("risks: [corte]\n"),
        "E011",
        "corte",
        [
            "escriba la entrada en `risks.yaml`: `corte: { name: Corte }`",
            "write the entry in `risks.yaml`: `corte: { name: Corte }`",
            "escreva a entrada em `risks.yaml`: `corte: { name: Corte }`",
        ],
    );
    let steps = "=== complaints.yaml\nreclamos:\n  name: R\n  steps:\n    - { does: Uno }\n    - { does: Dos, after: anotar }\n";
    check(
        steps,
        "E011",
        "anotar",
        [
            "ponga `id: anotar` al paso que va antes",
            "put `id: anotar` on the step that comes before",
            "ponha `id: anotar` no passo que vem antes",
        ],
    );
    meant(
        &service("offering: { channels: agencia y teléfono }\n"),
        "E011",
        "agencia y teléfono",
        "[agencia, telefono]",
    );
}

#[test]
fn one_missing_id_is_one_finding_with_its_other_places() {
    let two = "owner: veterinario\nmanaged_by: [veterinario]\n";
    let again = service(two).replace("A-1", "B-1").replace("/a.md", "/b.md");
    let (compiled, findings) = read(&format!("{}{again}", service(two)));
    let [finding] = findings.as_slice() else { panic!("{findings:#?}") };
    let lines: Vec<usize> = finding.labels.iter().map(|label| compiled.sources.start(label.span).line).collect();
    assert_eq!((compiled.sources.start(finding.span).line, lines), (4, vec![5, 4, 5]));
    let texts = |lang| finding.labels.iter().map(|label| label.text(lang)).collect::<Vec<_>>();
    assert_eq!(texts(Lang::Es), ["también aquí"; 3]);
    assert_eq!(texts(Lang::En), ["here too"; 3]);
    assert_eq!(texts(Lang::Pt), ["aqui também"; 3]);
    let many = (0..4).map(|i| service(two).replace("A-1", &format!("{i}")).replace("/a.md", &format!("/s{i}.md")));
    let (_, findings) = read(&many.collect::<String>());
    let [finding] = findings.as_slice() else { panic!("{findings:#?}") };
    assert_eq!(finding.labels.len(), 3);
    let last = finding.labels.last().expect("there are three");
    assert_eq!(last.text(Lang::Es), "también aquí; lugares en total: 8");
    assert_eq!(last.text(Lang::En), "here too; places in all: 8");
    assert_eq!(last.text(Lang::Pt), "aqui também; lugares ao todo: 8");
}

#[test]
fn an_id_is_marked_where_it_stands() {
    let commitment = |code: &str, file: &str| {
        service("commitments:\n  plazo:\n    promise: Uno\n").replace("A-1", code).replace("/a.md", file)
    };
    let files = format!("{}{}", commitment("A-1", "/a.md"), commitment("B-1", "/b.md"));
    let (compiled, findings) = read(&files);
    let [finding] = findings.as_slice() else { panic!("{findings:#?}") };
    let label = finding.labels.first().expect("the first is shown");
    assert_eq!(finding.code(), "E012");
    assert_eq!((compiled.sources.text(finding.span), compiled.sources.text(label.span)), ("plazo", "plazo"));
}

#[test]
fn values_without_their_key_are_given_one() {
    let write = |example: &str| {
        [
            format!("escriba las claves con su valor: `{example}`"),
            format!("write the keys with their values: `{example}`"),
            format!("escreva as chaves com seu valor: `{example}`"),
        ]
    };
    for (written, example) in [
        ("95%", "target: { share: 95 % }"),
        ("24 horas hábiles", "target: { within: 24 business hours }"),
        ("95 % en 24 horas", "target: { share: 95 %, within: 24 hours }"),
        ("alto", "target: { share: 95 % }"),
        ("4.5", "target: { minimum: 4.5 }` / `target: { maximum: 4.5 }"),
    ] {
        let help = write(example);
        let files = service(&format!("indicators:\n  uno: {{ name: Uno, target: {written} }}\n"));
        check(&files, "E008", written, [&help[0], &help[1], &help[2]]);
    }
    for (written, example) in [
        ("Jefatura de zona", "zona: { name: Jefatura de zona }"),
        ("name:Zona", "zona: { name: Zona }"),
        ("name = Zona", "zona: { name: Zona }"),
    ] {
        let help = write(example);
        let files = format!("=== roles.yaml\njefatura: {{ name: J }}\ncaja: {{ name: C }}\nzona: {written}\n");
        check(&files, "E008", written, [&help[0], &help[1], &help[2]]);
    }
    let help = write("plazo: { promise: \"Sí, siempre\" }");
    check(&service("commitments:\n  plazo: Sí, siempre\n"), "E008", "Sí, siempre", [&help[0], &help[1], &help[2]]);
    check(
        "=== complaints.yaml\nreclamos:\n  name: R\n  steps:\n    - Recibir al cliente\n",
        "E008",
        "Recibir al cliente",
        [
            "escriba cada elemento con sus claves: `- does: Recibir al cliente`",
            "write each item with its keys: `- does: Recibir al cliente`",
            "escreva cada item com suas chaves: `- does: Recibir al cliente`",
        ],
    );
}

#[test]
fn days_of_neither_kind_are_asked_for_however_they_are_written() {
    for (written, amount, day) in
        [("1 día", "1", "day"), ("«3 días»", "3", "days"), ("tres días", "3", "days"), ("2 a 9 días", "2..9", "days")]
    {
        let or = |verb: &str, or: &str| format!("{verb} `{amount} business {day}` {or} `{amount} calendar {day}`");
        let files = service(&format!("commitments:\n  plazo: {{ promise: Uno, within: {written} }}\n"));
        check(&files, "E010", written, [&or("escriba", "o"), &or("write", "or"), &or("escreva", "ou")]);
    }
}

#[test]
fn ids_inside_entries_follow_the_rule_of_all_ids() {
    let use_near = |near: &str| {
        [
            format!("use minúsculas sin tilde, cifras y guiones: `{near}`"),
            format!("use lower-case letters without accents, digits and hyphens: `{near}`"),
            format!("use minúsculas sem acento, algarismos e hifens: `{near}`"),
        ]
    };
    let help = use_near("citas-rapidas");
    let indicator = service("indicators:\n  citas-rápidas: { name: Uno, target: { share: 95 % } }\n");
    check(&indicator, "E014", "citas-rápidas", [&help[0], &help[1], &help[2]]);
    let help = use_near("paso-1");
    let step = "=== complaints.yaml\nreclamos:\n  name: R\n  steps:\n    - { id: Paso 1, does: Uno }\n";
    check(step, "E014", "Paso 1", [&help[0], &help[1], &help[2]]);
    let help = use_near("un-id");
    let emoji = "=== roles.yaml\njefatura: { name: J }\ncaja: { name: C }\n😀: { name: X }\n";
    check(emoji, "E014", "😀", [&help[0], &help[1], &help[2]]);
    // Keys that are no ids keep their accents: words of the author's, articles, names of causes.
    let words = "=== complaints.yaml\nreclamos:\n  name: R\n  investigation: { causes: [atención], cause_names: { atención: La atención } }\n";
    assert!(read(words).1.is_empty(), "{:?}", read(words).1);
}

#[test]
fn keys_without_their_space_are_put_right() {
    for (files, marked, example) in [
        ("=== roles.yaml\njefatura: {name:Jefa}\ncaja: { name: C }\n", "name:Jefa", "name: Jefa"),
        ("=== complaints.yaml\nreclamos:\n  name: R\n  steps:\n    -does: Uno\n", "-does", "- does: …"),
    ] {
        let help = |verb: &str| format!("{verb} `{example}`");
        let help =
            [help("falta un espacio; escriba"), help("a space is missing; write"), help("falta um espaço; escreva")];
        check(files, "E006", marked, [&help[0], &help[1], &help[2]]);
    }
}

#[test]
fn a_key_near_to_none_is_answered_with_those_that_could_stand_there() {
    let (_, findings) = read("=== channels.yaml\ntelefono:\n  name: T\n  kind: telephone\n  color: rojo\n");
    let unknown = findings.iter().find(|finding| finding.code() == "E006").expect("the key is told");
    let help = |lang| unknown.help_text(lang);
    assert!(help(Lang::Es).starts_with("aquí puede escribir:\n"), "{}", help(Lang::Es));
    for (lang, line) in [
        (Lang::Es, "\n`hours` — horario por días\n"),
        (Lang::En, "\n`hours` — opening hours\n"),
        (Lang::Pt, "\n`hours` — horário por dias\n"),
    ] {
        assert!(help(lang).contains(line), "{}", help(lang));
    }
    // What is written already is not offered again, and what every entry may have comes last, in one line.
    assert!(!help(Lang::Es).contains("`kind`") && !help(Lang::Es).contains("`note`"), "{}", help(Lang::Es));
    assert!(help(Lang::Es).ends_with(", laws, note"), "{}", help(Lang::Es));
}

#[test]
fn what_must_be_ones_own_in_an_example_is_said() {
    let fix = |code: &str, lang| {
        let entry = entries().into_iter().find(|entry| entry.code == code).expect("it exists");
        entry.fix.in_lang(lang).to_owned()
    };
    for (lang, role, both) in [
        (Lang::Es, "un puesto de los suyos", "un puesto y un indicador de los suyos"),
        (Lang::En, "a role of your own", "a role and an indicator of your own"),
        (Lang::Pt, "um cargo dos seus", "um cargo e um indicador dos seus"),
    ] {
        assert!(fix("B203", lang).contains(role) && fix("B204", lang).contains(both), "{lang}");
    }
}

#[test]
fn the_three_families_of_causes_have_their_names() {
    for (lang, ids, names) in [
        ("es", "producto-servicio, proceso, atencion", ["Producto o servicio", "Proceso", "Atención al cliente"]),
        ("en", "product-service, process, customer-service", ["Product or service", "Process", "Customer service"]),
        ("pt", "produto-servico, processo, atendimento", ["Produto ou serviço", "Processo", "Atendimento ao cliente"]),
        // The names are in the reader's language, whatever that of the ids.
        ("en", "producto-servicio, proceso, atencion", ["Product or service", "Process", "Customer service"]),
    ] {
        let base = BASE.replace("default: es", &format!("default: {lang}"));
        let files = format!("=== complaints.yaml\nreclamos:\n  name: R\n  investigation: {{ causes: [{ids}] }}\n");
        let compiled = compiled(&Memory::parse(&format!("{base}{files}"), ""));
        let manual = format!("{:?}", compiled.manuals.first().expect("the manual is composed"));
        for name in names {
            assert!(manual.contains(&format!("{name:?}")), "{lang}: {name}");
        }
    }
}

#[test]
fn two_targets_in_the_place_of_one_are_told_apart() {
    check(
        &service("indicators:\n  uno: { name: Uno, target: { maximum: 5 %, minimum: 1 % } }\n"),
        "E006",
        "minimum",
        [
            "si son dos metas, escríbalas en una lista: `targets: [{ maximum: 5 % }, { minimum: 1 % }]`",
            "if these are two targets, write them in a list: `targets: [{ maximum: 5 % }, { minimum: 1 % }]`",
            "se são duas metas, escreva-as em uma lista: `targets: [{ maximum: 5 % }, { minimum: 1 % }]`",
        ],
    );
}

#[test]
fn a_state_with_a_date_is_shown_with_it() {
    let write = |verb: &str| format!("{verb}: `status: {{ suspended: 2026-11-02, reason: … }}`");
    check(
        &service("status: suspendido\n"),
        "E025",
        "suspendido",
        [
            &write("escriba las claves con su valor"),
            &write("write the keys with their values"),
            &write("escreva as chaves com seu valor"),
        ],
    );
}

#[test]
fn the_currency_of_a_manual_is_a_code() {
    let manifest = |currency: &str| {
        format!(
            "=== manual.yaml\norganization: {{ name: E }}\ncurrency: {currency}\ndocument: {{ title: M }}\nlanguages: {{ default: es }}\n"
        )
    };
    meant(&manifest("peso mexicano"), "E009", "peso mexicano", "MXN");
    let (_, findings) = read(&manifest("pesos"));
    let [finding] = findings.as_slice() else { panic!("{findings:#?}") };
    for (lang, start) in [
        (Lang::Es, "escriba el código de su moneda: `MXN`"),
        (Lang::En, "write the code of your currency: `MXN`"),
        (Lang::Pt, "escreva o código da sua moeda: `BRL`"),
    ] {
        assert!(finding.help_text(lang).starts_with(start), "{}", finding.help_text(lang));
    }
}

#[test]
fn hours_holidays_and_prices_as_they_are_spoken_lead_to_what_can_be_written() {
    let manifest = |calendar: &str| {
        format!(
            "=== manual.yaml\norganization: {{ name: E }}\ncurrency: EUR\ndocument: {{ title: M }}\nlanguages: {{ default: es }}\n\
             calendar: {{ {calendar} }}\n"
        )
    };
    let help = |files: &str| read(files).1.first().map(|f| f.help_text(Lang::Es)).unwrap_or_default();
    let is = |files: String, start: &str| assert!(help(&files).contains(start), "{files}{}", help(&files));
    // What is advised is not refused again.
    is(manifest("business_hours: de 9 a 14 y de 16 a 20"), "¿quiso decir `09:00-14:00 16:00-20:00`?");
    for shifts in ["09:00-14:00 16:00-20:00", "[9:00-14:00, 16:00-20:00]"] {
        assert_eq!(help(&manifest(&format!("business_hours: {shifts}"))), "");
    }
    let partner = "=== suppliers.yaml\na: { name: A, contact: \"Juan Ruiz, 915550123\" }\n";
    is(partner.to_owned(), "aquí va un id, sin otros datos; use uno de estos:");
    is(manifest("holidays: [25/12]"), "¿quiso decir `12-25`?");
    is(manifest("timezone: Madrid"), "¿quiso decir `Europe/Madrid`?");
    let service = |offering: &str| format!("{}{}", manifest("business_days: mon..fri"), service(offering));
    is(service("offering: { price: 35 }\n"), "¿quiso decir `35 EUR`?");
    is(service("offering: { price: 35 € }\n"), "¿quiso decir `35 EUR`?");
    is(service("offering: { price: 35 € por pieza }\n"), "¿quiso decir `35 EUR per pieza`?");
    is(service("offering: { price: 45.50 € a 90 € }\n"), "`price: { minimum: 45.50 EUR, maximum: 90 EUR }`");
    is(service("offering: { price: 45,50 € a 90 € }\n"), "`price: { minimum: 45.50 EUR, maximum: 90 EUR }`");
    is(service("offering: { price: 45..90 EUR }\n"), "`price: { minimum: 45 EUR, maximum: 90 EUR }`");
    is(service("indicators: { fallos: { name: F, target: menos del 2 % } }\n"), "target: { share: \"< 2 %\" }");
    is(service("communication: { before: Llamar por teléfono }\n"), "`before: { content: Llamar por teléfono }`");
    is(service("offering: { hours: de 9 a 14 y de 16 a 20 }\n"), "`{ mon..fri: 09:00-14:00 16:00-20:00 }`");
}

#[test]
fn figures_with_words_of_the_trade_are_put_right() {
    let capacity = |keys: &str| service(&format!("capacity: {{ {keys} }}\n"));
    let help = |files: &str| read(files).1.first().map(|f| f.help_text(Lang::Es)).unwrap_or_default();
    assert!(help(&capacity("servers: 2 sillones")).contains("`2`"), "{}", help(&capacity("servers: 2 sillones")));
    for demand in ["demand: 12 al día", "demand: mucha"] {
        assert!(help(&capacity(demand)).contains("`demand: { mean: 12 per day }`"), "{}", help(&capacity(demand)));
    }
    let cost = help(&service("cost: 60 pesos\n"));
    assert!(cost.contains("`cost: { unit_cost: 60 MXN }`"), "{cost}");
}

#[test]
fn a_redress_is_limited_by_an_amount_that_can_be_read() {
    for limit in ["50", "50 PENN", "2 cuotas"] {
        let files = format!(
            "=== complaints.yaml\nreclamos:\n  name: R\n  redress:\n    - {{ gives: Un vale, up_to: {limit} }}\n"
        );
        let (compiled, findings) = read(&files);
        let marked: Vec<&str> = findings.iter().map(|f| compiled.sources.text(f.span)).collect();
        assert_eq!(marked, [limit]);
    }
    let (_, none) =
        read("=== complaints.yaml\nreclamos:\n  name: R\n  redress:\n    - { gives: Un vale, up_to: 50 PEN }\n");
    assert!(none.is_empty());
}
