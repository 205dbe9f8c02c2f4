//! Languages in which people are served, by their codes (ISO 639): what each is called, and which codes there are.

use super::Lang;

/// The languages that are named in words: code, then the name in Spanish, English and Portuguese.
const NAMES: [(&str, [&str; 3]); 62] = [
    ("aed", ["lengua de señas argentina", "Argentine Sign Language", "língua de sinais argentina"]),
    ("agr", ["awajún", "Awajún", "awajún"]),
    ("an", ["aragonés", "Aragonese", "aragonês"]),
    ("ar", ["árabe", "Arabic", "árabe"]),
    ("arn", ["mapudungun", "Mapudungun", "mapudungun"]),
    ("ase", ["lengua de señas americana", "American Sign Language", "língua de sinais americana"]),
    ("ast", ["asturiano", "Asturian", "asturiano"]),
    ("ay", ["aimara", "Aymara", "aimará"]),
    ("bfi", ["lengua de signos británica", "British Sign Language", "língua de sinais britânica"]),
    ("bg", ["búlgaro", "Bulgarian", "búlgaro"]),
    ("bzs", ["lengua de señas brasileña", "Brazilian Sign Language", "Libras"]),
    ("ca", ["catalán", "Catalan", "catalão"]),
    ("cni", ["asháninka", "Asháninka", "asháninka"]),
    ("cs", ["checo", "Czech", "tcheco"]),
    ("csc", ["lengua de signos catalana", "Catalan Sign Language", "língua de sinais catalã"]),
    ("csn", ["lengua de señas colombiana", "Colombian Sign Language", "língua de sinais colombiana"]),
    ("cy", ["galés", "Welsh", "galês"]),
    ("da", ["danés", "Danish", "dinamarquês"]),
    ("de", ["alemán", "German", "alemão"]),
    ("el", ["griego", "Greek", "grego"]),
    ("en", ["inglés", "English", "inglês"]),
    ("es", ["español", "Spanish", "espanhol"]),
    ("eu", ["euskera", "Basque", "basco"]),
    ("fa", ["persa", "Persian", "persa"]),
    ("fi", ["finés", "Finnish", "finlandês"]),
    ("fr", ["francés", "French", "francês"]),
    ("ga", ["irlandés", "Irish", "irlandês"]),
    ("gd", ["gaélico escocés", "Scottish Gaelic", "gaélico escocês"]),
    ("gl", ["gallego", "Galician", "galego"]),
    ("gn", ["guaraní", "Guaraní", "guarani"]),
    ("he", ["hebreo", "Hebrew", "hebraico"]),
    ("hi", ["hindi", "Hindi", "hindi"]),
    ("ht", ["criollo haitiano", "Haitian Creole", "crioulo haitiano"]),
    ("hu", ["húngaro", "Hungarian", "húngaro"]),
    ("it", ["italiano", "Italian", "italiano"]),
    ("ja", ["japonés", "Japanese", "japonês"]),
    ("ko", ["coreano", "Korean", "coreano"]),
    ("mfs", ["lengua de señas mexicana", "Mexican Sign Language", "língua de sinais mexicana"]),
    ("nah", ["náhuatl", "Nahuatl", "náuatle"]),
    ("nl", ["neerlandés", "Dutch", "neerlandês"]),
    ("no", ["noruego", "Norwegian", "norueguês"]),
    ("oc", ["occitano", "Occitan", "occitano"]),
    ("pa", ["panyabí", "Punjabi", "punjabi"]),
    ("pl", ["polaco", "Polish", "polonês"]),
    ("prl", ["lengua de señas peruana", "Peruvian Sign Language", "língua de sinais peruana"]),
    ("pt", ["portugués", "Portuguese", "português"]),
    ("qu", ["quechua", "Quechua", "quéchua"]),
    ("rap", ["rapanui", "Rapanui", "rapanui"]),
    ("ro", ["rumano", "Romanian", "romeno"]),
    ("ru", ["ruso", "Russian", "russo"]),
    ("shp", ["shipibo-konibo", "Shipibo-Konibo", "shipibo-konibo"]),
    ("so", ["somalí", "Somali", "somali"]),
    ("ssp", ["lengua de signos española", "Spanish Sign Language", "língua de sinais espanhola"]),
    ("sv", ["sueco", "Swedish", "sueco"]),
    ("tr", ["turco", "Turkish", "turco"]),
    ("uk", ["ucraniano", "Ukrainian", "ucraniano"]),
    ("ur", ["urdu", "Urdu", "urdu"]),
    ("vi", ["vietnamita", "Vietnamese", "vietnamita"]),
    ("wo", ["wólof", "Wolof", "uolofe"]),
    ("yua", ["maya yucateco", "Yucatec Maya", "maia iucateque"]),
    ("zap", ["zapoteco", "Zapotec", "zapoteca"]),
    ("zh", ["chino", "Chinese", "chinês"]),
];

/// Every code of two letters, in order.
const CODES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz \
ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg \
ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny \
oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to \
tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// The language of a tag, and what follows it: `es` and `PE` of `es-PE`.
fn parts(tag: &str) -> (&str, Option<&str>) {
    tag.split_once('-').map_or((tag, None), |(code, rest)| (code, Some(rest)))
}

/// Whether a word is the tag of a language. Of the codes of three letters there are too many to know them all.
pub fn is_tag(tag: &str) -> bool {
    let (code, rest) = parts(tag);
    let known = match code.len() {
        2 => CODES.split_whitespace().any(|known| known == code),
        3 => code.chars().all(|c| c.is_ascii_lowercase()),
        _ => false,
    };
    let subtag = |part: &str| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    known && rest.is_none_or(|rest| rest.split('-').all(subtag))
}

/// What a language is called: «catalán», «español (PE)»; one without a name here as it is written.
pub fn name(lang: Lang, tag: &str) -> String {
    let (code, rest) = parts(tag);
    let Some((_, names)) = NAMES.iter().find(|(known, _)| *known == code) else { return tag.to_owned() };
    let [es, en, pt] = *names;
    let name = match lang {
        Lang::Es => es,
        Lang::En => en,
        Lang::Pt => pt,
    };
    rest.map_or_else(|| name.to_owned(), |rest| format!("{name} ({rest})"))
}

/// The tag of a language that is written by its name in any of the three languages.
pub fn tag_of(name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    NAMES.iter().find(|(_, names)| names.iter().any(|known| known.to_lowercase() == name)).map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_told_from_a_word_and_named_in_the_readers_language() {
        for tag in ["es", "ca", "es-PE", "quz", "zh-Hant", "ssp"] {
            assert!(is_tag(tag), "{tag}");
        }
        for word in ["klingon", "quechua", "xx", "ES", "", "es-", "español"] {
            assert!(!is_tag(word), "{word}");
        }
        assert_eq!(name(Lang::Pt, "eu"), "basco");
        assert_eq!(name(Lang::Es, "es-PE"), "español (PE)");
        assert_eq!((name(Lang::En, "quz").as_str(), tag_of("Quechua"), tag_of("klingon")), ("quz", Some("qu"), None));
        assert!(NAMES.windows(2).all(|pair| pair[0].0 < pair[1].0), "the codes are in order");
        assert!(NAMES.iter().all(|(code, _)| is_tag(code)), "each is a tag");
    }
}
