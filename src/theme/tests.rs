//! What a theme may change, and what is refused by its name.

use super::*;

fn codes(findings: &[Diagnostic]) -> Vec<&str> {
    findings.iter().map(Diagnostic::code).collect()
}

#[test]
fn the_program_carries_a_template_for_each_kind() {
    for name in TEMPLATES {
        assert!(overridable().any(|path| path.strip_prefix("html/") == Some(name)), "{name}");
    }
}

#[test]
fn a_brand_changes_what_it_names_and_keeps_the_rest() {
    let (theme, findings) = Theme::of(&[("theme.yaml", b"name: ours\nlight: {accent: '#6b1d5e'}\n")]);
    assert_eq!(codes(&findings), [""; 0]);
    assert_eq!((theme.name.as_str(), theme.colour("accent")), ("ours", Some("#6b1d5e")));
    assert_eq!(theme.colour("ink"), Theme::built_in().colour("ink"));
    assert!(theme.tokens().contains("--accent:#6b1d5e;"));
}

#[test]
fn one_file_replaces_one_template() {
    let (theme, findings) = Theme::of(&[("html/block/rule.html", b"<hr class=\"ours\">\n")]);
    assert_eq!(codes(&findings), ["E058"]);
    assert_eq!(theme.tera().render("block/rule.html", &tera::Context::new()).expect("renders"), "<hr class=\"ours\">");
}

#[test]
fn a_copied_file_is_the_same_template_and_is_in_step() {
    for path in overridable() {
        let copy = stamped(path).expect("the program carries it");
        let (theme, findings) = Theme::of(&[(path, copy.as_bytes())]);
        assert_eq!(codes(&findings), [""; 0], "{path}");
        drop(theme);
    }
    let mark = stamped("html/inline/mark.html").expect("carried");
    let context = || {
        let mut context = tera::Context::new();
        context.insert("text", "A");
        context
    };
    let (theme, _) = Theme::of(&[("html/inline/mark.html", mark.as_bytes())]);
    let copied = theme.tera().render("inline/mark.html", &context());
    let own = Theme::built_in().tera().render("inline/mark.html", &context());
    assert_eq!(copied.expect("renders"), own.expect("renders"));
}

#[test]
fn style_sheets_of_a_theme_come_after_the_programs_own() {
    let (theme, findings) = Theme::of(&[("html/brand.css", b"h1{letter-spacing:0}")]);
    assert_eq!(codes(&findings), [""; 0]);
    assert_eq!(theme.assets_of(".css").last(), Some(&"brand.css"));
}

#[test]
fn a_clash_is_told_once_with_a_colour_that_would_do() {
    let (_, findings) = Theme::of(&[("theme.yaml", b"light: {accent: '#9fd8c4'}\n")]);
    assert_eq!(codes(&findings), ["E051"]);
    let help = findings[0].help_text(crate::lang::Lang::En);
    let remedy = help.split('"').nth(1).expect("a colour in quotes").to_owned();
    let yaml = format!("light: {{accent: '{remedy}'}}\n");
    let (_, findings) = Theme::of(&[("theme.yaml", yaml.as_bytes())]);
    assert_eq!(codes(&findings), [""; 0], "{remedy}");
}

#[test]
fn letters_and_logo_are_files_of_the_theme() {
    let sheet = b"logo: logo.svg\nfaces:\n- { family: Marca, file: fonts/marca.ttf, weight: 400..700 }\n\
                  fonts: { voice: [Marca, Georgia, serif] }\n";
    let font = [0_u8, 1, 0, 0, 9];
    let files: [(&str, &[u8]); 3] = [("theme.yaml", sheet), ("logo.svg", b"<svg/>"), ("fonts/marca.ttf", &font)];
    let (theme, findings) = Theme::of(&files);
    assert_eq!(codes(&findings), [""; 0]);
    assert_eq!(theme.logo().map(|(name, _)| name), Some("logo.svg"));
    assert!(theme.tokens().starts_with("@font-face{font-family:\"Marca\";src:url(\"marca.ttf\")"));
    assert!(theme.assets().any(|(name, _)| name == "marca.ttf"));
}

#[test]
fn hostile_values_reach_no_style_sheet() {
    let font = [0_u8, 1, 0, 0];
    for yaml in [
        "light: {accent: 'red;}body{'}",
        "fonts: {voice: ['a\"};b']}",
        "faces: [{ family: 'a\"}', file: fonts/a.ttf }]",
        "faces: [{ family: a, file: fonts/a.ttf, weight: '400;}' }]",
        "logo: ../../etc/passwd",
    ] {
        let (theme, findings) = Theme::of(&[("theme.yaml", yaml.as_bytes()), ("fonts/a.ttf", &font)]);
        assert_eq!(findings.len(), 1, "{yaml}");
        assert_eq!(theme.tokens(), Theme::built_in().tokens(), "{yaml}");
        assert!(theme.logo().is_none());
    }
}

#[test]
fn no_template_switches_escaping_off() {
    for (path, text) in files::DEFAULT {
        let template = path.ends_with(".html");
        assert!(!template || !text.contains("safe"), "{path} marks something as safe");
        assert!(!text.contains(" style="), "{path} has a style attribute");
    }
}

