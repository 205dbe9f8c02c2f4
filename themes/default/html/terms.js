// The definition of a term beside the term, while it is pointed at or has the focus. It also stands at the page's end.
(() => {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("role", "tooltip");
  tip.id = "_tip";
  tip.hidden = true;
  let shown = null, leaving = 0;

  const hide = () => {
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    tip.hidden = true;
    shown = null;
  };
  const later = () => { leaving = setTimeout(hide, 200) };
  const show = link => {
    clearTimeout(leaving);
    const text = document.getElementById(link.dataset.explanation)?.querySelector("dd");
    if (!text || shown === link) return;
    hide();
    tip.textContent = text.textContent;
    link.after(tip);
    tip.hidden = false;
    link.setAttribute("aria-describedby", tip.id);
    shown = link;
    place();
  };
  // Below the term, within the page; above it where there is no room.
  const place = () => {
    if (!shown) return;
    const at = shown.getClientRects()[0], room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    const below = at.bottom + 6, above = at.top - tip.offsetHeight - 6;
    tip.style.left = `${Math.max(8, Math.min(at.left, room))}px`;
    tip.style.top = `${below + tip.offsetHeight > innerHeight && above > 0 ? above : below}px`;
  };

  for (const link of document.querySelectorAll("a.term")) {
    link.addEventListener("pointerenter", e => { if (e.pointerType !== "touch") show(link) });
    link.addEventListener("pointerleave", e => { if (e.pointerType !== "touch") later() });
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", hide);
    // A finger's first touch explains, the second follows the link.
    let known = false;
    link.addEventListener("pointerdown", e => { known = e.pointerType !== "touch" || shown === link });
    link.addEventListener("click", e => {
      if (known || e.detail === 0) return;
      e.preventDefault();
      show(link);
    });
  }
  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", later);
  addEventListener("keydown", e => { if (e.key === "Escape") hide() });
  addEventListener("scroll", place, { passive: true });
})();
