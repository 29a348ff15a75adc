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

/** A name is drawn from one week to another: the box of its day gets the same weekday, or the first school day of that week. */
for (const board of document.querySelectorAll("[data-weeks]")) {
  let drawn = null;
  const count = week => {
    const number = week.querySelectorAll("ul > li").length;
    week.querySelector("[data-number]").textContent = number;
    week.querySelector(".tag").hidden = number <= Number(board.dataset.weeks);
  };
  for (const name of board.querySelectorAll("ul > li")) {
    name.draggable = true;
    name.addEventListener("dragstart", () => { drawn = name; });
  }
  for (const week of board.querySelectorAll("[data-days]")) {
    const days = week.dataset.days.split(" ").filter(Boolean);
    week.addEventListener("dragover", event => { if (drawn && days.length) { event.preventDefault(); week.classList.add("over"); } });
    week.addEventListener("dragleave", () => week.classList.remove("over"));
    week.addEventListener("drop", event => {
      event.preventDefault();
      week.classList.remove("over");
      const box = document.getElementById(drawn.querySelector("a").hash.slice(1)), old = drawn.closest("[data-days]");
      const weekday = new Date(box.value).getUTCDay();
      box.value = days.find(day => new Date(day).getUTCDay() === weekday) ?? days[0];
      box.dispatchEvent(new Event("input", { bubbles: true }));
      week.querySelector("ul").append(drawn);
      count(old);
      count(week);
      drawn = null;
    });
  }
}

/** A form that was changed asks before its words are lost; a second press does not send it twice, unless it hands out a file and the
    page stays. */
