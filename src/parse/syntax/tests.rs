//! Each slip is shown with the marks that an author sees under the line, and the help in Spanish.

use crate::lang::Lang;
use crate::parse::yaml;
use crate::span::Sources;

/// The first finding of a text: its line, what is marked, the message's end and the help.
fn slip(text: &str) -> (usize, String, String, String) {
    let mut sources = Sources::default();
    let file = sources.add("a.yaml", text, false);
    let mut findings = Vec::new();
    let tree = yaml::parse(file, text, 0, &mut findings);
    let [finding] = findings.as_slice() else { panic!("{text}\n{findings:?}") };
    assert!(!tree.whole || finding.code() != "E001" || tree.root.is_some(), "{text}");
    for lang in Lang::ALL {
        let said = format!("{} {}", finding.message(lang), finding.help_text(lang));
        assert!(!said.contains("while ") && !said.contains("{quote}") && !said.contains("{example}"), "{said}");
    }
    let message = finding.message(Lang::Es);
    let detail = message.split_once(": ").map_or(message.as_str(), |(_, detail)| detail).to_owned();
    let marked = sources.text(finding.span).to_owned();
    (sources.start(finding.span).line, marked, detail, finding.help_text(Lang::Es))
}

#[track_caller]
fn check(text: &str, line: usize, marked: &str, detail: &str, help: &str) {
    let found = slip(text);
    assert_eq!((found.0, found.1.as_str()), (line, marked), "{text}\n{found:?}");
    assert!(found.2.contains(detail) && found.3.contains(help), "{text}\n{found:?}");
}

#[test]
fn a_quotation_mark_is_shown_where_it_opens() {
    check("a: 1\nb: \"uno\nc: 2\nd: 3\n", 2, "\"uno", "se abren aquí y no se cierran", "escriba `\"` al final");
    check("v:\n  - \"uno\n  - \"dos\"\n", 2, "\"uno", "no se cierran", "`\"`");
    check("a: 'uno\nb: 2\n", 1, "'uno", "no se cierran", "escriba `'`");
    check("a: \"uno\" dos\n", 1, "\"uno\" dos", "sigue más texto", "`'\"uno\" dos'`");
    check("a: \"C:\\manual\"\n", 1, "\\", "la barra", "comillas simples");
}

#[test]
fn brackets_and_commas_are_shown_where_they_lack() {
    check("a: [uno, dos\nb: 2\n", 1, "[uno, dos", "se abre aquí", "ciérrelo con `]`");
    check("a: { b: 1\nc: { d: 2 }\n", 1, "{ b: 1", "se abre aquí", "ciérrelo con `}`");
    check("a: [uno, dos}\n", 1, "}", "no cierra", "`]`");
    check("a: [uno]]\nb: 1\n", 1, "]", "sobra", "bórrelo");
    check("a: { b: uno c: dos }\n", 1, "c", "falta una coma", "antes de `c`");
    check("a: [\"uno\" \"dos\"]\n", 1, "\"dos\"", "falta una coma", "antes de `\"dos\"`");
}

#[test]
fn quotes_within_quotes_stay_and_no_others_are_added() {
    check("a: \"escucha \"activa\"\"\n", 1, "\"escucha \"activa\"\"", "sigue más texto", "`'escucha \"activa\"'`");
    check("a: \"El \"sí\" vale\"\n", 1, "\"El \"sí\" vale\"", "sigue más texto", "`'El \"sí\" vale'`");
    check("a: \"uno\" y \"dos\"\n", 1, "\"uno\" y \"dos\"", "sigue más texto", "`'\"uno\" y \"dos\"'`");
    check("a: “Regla: mire”\n", 1, "“Regla: mire”", "necesita comillas", "`\"Regla: mire\"`");
}

#[test]
fn signs_of_other_notations_are_put_right() {
    check("a: 'L'Hospitalet'\n", 1, "'L'Hospitalet'", "sigue más texto", "`\"L'Hospitalet\"`");
    check("v:\n  * uno\n  * dos\n", 2, "*", "comienzan con `-`", "escriba `- uno`");
    check("v:\n  -does: x\n   role: y\n", 2, "-", "falta un espacio", "escriba `- does: x`");
    check("a:\n  name:Caja\n  b: 1\n", 2, ":", "falta un espacio", "escriba `name: Caja`");
    check("puestos de la casa\na: 1\n", 1, "puestos de la casa", "clave: valor", "`# puestos de la casa`");
    check("// puestos\na: 1\n", 1, "// puestos", "clave: valor", "`# puestos`");
    check("a: { t: Manual: uso, b: 1 }\n", 1, "Manual: uso", "necesita comillas", "`\"Manual: uso\"`");
    check(
        "a: { t: Manual de Atención: uso }\n",
        1,
        "Manual de Atención: uso",
        "necesita",
        "`\"Manual de Atención: uso\"`",
    );
    check("a:\n  • uno\n  • dos\n", 3, "• dos", "", "comience cada elemento");
    check("a:\n  – uno\n  – dos\n", 3, "– dos", "", "comience cada elemento");
    check("a:\n  1. uno\n  2. dos\n", 3, "2. dos", "", "comience cada elemento");
}