#[test]
fn no_word_of_text_stands_in_the_theme() {
    for (path, text) in files::DEFAULT {
        let (forbidden, words) = if path.ends_with(".html") { written::of_template(text) } else { Default::default() };
        let words = if path.ends_with(".css") { written::of_sheet(text) } else { words };
        assert!(forbidden.is_empty() && words.is_empty(), "{path}: {forbidden:?} {words:?}");
    }
}

#[test]
fn words_and_scripts_of_an_own_template_are_told_at_their_line() {
    let text = "{#- cartilla theme 000000000000 -#}\n<p class=\"mark\">{{ label }}&nbsp;·</p>\n\
                <div style=\"color:red\" onclick=\"x()\"><script>alert(1)</script>Prometemos: hola</div>\n<img alt=\"{{ label }} aquí\">\n\
                <script src=\"assets/theme/own.js\" defer></script>\n{# una nota #}<!-- otra -->\n";
    let (_, findings) = Theme::of(&[("html/own/promise.html", text.as_bytes())]);
    let told: Vec<(&str, usize)> = findings
        .iter()
        .map(|finding| (finding.code(), 1 + text[..finding.span.range().start].matches('\n').count()))
        .collect();
    assert_eq!(told, [("E057", 3), ("E059", 3), ("E059", 4)], "{findings:#?}");
    let (_, findings) =
        Theme::of(&[("html/brand.css", b"/* content: \"no\" */\nb::before{content:\"Ojo\"}i{align-content:center}")]);
    assert_eq!(codes(&findings), ["E059"]);
}

#[test]
fn odd_texts_of_templates_are_read_to_their_end() {
    for text in
        ["<", "<p a=", "<p a=\"", "&", "&amp", "{{", "<script", "<!--", "ñ<É style='x", "<a href=x>y", "=", "<=é"]
    {
        let _ = written::of_template(text);
        let _ = written::of_sheet(text);
    }
}

#[test]
fn a_copy_that_does_not_say_of_what_is_told_its_line() {
    let (_, findings) = Theme::of(&[("html/block/rule.html", b"<hr>\n")]);
    assert_eq!(codes(&findings), ["E058"]);
    let help = findings[0].help_text(crate::lang::Lang::En);
    let line = help.split('`').find(|part| part.starts_with("{#-")).expect("the line to write").to_owned();
    let (_, findings) = Theme::of(&[("html/block/rule.html", format!("{line}\n<hr>\n").as_bytes())]);
    assert_eq!(codes(&findings), [""; 0]);
}

#[test]
fn an_error_of_a_renderer_is_told_where_the_theme_has_it() {
    let (theme, _) = Theme::of(&[("html/block/rule.html", b"<hr>\n{{ ours }}\n"), ("pdf/theme.typ", b"#let x = (\n")]);
    let error = theme.tera().render("block/rule.html", &tera::Context::new()).expect_err("there is no such variable");
    let fault = Fault::of(&format!("html/block/rule.html: {error}"), theme.overrides()).expect("it lies in the theme");
    assert_eq!((fault.path.as_str(), fault.line), ("theme/html/block/rule.html", 2));
    assert!(fault.detail.contains("`ours`"), "{}", fault.detail);
    let fault = Fault::of("pdf/theme.typ:1:10: unclosed delimiter (called at pdf/main.typ:9:2)", theme.overrides());
    assert_eq!(fault.map(|fault| (fault.line, fault.detail)), Some((1, "unclosed delimiter".to_owned())));
    assert_eq!(Fault::of("pdf/main.typ:1:10: no", theme.overrides()), None);
}

#[test]
#[allow(clippy::disallowed_methods)]
fn the_example_theme_is_in_order_and_changes_what_it_says() {
    let paths = ["theme.yaml", "logo.svg", "html/brand.css", "html/block/rule.html"];
    let read = |path: &str| std::fs::read(format!("themes/example/{path}")).expect("the example has the file");
    let files: Vec<(&str, Vec<u8>)> = paths.iter().map(|path| (*path, read(path))).collect();
    let given: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (*path, bytes.as_slice())).collect();
    let (theme, findings) = Theme::of(&given);
    assert_eq!(codes(&findings), [""; 0]);
    assert_eq!(theme.colour("accent"), Some("#6d2077"));
    let changed = theme.overrides().iter().filter(|file| file.state != State::Default).count();
    assert_eq!(changed, 4);
}

#[test]
fn a_template_that_does_not_parse_is_told_at_its_line() {
    let text = "<hr>\n<p>{{ label }}</p>\n{% if %}\n";
    let (theme, findings) = Theme::of(&[("html/block/rule.html", text.as_bytes())]);
    assert_eq!(codes(&findings), ["E058", "E053"]);
    assert_eq!(&text[findings[1].span.range()], "{% if %}");
    assert!(
        theme.tera().render("block/rule.html", &tera::Context::new()).is_ok(),
        "the program's own stands in its place"
    );
}

#[test]
fn a_colour_that_there_is_not_is_followed_by_all_that_there_are() {
    let (_, findings) = Theme::of(&[("theme.yaml", b"light: {acent: '#6b1d5e'}\n")]);
    assert_eq!(codes(&findings), ["E006"]);
    let notes: Vec<String> = findings[0].notes.iter().map(|note| note.text(crate::lang::Lang::En)).collect();
    assert!(notes[0].starts_with("the colours are: ") && notes[0].contains("cover") && notes[0].contains("promise"));
    let (_, findings) = Theme::of(&[("theme.yaml", b"nam: ours\n")]);
    assert!(findings[0].notes.is_empty(), "another key has its own list");
}
