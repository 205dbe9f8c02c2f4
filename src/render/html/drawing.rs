//! Drawings within a page: shapes, text and links, and nothing else.
//!
//! A drawing is read tag by tag and written anew from what is allowed. Its ids get a prefix, so that two drawings on a page do
//! not meet; its links `ref:ANCHOR` get the address of the anchor.

use super::RenderError;
use super::inline::escape;

const ELEMENTS: [&str; 17] = [
    "a", "circle", "clipPath", "defs", "desc", "ellipse", "g", "line", "marker", "path", "polygon", "polyline", "rect",
    "svg", "text", "title", "tspan",
];

const ATTRIBUTES: [&str; 54] = [
    "aria-describedby",
    "aria-hidden",
    "aria-label",
    "aria-labelledby",
    "class",
    "clip-path",
    "cx",
    "cy",
    "d",
    "dominant-baseline",
    "dx",
    "dy",
    "font-size",
    "font-weight",
    "height",
    "href",
    "id",
    "lang",
    "letter-spacing",
    "marker-end",
    "marker-mid",
    "marker-start",
    "markerHeight",
    "markerUnits",
    "markerWidth",
    "opacity",
    "orient",
    "pathLength",
    "points",
    "preserveAspectRatio",
    "r",
    "refX",
    "refY",
    "role",
    "rotate",
    "rx",
    "ry",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-width",
    "text-anchor",
    "textLength",
    "transform",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "xml:lang",
    "xmlns",
    "y",
    "y1",
    "y2",
];

/// The drawing as part of a page. `address` gives the address of an anchor.
pub fn embed(
    svg: &str,
    prefix: &str,
    alt: &str,
    address: &dyn Fn(&str) -> Result<String, RenderError>,
) -> Result<String, RenderError> {
    let mut out = String::with_capacity(svg.len() + 128);
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    let mut begun = false;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        write_text(text, !open.is_empty(), &mut out)?;
        rest = if let Some(skipped) = tag.strip_prefix("<?") {
            after(skipped, "?>")?
        } else if let Some(skipped) = tag.strip_prefix("<!--") {
            after(skipped, "-->")?
        } else if let Some(closing) = tag.strip_prefix("</") {
            let (name, rest) = closing.split_once('>').ok_or_else(|| bad("a tag does not end"))?;
            if open.pop() != Some(name.trim()) {
                return Err(bad(&format!("</{name}> closes nothing")));
            }
            out.push_str(&format!("</{}>", name.trim()));
            rest
        } else {
            let (name, attributes, closed, rest) = opening(&tag[1..])?;
            if open.is_empty() && (begun || name != "svg" || closed) {
                return Err(bad("it is not one svg element"));
            }
            if matches!(open.last(), Some(&"title" | &"desc")) {
                return Err(bad("a title holds an element"));
            }
            let root = open.is_empty();
            begun = true;
            write_opening(name, &attributes, root.then_some(alt), prefix, address, &mut out)?;
            if closed {
                out.push_str("/>");
            } else {
                out.push('>');
                open.push(name);
            }
            rest
        };
    }
    write_text(rest, false, &mut out)?;
    match begun && open.is_empty() {
        true => Ok(out),
        false => Err(bad("it does not end")),
    }
}

/// Name, attributes, whether the element is closed at once, and what follows. The text begins after `<`.
type Opening<'a> = (&'a str, Vec<(&'a str, String)>, bool, &'a str);

fn opening(tag: &str) -> Result<Opening<'_>, RenderError> {
    let end = tag.find(|c: char| c.is_whitespace() || c == '>' || c == '/').ok_or_else(|| bad("a tag does not end"))?;
    let (name, mut rest) = tag.split_at(end);
    if !ELEMENTS.contains(&name) {
        return Err(bad(&format!("it has an element `{}`", name.escape_debug())));
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(rest) = rest.strip_prefix("/>") {
            return Ok((name, attributes, true, rest));
        }
        if let Some(rest) = rest.strip_prefix('>') {
            return Ok((name, attributes, false, rest));
        }
        let (attribute, value) = rest.split_once('=').ok_or_else(|| bad("an attribute has no value"))?;
        let attribute = attribute.trim();
        if !ATTRIBUTES.contains(&attribute) {
            return Err(bad(&format!("it has an attribute `{}`", attribute.escape_debug())));
        }
        let value = value.trim_start();
        let quote =
            value.chars().next().filter(|c| matches!(c, '"' | '\'')).ok_or_else(|| bad("a value has no quotes"))?;
        let (value, after) = value[1..].split_once(quote).ok_or_else(|| bad("a value does not end"))?;
        if attributes.iter().any(|(other, _)| *other == attribute) {
            return Err(bad(&format!("`{attribute}` stands twice in an element")));
        }
        attributes.push((attribute, decode(value)?));
        rest = after;
    }
}