#[test]
fn the_next_line_of_a_text_is_not_taken_for_a_key() {
    let line = "del barrio el mismo día";
    check(
        &format!("a: visitamos a los vecinos\n{line}\nb: 2\n"),
        2,
        line,
        "clave: valor",
        "si la línea continúa el texto de `a`, comiéncela con 2 espacios",
    );
    check("a: 1\nname Caja de la agencia\nb: 2\n", 2, "name", "clave: valor", "escriba `name: Caja de la agencia`");
    check("a: 1\nhttps://x.y\nb: 2\n", 2, "https://x.y", "clave: valor", "continúa el texto");
}

#[test]
fn keys_and_their_colons() {
    check("a: 1\nb uno\nc: 2\n", 2, "b", "clave: valor", "escriba `b: uno`");
    check("a: 1\nb:12\nc: 2\n", 2, ":", "falta un espacio", "escriba `b: 12`");
    check("a: name: Caja\nb: 2\n", 1, "name: Caja", "necesita comillas", "entre llaves: `{ name: Caja }`");
    check("a: Regla: mire\nb: 2\n", 1, "Regla: mire", "necesita comillas", "`\"Regla: mire\"`");
}

#[test]
fn indentation_says_both_depths() {
    check("a:\n  b: 1\n   c: 2\n", 3, "c", "la sangría no concuerda", "altura de `b` (espacios: 2, no 3)");
    check("a:\n  b: 1\n c: 2\n", 3, "c", "la sangría no concuerda", "2 espacios, como `b`; ahora lleva 1");
    // The keys of a list's item stand where its first key stands, not where its dash is.
    let item = "v:\n  - id: a\n    does: x\n";
    check(&format!("{item}   role: y\n"), 4, "role", "no concuerda", "4 espacios, como `does`");
    check(&format!("{item}     role: y\n"), 4, "role", "no concuerda", "`does` (espacios: 4, no 5)");
    check(&format!("{item}   - id: b\n"), 4, "-", "", "2 espacios, como `-`");
    check("v:\n    - does: x\n     role: y\n", 3, "role", "no concuerda", "6 espacios, como `does`");
    check("a: 1\nb:\n  c: x\n d: y\n", 4, "d", "no concuerda", "2 espacios, como `c`");
    check("a:\n    b: 1\n c: 2\n", 3, "c", "no concuerda", "sin espacios, como `a`; ahora lleva 1");
    check("a:\n  b: 1\n\tc: 2\n", 3, "\t", "tabulador", "espacios");
    check("a:\n  b: 1\n\u{a0} c: 2\n  d: 3\n", 3, "\u{a0}", "barra espaciadora", "espacio corriente");
    check("a:\n  b: x\n  - y\n", 3, "-", "elemento de lista", "debajo de su clave");
}

#[test]
fn signs_at_the_start_of_a_text_are_quoted_in_the_help() {
    for (written, quoted) in [
        (">= 90 %", "\">= 90 %\""),
        ("@cuenta", "\"@cuenta\""),
        ("%", "\"%\""),
        ("`x` y", "\"`x` y\""),
        ("& Cía", "\"& Cía\""),
        ("&Cía y otros", "\"&Cía y otros\""),
        ("!Atención a todos", "\"!Atención a todos\""),
        ("- uno", "\"- uno\""),
        ("[[caja]] atiende", "\"[[caja]] atiende\""),
        ("*Mire* aquí", "\"*Mire* aquí\""),
    ] {
        let (line, _, _, help) = slip(&format!("a: 1\nb: {written}\nc: 2\n"));
        assert!(line == 2 && help.contains(&format!("`{quoted}`")), "{written}: {help}");
    }
    check("a: { b: >= 8, c: 1 }\n", 1, ">= 8", "comillas", "`\">= 8\"`");
    check("a: x\u{0}y\n", 1, "\u{0}", "carácter de control", "borre");
}

#[test]
fn what_yaml_would_swallow_is_said() {
    check("a:\n  uno\n  - dos\n", 3, "- dos", "", "comience cada elemento");
    check("a:\n  -uno\n  - dos\n", 3, "- dos", "", "comience cada elemento");
    check("a: Caja #3\n", 1, "#3", "", "`\"Caja #3\"`");
    check("a: 1\n---\nb: 2\n", 2, "---", "no se lee", "quite esta línea");
    for fine in [
        "a: uno # nota\n",
        "a: uno\n  dos\n",
        "a: uno\n  – dos – tres\n",
        "a: el artículo\n  2. de la ley\n",
        "a: >-\n  - uno\n  - dos\n",
        "a: x#3\n",
        "a: &a uno\nb: *a\n",
        "# x\n---\na: 1\n",
    ] {
        let mut findings = Vec::new();
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", fine, false);
        assert!(yaml::parse(file, fine, 0, &mut findings).whole && findings.is_empty(), "{fine}: {findings:?}");
    }
}

#[test]
fn any_cut_of_a_text_gets_an_answer() {
    let text = "año: [á, \"é í\"]\nb:\n  - { c: 'd', e: >-\n  f: |\n    g\n\th: *i\n? [j]\n: &k !l m\n%n: @o\r\n\u{a0}p: \"q\\z\"\n";
    for (start, _) in text.char_indices() {
        for (end, _) in text.char_indices().filter(|(end, _)| *end >= start) {
            let mut findings = Vec::new();
            let mut sources = Sources::default();
            let part = &text[start..end];
            let file = sources.add("a.yaml", part, false);
            let tree = yaml::parse(file, part, 0, &mut findings);
            assert!(tree.whole || !findings.is_empty(), "{part:?}");
            for finding in &findings {
                assert!(part.get(finding.span.range()).is_some(), "{part:?} {finding:?}");
            }
        }
    }
}
