"""python payloads.py [--links] MANUAL OUT — a copy of a manual with a payload in every text that a reader sees, so that a browser can show
that none of them runs. With `--links` links and pictures of Markdown are among them, which the program refuses to publish. Keys that carry values, ids or words of a closed list are left as they are.
"""

import pathlib
import shutil
import sys

from ruamel.yaml import YAML

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "\"><a href='javascript:alert(1)'>x</a>",
    "{{ 7*7 }}{% raw %}",
    "</script></style></title><iframe srcdoc='<script>alert(1)</script>'>",
]
LINKS = ["[x](javascript:alert(1))", "![x](data:text/html,<script>alert(1)</script>)"]
# What stands in a translation beside its texts, or is a time elsewhere.
IDS = {"id", "code", "of", "on", "by"}
# Kinds in which keys name something else than a text.
LEFT = {"profiles", "theme"}


def keys_of(node, found, key=None):
    """The keys whose value is a text, or a list of texts, anywhere in a translation: it has nothing but texts."""
    if isinstance(node, dict):
        for name, value in node.items():
            keys_of(value, found, name)
    elif isinstance(node, list):
        for item in node:
            keys_of(item, found, key)
    elif isinstance(node, str) and key is not None:
        found.add(key)


def poison(node, texts, counter, key=None):
    """The node with a payload behind each text of those keys."""
    if isinstance(node, dict):
        for name, value in node.items():
            node[name] = poison(value, texts, counter, name)
    elif isinstance(node, list):
        for at, item in enumerate(node):
            node[at] = poison(item, texts, counter, key)
    elif isinstance(node, str) and key in texts and not node.startswith("[["):
        counter[0] += 1
        return node + " " + PAYLOADS[counter[0] % len(PAYLOADS)]
    return node


def head_of(path):
    """What a file says in YAML, and the Markdown behind it."""
    text = path.read_text("utf-8")
    if path.suffix != ".md":
        return text, None
    _, head, body = text.split("---\n", 2)
    return head, body


def main():
    words = sys.argv[1:]
    if words[0] == "--links":
        words.pop(0)
        PAYLOADS.extend(LINKS)
    source, out = map(pathlib.Path, words)
    shutil.copytree(source, out)
    yaml = YAML()
    yaml.width = 10_000
    counter = [0]
    for path in sorted(out.rglob("*")):
        if path.suffix not in (".yaml", ".md") or path.relative_to(out).parts[0] in LEFT or ".en." in path.name:
            continue
        head, body = head_of(path)
        data = yaml.load(head)
        if data is None:
            continue
        translation = path.with_name(f"{path.stem}.en{path.suffix}")
        texts = set()
        if translation.exists():
            keys_of(yaml.load(head_of(translation)[0]), texts)
        poison(data, texts - IDS, counter)
        with path.open("w", encoding="utf-8") as file:
            if body is not None:
                file.write("---\n")
            yaml.dump(data, file)
            if body is not None:
                file.write("---\n" + body + "\n\n" + "\n\n".join(PAYLOADS) + "\n")
    print(f"{counter[0]} texts with payloads")


if __name__ == "__main__":
    main()
