//! Languages by their codes (ISO 639): in which people are served, and in which a manual is written. What each is called, and which
//! codes there are.

use super::{LOCALES, Lang, Region};
use serde::{Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;

/// A language of the content: the language of a tag of BCP 47 with its script and its variant, without its region. By it files and
/// folders are named. The program itself may speak it or not.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tongue([u8; LONGEST]);

/// `quz-Latn-valencia`: three letters, a script and a variant.
const LONGEST: usize = 17;

impl Tongue {
    /// The language and the region of a tag as it is to be written: `ca`, `fr-CA`, `zh-Hant`, `ca-valencia`. Of the three languages of
    /// the program those regions are known that [`LOCALES`] names.
    pub fn of_tag(tag: &str) -> Option<(Tongue, Option<Region>)> {
        if let Some((_, locale)) = LOCALES.iter().find(|(known, _)| *known == tag) {
            return Some((locale.lang.into(), locale.region));
        }
        let mut parts = tag.split('-').peekable();
        let code = parts.next().filter(|code| is_tag(code) && !NONE.contains(code) && of_three(code).is_none())?;
        let letters = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_alphabetic());
        let script = parts.next_if(|part| letters(part, 4) && *part == titled(part));
        let country = |part: &str| letters(part, 2) && part.bytes().all(|b| b.is_ascii_uppercase());
        let region = parts.next_if(|part| country(part) || *part == "419");
        let of_variant = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        let variant = parts.next_if(|part| (5..=8).contains(&part.len()) && part.bytes().all(of_variant));
        // Of a language of the program only what it knows how to write.
        let own = Lang::ALL.iter().any(|lang| lang.code() == code);
        if parts.next().is_some() || own && script.is_none() && variant.is_none() {
            return None;
        }
        let name: Vec<&str> = [Some(code), script, variant].into_iter().flatten().collect();
        let region = region.map(|region| Region::of_territory(region).unwrap_or(Region::LatinAmerica));
        Some((Tongue::packed(&name.join("-"))?, region))
    }

    /// The language of the name of a file or folder: `ca`, `zh-Hant`.
    pub fn of_name(name: &str) -> Option<Tongue> {
        Tongue::of_tag(name).filter(|(_, region)| region.is_none()).map(|(tongue, _)| tongue)
    }

    /// Whether a name can be meant for a language that nobody has declared: of the codes of three letters only those that are known
    /// here, since `old` and `bak` are codes too.
    pub fn is_likely(self) -> bool {
        let (code, _) = parts(self.code());
        code.len() == 2 || NAMES.iter().any(|(known, _)| *known == code)
    }

    fn packed(name: &str) -> Option<Tongue> {
        let mut bytes = [0; LONGEST];
        bytes.get_mut(..name.len())?.copy_from_slice(name.as_bytes());
        Some(Tongue(bytes))
    }

    /// The tag.
    pub fn code(&self) -> &str {
        let end = self.0.iter().position(|b| *b == 0).unwrap_or(LONGEST);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }

    /// This language where the program speaks it.
    pub fn spoken(self) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == self.code())
    }

    /// The language's name in itself; the tag where it is not known here.
    pub fn own_name(self) -> String {
        let (code, _) = parts(self.code());
        let found =
            |wanted: &str| OWN_NAMES.iter().find(|(known, _)| *known == wanted).map(|(_, name)| (*name).to_owned());
        match self.spoken() {
            Some(lang) => lang.own_name().to_owned(),
            None => found(self.code()).or_else(|| found(code)).unwrap_or_else(|| self.code().to_owned()),
        }
    }

    /// The language's name in running text.
    pub fn name(self, lang: Lang) -> String {
        name(lang, self.code())
    }

    /// Whether it is written from right to left.
    pub fn is_from_right(self) -> bool {
        let mut parts = self.code().split('-');
        let code = parts.next().unwrap_or_default();
        match parts.next().filter(|part| part.len() == 4) {
            Some(script) => FROM_RIGHT.contains(&script),
            None => WRITTEN_FROM_RIGHT.contains(&code),
        }
    }

    /// The value of `dir` in HTML.
    pub fn direction(self) -> &'static str {
        if self.is_from_right() { "rtl" } else { "ltr" }
    }
}

fn titled(part: &str) -> String {
    let (first, rest) = part.split_at(1);
    first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
}

impl From<Lang> for Tongue {
    fn from(lang: Lang) -> Tongue {
        // The codes of the three are two letters.
        Tongue::packed(lang.code()).unwrap_or(Tongue([0; LONGEST]))
    }
}

impl PartialEq<Lang> for Tongue {
    fn eq(&self, lang: &Lang) -> bool {
        self.code() == lang.code()
    }
}

impl Ord for Tongue {
    /// The languages of the program first, in their order; then by the tag.
    fn cmp(&self, other: &Tongue) -> Ordering {
        let place = |tongue: &Tongue| tongue.spoken().map_or(Lang::ALL.len(), |lang| lang as usize);
        (place(self), self.code()).cmp(&(place(other), other.code()))
    }
}

