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
