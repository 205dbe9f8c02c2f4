//! How large a picture says that it is, by the first bytes of its file. Nothing is drawn or unpacked.

use imagesize::blob_size;

/// Width and height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// The size of a picture that browsers show; none of another file, or of one that does not say it.
pub fn size(path: &str, bytes: &[u8]) -> Option<Size> {
    const DOTS: [&str; 6] = ["png", "jpg", "jpeg", "gif", "webp", "avif"];
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