for (const form of document.querySelectorAll("form[method=post]:not([data-rows] form)")) {
  const asks = event => event.preventDefault();
  let sent = false;
  form.addEventListener("input", () => {
    if (form.hasAttribute("data-long")) window.addEventListener("beforeunload", asks);
  });
  form.addEventListener("submit", event => {
    if (sent) return event.preventDefault();
    sent = !form.hasAttribute("data-hands-out");
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

/** What stands in a form is looked at while it is typed: the answer takes the place of the words on the page. */
for (const says of document.querySelectorAll("form [data-asks]")) {
  const form = says.closest("form");
  let pause = 0;
  let asked = new AbortController();
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(says.dataset.asks, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: asked.signal });
      if (!answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(says.id);
      // It is spoken when its words change; what is said already is not said again.
      if (fresh && fresh.textContent !== says.textContent) says.replaceChildren(...fresh.childNodes);
    } catch {
      // No network, or what was typed next overtook this: the button still works.
    }
  };
  const soon = () => {
    clearTimeout(pause);
    pause = setTimeout(ask, 350);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
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

/** What is typed into a form and not saved yet, kept in this browser: ids and texts alone, under a key that the page
    gives for this person, for a week at most. Where the page gives no key, as on a shared computer, nothing is kept. */
class Typed {
  static #mark = "typed ";
  static #week = 7 * 24 * 3600 * 1000;
  #key;
  #withoutWords;

  /** Without words, sentences about a child are not kept: numbers and choices alone are. */
  constructor(key, withoutWords = false) {
    this.#key = key;
    this.#withoutWords = withoutWords;
  }

  #place(action) { return `${Typed.#mark}${this.#key} ${action.split("?")[0]}`; }

  /** With the name and value of the button that was pressed, if one was: then the form waits to be sent. */
  keep(form, pressed = null) {
    const typed = new FormData(form);
    const left = ["form_key", "free_text", ...(this.#withoutWords ? typed.getAll("free_text") : [])];
    const fields = [...typed].filter(([name]) => !left.includes(name));
    if (this.#key) Typed.#try(() => localStorage.setItem(this.#place(form.getAttribute("action")), JSON.stringify({ at: Date.now(), pressed, fields })));
  }

  /** What was refused waits for its reader, and is not sent by itself any more. */
  rest(action) {
    const kept = this.#key && Typed.#try(() => JSON.parse(localStorage.getItem(this.#place(action))));
    if (kept) Typed.#try(() => localStorage.setItem(this.#place(action), JSON.stringify({ ...kept, pressed: null })));
  }

  /** Whether something of a form is kept, and whether it waits to be sent. */
  has(action) {
    const kept = this.#key && Typed.#try(() => JSON.parse(localStorage.getItem(this.#place(action))));
    return kept ? (kept.pressed ? "waits" : "typed") : "";
  }

  letGo(action) { if (this.#key) Typed.#try(() => localStorage.removeItem(this.#place(action))); }

  /** Puts back what was kept of a form; nothing where nothing was. */
  bring(form) {
    const kept = this.#key && Typed.#try(() => JSON.parse(localStorage.getItem(this.#place(form.getAttribute("action")))));
    if (!kept) return kept;
    for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = kept.fields.some(([name, value]) => name === box.name && value === box.value);
    for (const [name, value] of kept.fields) if (form.elements[name]?.value !== undefined && form.elements[name].type !== "checkbox") form.elements[name].value = value;
    return kept;
  }

  /** What waits to be sent to addresses that begin so. */
  waiting(start) {
    const places = Typed.#try(() => Object.keys(localStorage)) ?? [];
    return places.filter(place => this.#key && place.startsWith(this.#place(start)))
      .map(place => [place.slice(this.#place("").length), Typed.#try(() => JSON.parse(localStorage.getItem(place)))])
      .filter(([, kept]) => kept?.pressed);
  }

  /** Forgets what is old, or all of everybody. */
  static forget(all) {
    for (const place of Typed.#try(() => Object.keys(localStorage)) ?? []) {
      if (!place.startsWith(Typed.#mark)) continue;
      const at = Typed.#try(() => JSON.parse(localStorage.getItem(place)).at) ?? 0;
      if (all || Date.now() - at > Typed.#week) Typed.#try(() => localStorage.removeItem(place));
    }
  }

  /** A browser may be told to keep nothing, or be full. */
  static #try(work) { try { return work(); } catch { return null; } }
}
Typed.forget(false);
for (const form of document.querySelectorAll(".signout")) form.addEventListener("submit", () => Typed.forget(true));

/** Rows that are saved one by one without leaving the page. What can't be sent waits, and is sent when there is a
    connection again; a mark in the field `once` lets the server save it once, however often it comes. */
for (const list of document.querySelectorAll("[data-rows]")) {
  const says = document.getElementById(list.dataset.rows);
  const button = document.querySelector("[data-sends]");
  const typed = new Typed(list.dataset.keeps, "withoutWords" in list.dataset);
  const [unsaved, waiting] = [new Set(), new Map()];
  let rests = 0;
  let sends = false;

  const say = (row, words) => {
    row.querySelector("[data-says]").textContent = words;
    const rows = list.querySelectorAll("[data-row]"), done = list.querySelectorAll("[data-done]");
    says.textContent = `${row.dataset.row}: ${words} ${done.length} of ${rows.length} ${list.dataset.rowWord ?? "looked at today"}.`;
    button.hidden = waiting.size === 0;
  };

  /** Onto the next row with something to do, where the reader still is in this one. */
  const goOn = row => {
    let next = row.nextElementSibling;
    while (next && (!next.querySelector("form") || "done" in next.dataset)) next = next.nextElementSibling;
    (next?.querySelector(list.dataset.first ?? "select, textarea") ?? says).focus();
  };

  const send = async (row, pressed, moves) => {
    const form = row.querySelector("form");
    const { once } = form.elements;
    once.value ||= Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
    const body = new URLSearchParams(new FormData(form));
    body.append(...pressed);
    body.append("row", "only");
    typed.keep(form, pressed);
    // What is sent by itself leaves the reader where they are.
    const key = once.value;
    row.inert = moves;
    const [answer, page] = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(20000) })
      .then(async answer => [answer, new DOMParser().parseFromString(await answer.text(), "text/html")])
      .catch(() => []);
    row.inert = false;
    const fresh = page?.getElementById(row.id);
    // Meanwhile something else was typed, or pressed: that is what counts now, and it is sent under a key of its own.
    if (!moves && (once.value !== key || !row.isConnected)) return answer;
    if (!answer) waiting.set(row, pressed);
    else waiting.delete(row);
    if (!answer) say(row, list.dataset.keeps ? "Kept on this computer, not saved yet." : "Not saved yet: there is no connection. Leave this page open.");
    else if (!fresh) say(row, "Not saved. It may be gone, or you were signed out. Sign in in a new tab, then open this page again.");
    else {
      const wasHere = row.contains(document.activeElement);
      (document.getElementById(row.id) ?? row).replaceWith(fresh);
      if (wasHere && !moves) (fresh.querySelector("a, button, summary") ?? says).focus();
      unsaved.delete(row);
      // A second tap of a nervous finger must not land in the row that has moved up.
      if (moves) rests = Date.now() + 600;
      const again = fresh.querySelector("form");
      if (answer.ok || !again) typed.letGo(form.getAttribute("action"));
      else {
        // What was refused waits for its reader, and is not sent by itself.
        unsaved.add(fresh);
        typed.keep(again);
      }
      say(fresh, answer.ok ? fresh.querySelector("[data-says]").textContent : page.getElementById("problems")?.innerText || "This row needs mending.");
    }
    if (!moves) return answer;
    if (answer && !answer.ok) (["[aria-invalid=true]", "select"].map(what => (fresh ?? row).querySelector(what)).find(Boolean) ?? says).focus();
    else goOn(fresh ?? row);
    return answer;
  };

  const sendWaiting = async () => {
    if (sends) return;
    sends = true;
    for (const [row, pressed] of [...waiting]) if (!(await send(row, pressed, false))) break;
    await sendOthers().catch(() => {});
    sends = false;
  };

  /** What waits of another day has no row on this page: it is sent as it was kept. */
  const sendOthers = async () => {
    const start = list.dataset.sendsTo;
    const key = document.querySelector("[name=form_key]")?.value;
    const told = words => {
      if (says.textContent.includes(words)) return;
      says.textContent = `${says.textContent} ${words}`.trim();
    };
    for (const [action, kept] of start && key ? typed.waiting(start) : []) {
      if ([...list.querySelectorAll("form")].some(form => form.getAttribute("action").split("?")[0] === action)) continue;
      const body = new URLSearchParams([...kept.fields, kept.pressed, ["form_key", key]]);
      const answer = await fetch(action, { method: "POST", body, signal: AbortSignal.timeout(20000) });
      const day = action.match(/\d{4}-\d\d-\d\d/)?.[0] ?? "another day";
      if (answer.status === 404) {
        told(`What waited from ${day} can’t be sent: that session is not yours any more, or is gone. It stays in this browser. Ask your SENCO to log it.`);
        continue;
      }
      const isIn = [200, 409, 422].includes(answer.status) && (!answer.redirected || answer.url.includes("saved="));
      if (!isIn) return;
      const row = [...list.querySelectorAll("[data-sent]")].find(row => row.dataset.sent === action);
      if (answer.ok) {
        typed.letGo(action);
        told(`What waited from ${day} is sent.`);
      } else if (row) {
        typed.letGo(action);
        notTaken(row);
      } else {
        typed.rest(action);
        told(`What waited from ${day} could not be saved. Look at that day and say it again.`);
      }
    }
  };

  /** Somebody said something of it before: what was pressed here is not what stands. */
  const notTaken = row => say(row, "What this browser kept is not saved: the session was logged before. Look at what stands, and correct it if it is wrong.");

  const bring = row => {
    const form = row.querySelector("form");
    if (!form && row.dataset.sent && typed.has(row.dataset.sent) === "typed") {
      typed.letGo(row.dataset.sent);
      notTaken(row);
    }
    const kept = form && typed.bring(form);
    if (!kept) return;
    unsaved.add(row);
    say(row, "What you typed here is not saved yet.");
    if (kept.pressed) waiting.set(row, kept.pressed);
  };

  /** A long list comes in parts; they are joined, so that all of it is on this page. */
  const join = async () => {
    for (let link; (link = document.querySelector("a[data-joins]"));) {
      const answer = await fetch(link.href);
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const rows = [...page.querySelectorAll("[data-rows] > [data-row]")];
      list.append(...rows);
      rows.forEach(bring);
      const [old, next] = [link.closest("nav"), page.querySelector("a[data-joins]")?.closest("nav")];
      if (next) old.replaceWith(next); else old.remove();
    }
  };

  list.addEventListener("input", event => {
    const row = event.target.closest("[data-row]");
    event.target.form.elements.once.value = "";
    unsaved.add(row);
    if (waiting.delete(row)) button.hidden = waiting.size === 0;
    typed.keep(event.target.form);
    row.querySelector("[data-says]").textContent = "";
  });
  list.addEventListener("submit", event => {
    // Words for the safeguarding lead leave the page, and stay in no browser.
    if (event.submitter?.hasAttribute("formaction")) return typed.letGo(event.target.getAttribute("action"));
    event.preventDefault();
    const row = event.target.closest("[data-row]");
    if (row.inert || ("rests" in list.dataset && Date.now() < rests)) return;
    const pressed = event.submitter ?? event.target.querySelector("button");
    send(row, [pressed.name, pressed.value || "yes"], true).then(answer => answer?.ok && sendWaiting());
  });
  list.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.target.form?.requestSubmit(event.target.form.querySelector("[name=save]"));
  });
  button.addEventListener("click", sendWaiting);
  window.addEventListener("online", sendWaiting);
  // A phone does not always say that it is connected again.
  setInterval(() => waiting.size && sendWaiting(), 20000);
  window.addEventListener("beforeunload", event => { if ((unsaved.size || waiting.size) && !list.dataset.keeps) event.preventDefault(); });
  list.querySelectorAll("[data-row]").forEach(bring);
  join().catch(() => {}).then(sendWaiting);
}