fn write_opening(
    name: &str,
    attributes: &[(&str, String)],
    root_alt: Option<&str>,
    prefix: &str,
    address: &dyn Fn(&str) -> Result<String, RenderError>,
    out: &mut String,
) -> Result<(), RenderError> {
    out.push('<');
    out.push_str(name);
    let mut write = |attribute: &str, value: &str| out.push_str(&format!(" {attribute}=\"{}\"", escape(value)));
    for (attribute, value) in attributes {
        match *attribute {
            // HTML knows the namespace by the element.
            "xmlns" => {}
            "id" => write("id", &format!("{prefix}{value}")),
            "aria-labelledby" | "aria-describedby" => {
                let ids: Vec<String> = value.split_whitespace().map(|id| format!("{prefix}{id}")).collect();
                write(attribute, &ids.join(" "));
            }
            "href" => {
                let anchor = value.strip_prefix("ref:").filter(|_| name == "a");
                let anchor = anchor.ok_or_else(|| bad(&format!("`{}` is no ref:", value.escape_debug())))?;
                write("href", &address(anchor)?);
            }
            _ if value.to_ascii_lowercase().contains("url")
                && *attribute != "class"
                && !attribute.starts_with("aria-") =>
            {
                let id = value.strip_prefix("url(#").and_then(|rest| rest.strip_suffix(')'));
                let plain = |id: &&str| id.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
                let id = id.filter(plain).ok_or_else(|| bad(&format!("`{}` leads out of it", value.escape_debug())))?;
                write(attribute, &format!("url(#{prefix}{id})"));
            }
            _ => write(attribute, value),
        }
    }
    // A drawing that tells nothing of itself is told by the figure; one with links must not hide them from assistive technology.
    if let Some(alt) = root_alt
        && !attributes.iter().any(|(attribute, _)| matches!(*attribute, "aria-labelledby" | "aria-label"))
    {
        if !attributes.iter().any(|(attribute, _)| *attribute == "role") {
            write("role", "group");
        }
        write("aria-label", alt);
    }
    Ok(())
}

fn write_text(text: &str, inside: bool, out: &mut String) -> Result<(), RenderError> {
    match inside {
        true => out.push_str(&escape(&decode(text)?)),
        false if text.trim().is_empty() => {}
        false => return Err(bad("text stands outside of it")),
    }
    Ok(())
}

/// Text without its entities: the five of XML and those by number.
fn decode(text: &str) -> Result<String, RenderError> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let (entity, after) = rest[at + 1..].split_once(';').ok_or_else(|| bad("an & stands alone"))?;
        let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let c = match entity {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => match entity.strip_prefix("#x") {
                Some(digits) => number(digits, 16),
                None => entity.strip_prefix('#').and_then(|digits| number(digits, 10)),
            },
        };
        out.push(c.ok_or_else(|| bad(&format!("it has an entity `{}`", entity.escape_debug())))?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn after<'a>(text: &'a str, end: &str) -> Result<&'a str, RenderError> {
    text.split_once(end).map(|(_, rest)| rest).ok_or_else(|| bad("a comment does not end"))
}

fn bad(what: &str) -> RenderError {
    RenderError(format!("a drawing cannot be shown: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embedded(svg: &str) -> Result<String, RenderError> {
        embed(svg, "_d1-", "Tres \"pasos\"", &|anchor| match anchor {
            "paso-1" => Ok("reclamos.html#paso-1".into()),
            _ => Err(RenderError(format!("no {anchor}"))),
        })
    }

    #[test]
    fn ids_get_a_prefix_and_links_an_address() {
        let svg = "<?xml version='1.0'?><!-- x --><svg xmlns='http://www.w3.org/2000/svg' role='img' aria-labelledby='t d'>\
                   <title id='t'>a &amp; b &lt;</title><a href='ref:paso-1'><path marker-end='url(#m)' d='M0 0'/></a></svg>\n";
        assert_eq!(
            embedded(svg).expect("allowed"),
            "<svg role=\"img\" aria-labelledby=\"_d1-t _d1-d\"><title id=\"_d1-t\">a &amp; b &lt;</title>\
             <a href=\"reclamos.html#paso-1\"><path marker-end=\"url(#_d1-m)\" d=\"M0 0\"/></a></svg>"
        );
    }

    #[test]
    fn a_drawing_without_a_name_takes_that_of_its_figure() {
        assert_eq!(
            embedded("<svg></svg>").expect("allowed"),
            "<svg role=\"group\" aria-label=\"Tres &quot;pasos&quot;\"></svg>"
        );
    }

    #[test]
    fn anything_but_shapes_text_and_links_is_refused() {
        for bad in [
            "",
            "x",
            "<svg>",
            "<svg></svg><svg></svg>",
            "<svg></svg>x",
            "<g></g>",
            "<svg/>",
            "<svg></g></svg>",
            "<svg><script>x</script></svg>",
            "<svg><style>x</style></svg>",
            "<svg><foreignObject/></svg>",
            "<svg><image/></svg>",
            "<svg><use href='#x'/></svg>",
            "<svg><animate/></svg>",
            "<svg onload='x'></svg>",
            "<svg style='x'></svg>",
            "<svg><a href='javascript:x'/></svg>",
            "<svg><a href='https://x'/></svg>",
            "<svg><a xlink:href='ref:paso-1'/></svg>",
            "<svg><a href='ref:nowhere'/></svg>",
            "<svg><path href='ref:paso-1'/></svg>",
            "<svg><a href=x></a></svg>",
            "<svg><path clip-path='url(http://x)'/></svg>",
            "<svg><path clip-path='URL (//x)'/></svg>",
            "<svg><title><path/></title></svg>",
            "<svg>&nbsp;</svg>",
            "<svg>& </svg>",
            "<!DOCTYPE svg><svg></svg>",
            "<svg><![CDATA[x]]></svg>",
            "<svg><path d='0' d='1'/></svg>",
            "<svg><!-- </svg>",
            "<svg fill='red'></svg>",
        ] {
            assert!(embedded(bad).is_err(), "{bad}");
        }
    }
}
