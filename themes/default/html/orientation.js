// A path with its progress, tests that are checked at once, and the acknowledgement as a file. Without it the page is a list to
// print, with boxes to tick and the answers beneath. Every word stands in the page.
(() => {
  const fill = (text, slots) => text.replace(/\{(\w+)\}/g, (all, name) => Object.hasOwn(slots, name) ? slots[name] : all);
  const show = (...nodes) => nodes.forEach(node => { node.hidden = false; });
  const add = (parent, tag, className, text) => {
    const node = parent.appendChild(document.createElement(tag));
    node.className = className;
    node.textContent = text;
    return node;
  };

  // What is kept of this reader: under the manual, its edition and the role, on this device alone.
  const path = document.querySelector("[data-path]");
  const kept = { tasks: [], answers: {} };
  let keeps = path !== null;
  const key = path && `cartilla:${path.dataset.path}`;
  const texts = list => Array.isArray(list) ? list.filter(item => typeof item === "string") : [];
  if (keeps) {
    try {
      const stored = JSON.parse(localStorage.getItem(key) ?? "{}");
      kept.tasks = texts(stored?.tasks);
      for (const [id, values] of Object.entries(stored?.answers ?? {})) kept.answers[id] = texts(values);
    } catch { /* Nothing is kept, or it is not ours: the reader begins anew. */ }
  }
  const keep = () => {
    if (!key) return;
    try { localStorage.setItem(key, JSON.stringify(kept)); keeps = true; } catch { keeps = false; }
  };

  // The path.
  const boxes = [...document.querySelectorAll("[data-task]")];
  const minutes = box => Number(box.dataset.minutes) || 0;
  const tell = () => {
    if (!path) return;
    const done = boxes.filter(box => box.checked);
    const left = boxes.filter(box => !box.checked).reduce((sum, box) => sum + minutes(box), 0);
    const { count, left: remains, h, m, finished, unkept } = path.dataset;
    const parts = [];
    if (left >= 60) parts.push(fill(h, { h: Math.floor(left / 60) }));
    if (left % 60) parts.push(fill(m, { m: left % 60 }));
    let text = fill(count, { done: done.length, all: boxes.length });
    if (done.length === boxes.length) text += ` · ${finished}`;
    else if (parts.length) text += ` · ${fill(remains, { time: parts.join(" ") })}`;
    path.querySelector(".count").textContent = text;
    const bar = path.querySelector("progress");
    bar.max = boxes.length;
    bar.value = done.length;
    if (!keeps) path.querySelector(".kept span").textContent = unkept;
  };
  for (const box of boxes) {
    box.checked = kept.tasks.includes(box.dataset.task);
    box.addEventListener("change", () => {
      kept.tasks = boxes.filter(box => box.checked).map(box => box.dataset.task);
      keep();
      tell();
    });
  }

  // The tests.
  const questions = [];
  for (const quiz of document.querySelectorAll("[data-quiz]")) {
    const answers = [...quiz.querySelectorAll(".answers > ol > li")];
    const sets = [...quiz.querySelectorAll("[data-question]")];
    const score = quiz.querySelector(".score");
    const own = sets.map((set, n) => {
      const id = `${quiz.dataset.quiz}/${set.dataset.question}`;
      const inputs = [...set.querySelectorAll("input")];
      const told = set.querySelector(".told");
      const question = { right: null };
      inputs.forEach(input => { input.checked = (kept.answers[id] ?? []).includes(input.value); });
      inputs.forEach(input => input.addEventListener("change", () => {
        kept.answers[id] = inputs.filter(input => input.checked).map(input => input.value);
        question.right = null;
        told.replaceChildren();
        delete set.dataset.state;
        keep();
      }));
      set.querySelector("button").addEventListener("click", () => {
        told.replaceChildren();
        if (!inputs.some(input => input.checked)) {
          add(told, "p", "verdict", quiz.dataset.unanswered);
          return;
        }
        question.right = inputs.every(input => input.checked === input.hasAttribute("data-right"));
        set.dataset.state = question.right ? "right" : "wrong";
        add(told, "p", "verdict", question.right ? quiz.dataset.right : quiz.dataset.wrong);
        // The answer with its place is the one that stands beneath the test.
        for (const part of answers[n].children) {
          const copy = told.appendChild(part.cloneNode(true));
          copy.querySelectorAll("[id]").forEach(node => node.removeAttribute("id"));
        }
        score.textContent = fill(quiz.dataset.score, { right: own.filter(one => one.right).length, all: own.length });
        show(score);
      });
      show(set.querySelector(".acts"));
      return question;
    });
    questions.push(...own);
  }

  if (path) {
    path.querySelector("button").addEventListener("click", () => {
      kept.tasks = [];
      kept.answers = {};
      boxes.forEach(box => { box.checked = false; });
      document.querySelectorAll("[data-quiz] input").forEach(input => { input.checked = false; });
      document.querySelectorAll("[data-quiz] .told").forEach(told => told.replaceChildren());
      document.querySelectorAll("[data-quiz] .score").forEach(score => { score.hidden = true; });
      document.querySelectorAll("[data-question]").forEach(set => { delete set.dataset.state; });
      questions.forEach(question => { question.right = null; });
      try { localStorage.removeItem(key); } catch { /* Then nothing was kept either. */ }
      tell();
    });
    keep();
    tell();
    if (boxes.length) show(path.querySelector(".bar"));
  }

  // The acknowledgement.
  for (const sheet of document.querySelectorAll("[data-record]")) {
    const record = JSON.parse(sheet.dataset.record);
    const [name, date, declared] = ["[data-name]", "[data-date]", "[data-declare]"].map(it => sheet.querySelector(it));
    const told = sheet.querySelector(".told");
    const now = new Date();
    const two = n => String(n).padStart(2, "0");
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    if (!date.value) date.value = today;
    const refuse = (field, text) => {
      field.setAttribute("aria-invalid", "true");
      told.textContent = text;
      field.focus();
    };
    sheet.querySelector("[data-save]").addEventListener("click", () => {
      [name, date, declared].forEach(field => field.removeAttribute("aria-invalid"));
      const who = name.value.replace(/\s+/g, " ").trim();
      if (!who) return refuse(name, sheet.dataset.noName);
      if (!date.value) return refuse(date, sheet.dataset.noDate);
      if (!declared.checked) return refuse(declared, sheet.dataset.noDeclaration);
      const file = {
        schema: "cartilla/acknowledgement/1",
        manual: { code: record.code, title: record.title, edition: record.edition },
        role: { id: record.role, name: record.role_name },
        name: who,
        date: date.value,
        obligations: { count: record.obligations, digest: record.digest },
        declaration: sheet.querySelector(".declares").textContent.trim(),
        lang: document.documentElement.lang,
        tasks: { done: boxes.filter(box => box.checked).length, of: boxes.length },
        tests: { right: questions.filter(one => one.right).length, of: questions.length },
      };
      const slug = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}.]+/gu, "-").replace(/^-+|-+$/g, "").toLowerCase();
      const parts = [sheet.dataset.file, record.role, record.edition ?? "", who.slice(0, 60)];
      const link = document.createElement("a");
      link.download = `${parts.map(slug).filter(Boolean).join("-")}.json`;
      link.href = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: "application/json" }));
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      told.textContent = fill(sheet.dataset.saved, { file: link.download });
    });
    sheet.querySelector("[data-print]").addEventListener("click", () => print());
    show(...sheet.querySelectorAll(".acts"));
  }
})();
