//! How large a picture says that it is, by the first bytes of its file. Nothing is drawn or unpacked.

use imagesize::blob_size;

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// Why a file cannot be shown, on a page and on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Its name does not end like that of a picture that both show.
    Kind,
    /// It is none inside.
    NoPicture,
    /// Its end is missing.
    Cut,
}

/// Names of pictures made of dots.
const DOTS: [&str; 5] = ["png", "jpg", "jpeg", "gif", "webp"];

/// What is wrong with a picture, as far as its first and last bytes tell.
pub fn fault(path: &str, bytes: &[u8]) -> Option<Fault> {
    let ending = path.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if ending == "svg" {
        let root = std::str::from_utf8(bytes).ok().and_then(|text| text.get(text.find("<svg")?..));
        return match root {
            None => Some(Fault::NoPicture),
            Some(root) => (!root.contains("</svg>") && !root.trim_end().ends_with("/>")).then_some(Fault::Cut),
        };
    }
    if !DOTS.contains(&ending.as_str()) {
        return Some(Fault::Kind);
    }
    if size(path, bytes).is_none() {
        return Some(Fault::NoPicture);
    }
    let holds = |mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
    let is_whole = match bytes {
        // The last chunk of a PNG, the marker that ends a JPEG, the length that a WebP says of itself.
        [0x89, b'P', b'N', b'G', ..] => holds(b"IEND"),
        [0xff, 0xd8, ..] => holds(&[0xff, 0xd9]),
        [b'R', b'I', b'F', b'F', a, b, c, d, ..] => usize::try_from(u32::from_le_bytes([*a, *b, *c, *d]))
            .is_ok_and(|length| bytes.len() >= length.saturating_add(8)),
        _ => true,
    };
    (!is_whole).then_some(Fault::Cut)
}

/// The size of a picture that browsers show; none of another file, or of one that does not say it.
pub fn size(path: &str, bytes: &[u8]) -> Option<Size> {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase())?;
    let (width, height) = match ending.as_str() {
        "svg" => drawn(std::str::from_utf8(bytes).ok()?)?,
        ending if DOTS.contains(&ending) => {
            let size = blob_size(bytes).ok()?;
            (size.width, size.height)
        }
        _ => return None,
    };
    let whole = |length: usize| u32::try_from(length).ok().filter(|length| *length > 0);
    Some(Size { width: whole(width)?, height: whole(height)? })
}

/// Whether a file only says where its content is kept: a pointer of Git LFS, which was not fetched.
pub fn is_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/v")
}

/// The size of a drawing: its width and height in pixels, else those of its view box.
fn drawn(svg: &str) -> Option<(usize, usize)> {
    let root = svg.get(svg.find("<svg")?..)?;
    let root = root.split_once('>').map_or(root, |(root, _)| root);
    let of = |name: &str| {
        let after =
            root.split(name).skip(1).find_map(|after| after.strip_prefix("=\"").or(after.strip_prefix("='")))?;
        Some(after.split(['"', '\'']).next().unwrap_or_default())
    };
    let pixels = |text: &str| rounded(text.trim().trim_end_matches("px"));
    let by_name = || Some((pixels(of(" width")?)?, pixels(of(" height")?)?));
    let by_box = || {
        let mut numbers = of(" viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        Some((rounded(numbers.next()?)?, rounded(numbers.next()?)?))
    };
    by_name().or_else(by_box)
}

/// A length without its fraction: for room on a page no more is needed.
fn rounded(text: &str) -> Option<usize> {
    let whole = text.split('.').next().unwrap_or_default();
    let is_length = text.chars().all(|c| c.is_ascii_digit() || c == '.');
    whole.parse().ok().filter(|_| is_length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, bytes: &[u8]) -> Option<(u32, u32)> {
        size(path, bytes).map(|size| (size.width, size.height))
    }

    #[test]
    fn a_picture_says_its_size_and_another_file_none() {
        assert_eq!(of("a/plano.GIF", b"GIF89a\x10\x00\x20\x00\x00\x00\x00"), Some((16, 32)));
        assert_eq!(of("plano.gif", b"GIF89aPPPPPPPP"), Some((20560, 20560)));
        assert_eq!(of("plano.gif", b"GIF89a\x00\x00\x20\x00\x00\x00\x00"), None, "nothing to see");
        for (path, bytes) in
            [("plano.png", "imagen"), ("plano.gif", "GIF8"), ("plano", "GIF89aPPPPPPPP"), ("a.txt", "GIF89aPPPPPPPP")]
        {
            assert_eq!(of(path, bytes.as_bytes()), None, "{path}");
        }
    }

    #[test]
    fn what_cannot_be_shown_says_why() {
        let png = [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10".as_slice(), b"....", b"IEND"].concat();
        let body = b"WEBPVP8 \x0e\0\0\0\0\0\0\x9d\x01\x2a\x10\0\x10\0\0\0";
        let length = u32::try_from(body.len()).expect("short").to_le_bytes();
        let webp = [b"RIFF".as_slice(), &length, body].concat();
        assert_eq!((fault("a.png", &png), fault("a.PNG", &png[..28])), (None, Some(Fault::Cut)));
        assert_eq!((fault("a.webp", &webp), fault("a.webp", &webp[..30])), (None, Some(Fault::Cut)));
        for (path, bytes, wrong) in [
            ("a.heic", png.as_slice(), Fault::Kind),
            ("a.avif", &png, Fault::Kind),
            ("a", &png, Fault::Kind),
            ("a.png", b"", Fault::NoPicture),
            ("a.jpg", b"imagen", Fault::NoPicture),
            ("a.svg", b"<html></html>", Fault::NoPicture),
            ("a.svg", b"\xff<svg/>", Fault::NoPicture),
            ("a.svg", b"<svg viewBox=\"0 0 1 1\"><path d=\"", Fault::Cut),
        ] {
            assert_eq!(fault(path, bytes), Some(wrong), "{path}");
        }
        for whole in ["<svg/>\n", "<?xml version=\"1.0\"?><svg></svg>"] {
            assert_eq!(fault("a.svg", whole.as_bytes()), None);
        }
    }

    #[test]
    fn a_drawing_says_it_by_its_width_or_its_box() {
        let svg = |attributes: &str| {
            of("a.svg", format!("<?xml version=\"1.0\"?><svg {attributes}><path/></svg>").as_bytes())
        };
        assert_eq!(svg("xmlns=\"x\" width=\"120\" height='80.5px'"), Some((120, 80)));
        assert_eq!(svg("width=\"100%\" height=\"100%\" viewBox=\"0 0 24 12\""), Some((24, 12)));
        assert_eq!(svg("stroke-width=\"2\" viewBox=\"0,0,24,12\""), Some((24, 12)));
        for none in
            ["", "viewBox=\"0 0\"", "width=\"-1\" height=\"5\"", "width=\"99999999999999999999999\" height=\"1\""]
        {
            assert_eq!(svg(none), None, "{none}");
        }
        assert_eq!(of("a.svg", b"\xff<svg"), None);
        assert_eq!(of("a.svg", "<svg width=\"é".as_bytes()), None);
    }
}
