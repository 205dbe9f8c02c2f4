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
TEXTS = {
    "name", "short_name", "title", "subtitle", "description", "definition", "summary", "note", "say", "content", "form", "statement",
    "promise", "why", "gives", "practice", "example", "profile", "attitude", "task", "does", "trigger", "reason", "term", "synonyms",
    "history", "mission", "vision", "contribution", "what", "question", "ask", "plural", "peak_when", "conditions",
}
# Kinds in which these keys name something else than a text.
LEFT = {"profiles", "theme"}


def poison(node, counter):
    if isinstance(node, dict):
        for key, value in node.items():
            if key in TEXTS and isinstance(value, str) and not value.startswith("[["):
                node[key] = value + " " + PAYLOADS[counter[0] % len(PAYLOADS)]
                counter[0] += 1
            else:
                poison(value, counter)
    elif isinstance(node, list):
        for item in node:
            poison(item, counter)


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
        text = path.read_text("utf-8")
        head, body = text, None
        if path.suffix == ".md":
            _, head, body = text.split("---\n", 2)
        data = yaml.load(head)
        if data is None:
            continue
        poison(data, counter)
        with path.open("w", encoding="utf-8") as file:
            if body is not None:
                file.write("---\n")
            yaml.dump(data, file)
            if body is not None:
                file.write("---\n" + body + "\n\n" + "\n\n".join(PAYLOADS) + "\n")
    print(f"{counter[0]} texts with payloads")


if __name__ == "__main__":
    main()
