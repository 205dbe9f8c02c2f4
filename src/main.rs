fn main() {
    let root = std::env::args().nth(1).unwrap();
    let files = cartilla::load::Disk::new(&root).unwrap();
    let o = cartilla::Options {
        today: jiff::civil::date(2026, 11, 21),
        langs: vec![],
        deny_warnings: false,
        profiles: vec![],
    };
    let c = cartilla::compile(&files, &o).unwrap();
    for f in &c.findings {
        let p = c.sources.start(f.span);
        println!(
            "{}:{}:{} {} {} | {}",
            c.sources.get(f.span.file).path,
            p.line,
            p.column,
            f.code(),
            f.message(cartilla::lang::Lang::Es),
            f.help_text(cartilla::lang::Lang::Es)
        );
    }
    println!("{}", c.findings.len());
}
