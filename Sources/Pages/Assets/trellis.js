// Small comforts. Every page does all its work without this script.
"use strict";

/** What is wrong with a form is the first thing its reader needs. */
document.getElementById("problems")?.focus();

/** Printing needs a script, so its button is shown by one. */
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** One box that ticks every box of the same name in its form. */
for (const all of document.querySelectorAll("[data-tick-all]")) {
  all.closest("[hidden]")?.removeAttribute("hidden");
  all.addEventListener("change", () => {
    for (const box of all.form.querySelectorAll(`[name="${all.dataset.tickAll}"]`)) box.checked = all.checked;
  });
}

/** A form that was changed asks before its words are lost; a second press does not send it twice. */
for (const form of document.querySelectorAll("form[method=post]")) {
  const asks = event => event.preventDefault();
  let sent = false;
  form.addEventListener("input", () => {
    if (form.hasAttribute("data-long")) window.addEventListener("beforeunload", asks);
  });
  form.addEventListener("submit", event => {
    if (sent) return event.preventDefault();
    sent = true;
    window.removeEventListener("beforeunload", asks);
  });
  window.addEventListener("pageshow", () => { sent = false; });
}

/** A choice in a filter, and words while they are typed, bring their list at once; the place on the page and the focus stay. */
for (const form of document.querySelectorAll("form[data-shows]")) {
  let pause = 0;
  let asked = new AbortController();
  const show = async () => {
    asked.abort();
    asked = new AbortController();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.append(name, value);
    const address = `${form.getAttribute("action") || location.pathname}?${query}`;
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const id of form.dataset.shows.split(" ")) {
        const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
        if (!old || !fresh) continue;
        // A status is spoken when its words change; it must stay the same element.
        if (old.getAttribute("role") === "status") old.textContent = fresh.textContent;
        else old.replaceWith(fresh);
      }
      history.replaceState(null, "", address);
    } catch {
      // No network, or a newer choice overtook this one: the button still works.
    }
  };
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(show, 350);
  };
  form.addEventListener("change", soon);
  form.addEventListener("input", event => {
    if (event.target.type === "search") soon();
  });
}

/** In a grid of scores, cells copied from a spreadsheet fill those from the present one on; the keys go up and down. */
for (const grid of document.querySelectorAll("table[data-grid]")) {
  const rows = [...grid.tBodies[0].rows].map(row => [...row.querySelectorAll("td > input:not([type=hidden])")]);
  const says = grid.parentElement.querySelector("[data-grid-says]");
  const place = cell => {
    const row = rows.findIndex(cells => cells.includes(cell));
    return [row, row < 0 ? -1 : rows[row].indexOf(cell)];
  };
  grid.addEventListener("keydown", event => {
    const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const [row, column] = place(event.target);
    if (!step || row < 0) return;
    event.preventDefault();
    const next = rows[row + step]?.[column] ?? (event.key === "Enter" && step > 0 ? rows[0][column + 1] ?? grid.closest("form").querySelector("button") : null);
    next?.focus();
    next?.select?.();
  });
  grid.addEventListener("paste", event => {
    const [row, column] = place(event.target);
    const lines = event.clipboardData.getData("text/plain").replace(/(\r?\n)+$/, "").split(/\r?\n/).map(line => line.split("\t"));
    if (row < 0 || (lines.length === 1 && lines[0].length === 1)) return;
    event.preventDefault();
    const [high, wide] = [lines.length, Math.max(...lines.map(line => line.length))];
    const [down, across] = [rows.length - row, rows[row].length - column];
    if (high > down || wide > across) {
      says.textContent = `Nothing was filled in: what you pasted is ${high} by ${wide} cells, and from here there is room for ${down} by ${across}. Copy the scores alone, or use the box below the grid.`;
      return;
    }
    lines.forEach((line, i) => line.forEach((text, j) => { rows[row + i][column + j].value = text.trim(); }));
    says.textContent = `${high} by ${wide} cells are filled in. Nothing is saved yet.`;
    grid.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