impl PartialOrd for Tongue {
    fn partial_cmp(&self, other: &Tongue) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Tongue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Tongue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Tongue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// Codes of three letters that stand for no language.
const NONE: [&str; 4] = ["mis", "mul", "und", "zxx"];

/// What languages call themselves: the frequent ones. A tag goes before its language.
const OWN_NAMES: [(&str, &str); 46] = [
    ("an", "Aragonés"),
    ("ar", "العربية"),
    ("arn", "Mapudungun"),
    ("ast", "Asturianu"),
    ("ay", "Aymar aru"),
    ("bg", "Български"),
    ("ca", "Català"),
    ("ca-valencia", "Valencià"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("gn", "Avañe’ẽ"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("ht", "Kreyòl ayisyen"),
    ("hu", "Magyar"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("nah", "Nahuatl"),
    ("nl", "Nederlands"),
    ("no", "Norsk"),
    ("oc", "Occitan"),
    ("pl", "Polski"),
    ("qu", "Runasimi"),
    ("quz", "Qusqu runasimi"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("shp", "Shipibo-Konibo"),
    ("sv", "Svenska"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("yua", "Maaya t’aan"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
];

/// Codes of three letters for which two are written, as ISO 639-1 has them.
const OF_THREE: [(&str, &str); 30] = [
    ("ara", "ar"),
    ("aym", "ay"),
    ("baq", "eu"),
    ("cat", "ca"),
    ("chi", "zh"),
    ("deu", "de"),
    ("dut", "nl"),
    ("eng", "en"),
    ("esp", "es"),
    ("eus", "eu"),
    ("fra", "fr"),
    ("fre", "fr"),
    ("ger", "de"),
    ("glg", "gl"),
    ("grn", "gn"),
    ("hat", "ht"),
    ("heb", "he"),
    ("ita", "it"),
    ("jpn", "ja"),
    ("kor", "ko"),
    ("nld", "nl"),
    ("oci", "oc"),
    ("por", "pt"),
    ("que", "qu"),
    ("ron", "ro"),
    ("rum", "ro"),
    ("rus", "ru"),
    ("spa", "es"),
    ("ukr", "uk"),
    ("zho", "zh"),
];

fn of_three(code: &str) -> Option<&'static str> {
    OF_THREE.iter().find(|(three, _)| *three == code).map(|(_, two)| *two)
}

/// Scripts that are written from right to left, and the languages that are written in one unless their tag says otherwise.
const FROM_RIGHT: [&str; 7] = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];
const WRITTEN_FROM_RIGHT: [&str; 11] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

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

/// The tag of the language of a manual that was probably meant: by its name, in other letters (`ES`, `pt_br`), or by a code that is not
/// the one to be written (`cat`).
pub fn meant(found: &str) -> Option<String> {
    let lower = found.trim().to_lowercase();
    let by_name = || OWN_NAMES.iter().find(|(_, name)| name.to_lowercase() == lower).map(|(code, _)| *code);
    if let Some(tag) = tag_of(&lower).or_else(|| of_three(&lower)).or_else(by_name) {
        return Some(tag.to_owned());
    }
    let tag = cased(&lower);
    (tag != found && Tongue::of_tag(&tag).is_some()).then_some(tag)
}

/// A tag in the letters in which it is written: `zh-Hant-TW`.
fn cased(tag: &str) -> String {
    let tag = tag.to_lowercase().replace('_', "-");
    let parts = tag.split('-').enumerate().map(|(at, part)| match (at, part.len()) {
        (1.., 2) => part.to_uppercase(),
        (1.., 4) if part.is_ascii() => titled(part),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("-")
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

    #[test]
    fn a_language_of_the_content_is_any_that_a_tag_names() {
        let read = |tag: &str| Tongue::of_tag(tag).map(|(tongue, region)| (tongue.to_string(), region));
        let country = |code: &[u8; 2]| Some(Region::Country(*code));
        for (tag, name, region) in [
            ("es", "es", None),
            ("es-PE", "es", country(b"PE")),
            ("es-419", "es", Some(Region::LatinAmerica)),
            ("ca", "ca", None),
            ("quz", "quz", None),
            ("fr-CA", "fr", country(b"CA")),
            ("zh-Hant-TW", "zh-Hant", country(b"TW")),
            ("ca-ES-valencia", "ca-valencia", country(b"ES")),
        ] {
            assert_eq!(read(tag), Some((name.to_owned(), region)), "{tag}");
        }
        for tag in ["", "es-XX", "xx", "ES", "es_PE", "cat", "und", "klingon", "ca-", "ca-PE-PE", "fr-999", "ca-x-y"] {
            assert_eq!(read(tag), None, "{tag}");
        }
        assert_eq!((Tongue::of_name("fr-CA"), Tongue::of_name("ca").map(|t| t.to_string())), (None, Some("ca".into())));
        let likely = |name: &str| Tongue::of_name(name).is_some_and(Tongue::is_likely);
        assert!(likely("fr") && likely("shp") && !likely("old") && !likely("quz"));
    }

    #[test]
    fn what_is_no_tag_leads_to_the_one_that_is_meant() {
        for (found, tag) in [("catalán", "ca"), ("Euskara", "eu"), ("cat", "ca"), ("ES", "es"), ("pt_br", "pt-BR")] {
            assert_eq!(meant(found).as_deref(), Some(tag), "{found}");
        }
        assert_eq!((meant("klingon"), meant("ca"), meant("xx")), (None, None, None));
    }

    #[test]
    fn a_language_is_called_by_its_own_name_and_knows_its_direction() {
        let of = |tag: &str| Tongue::of_name(tag).expect("a tag");
        assert_eq!((of("ca").own_name().as_str(), of("es").own_name().as_str()), ("Català", "Español"));
        assert_eq!((of("zh-Hant").own_name().as_str(), of("agr").own_name().as_str()), ("繁體中文", "agr"));
        assert_eq!((of("ar").direction(), of("pa-Arab").direction(), of("pa").direction()), ("rtl", "rtl", "ltr"));
        assert!(OWN_NAMES.iter().all(|(tag, _)| Tongue::of_name(tag).is_some()));
        let mut order = [of("ca"), Lang::Pt.into(), of("ar"), Lang::Es.into()];
        order.sort();
        assert_eq!(order.map(|tongue| tongue.to_string()), ["es", "pt", "ar", "ca"]);
    }
}
