// What the pages do better with a script: suggestions, keys, filters that answer at once, copying.
// In: the page as the server made it. Out: the same page, quicker to use. Its words stand in the page.
// Deliberately absent: anything that a page cannot do without it, and any address but its own.
"use strict";
(() => {
  const words = document.currentScript.dataset;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, more) => Object.assign(document.createElement(name), more);
  const field = find("#q");

  // Copying a citation. Without a secure context there is no clipboard but that of a selection.
  const copy = async (text, from) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection().selectAllChildren(from);
      document.execCommand("copy");
    }
  };
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest?.("button.copy");
    if (!button) return;
    const citation = find(".citation", button.parentElement.parentElement);
    await copy(citation.textContent, citation);
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = words.copy; }, 2000);
  });

  // Keys: / goes to the field, arrows from hit to hit, Escape back to the field.
  const isTyping = (at) => at.closest("input, select, textarea, [contenteditable]");
  const stops = () => all(".hits .to, .told-of h2 a");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (event.key === "/" && field && !isTyping(event.target)) {
      event.preventDefault();
      field.focus();
      field.select();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const hits = stops();
    const at = hits.indexOf(document.activeElement);
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (at < 0 && !(event.target === field && next === 0)) return;
    event.preventDefault();
    const to = hits[next] ?? (next < 0 ? field : null);
    to?.focus();
    to?.closest("li")?.scrollIntoView({ block: "nearest" });
  });

  // Suggestions under the field: a combobox with a list (ARIA Authoring Practices).
  const suggest = (input) => {
    const list = make("ul", { id: "forslag", className: "suggestions", hidden: true });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", words.suggestions);
    input.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");
    let chosen = -1;
    let asked = 0;
    let waiting;
    const show = (options) => {
      list.replaceChildren(...options);
      list.hidden = options.length === 0;
      choose(-1);
    };
    const choose = (nth) => {
      chosen = nth;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === nth));
      input.setAttribute("aria-expanded", !list.hidden);
      if (nth < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[nth].id);
    };
    const option = (text, kind, take, nth) => {
      const item = make("li", { id: `forslag-${nth}` });
      item.setAttribute("role", "option");
      item.append(make("b", { textContent: text }), make("span", { textContent: kind }));
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(); });
      item.take = take;
      return item;
    };
    const ask = async () => {
      const typed = input.value;
      const last = /[\p{L}\p{N}-]{2,}$/u.exec(typed);
      const mine = ++asked;
      if (!last) return show([]);
      const answer = await fetch(`/api/v1/suggest?q=${encodeURIComponent(typed)}&limit=4`)
        .then((response) => (response.ok ? response.json() : null)).catch(() => null);
      if (!answer || mine !== asked || document.activeElement !== input) return;
      const go = (address) => () => { location.href = address; };
      const complete = (word) => () => {
        input.value = typed.slice(0, last.index) + word;
        show([]);
        input.form.requestSubmit();
      };
      const rows = [
        ...answer.words.map((one) => [one.text, one.n_statements, complete(one.text)]),
        ...answer.people.map((one) => [one.text, words.person, go(`/person/${encodeURIComponent(one.key)}`)]),
        ...answer.bodies.map((one) => [one.text, words.body, go(`/organ/${encodeURIComponent(one.key)}`)]),
      ];
      show(rows.map(([text, kind, take], nth) => option(text, kind, take, nth)));
    };
    input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 80); });
    input.addEventListener("blur", () => show([]));
    input.addEventListener("keydown", (event) => {
      if (list.hidden) return;
      const n = list.children.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        // One place more than there are: the field itself.
        choose(((chosen + 1 + step + n + 1) % (n + 1)) - 1);
      } else if (event.key === "Escape") {
        event.preventDefault();
        show([]);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        list.children[chosen].take();
      }
    });
  };
  const ask = find(".ask #q");
  if (ask) suggest(ask);

  // Filters that answer at once: the answer is fetched and put in the place of the one before. Back
  // undoes that, in the fields too.
  const live = find("form[data-live]");
  const answer = find("#svar");
  if (live && answer) {
    let asked = 0;
    let here = location.search;
    const show = async (address) => {
      const mine = ++asked;
      const text = await fetch(address).then((response) => response.text()).catch(() => null);
      if (text === null || mine !== asked) return null;
      const page = new DOMParser().parseFromString(text, "text/html");
      for (const part of ["#besked", "#svar"]) find(part).replaceChildren(...find(part, page).childNodes);
      find("#melding").textContent = find("#fundet, #besked h1")?.textContent ?? "";
      document.title = page.title;
      return find("form[data-live]", page);
    };
    live.addEventListener("change", async (event) => {
      if (event.target === field) return;
      const filled = [...new FormData(live)].filter(([, value]) => value !== "");
      const address = `/?${new URLSearchParams(filled)}`;
      if (await show(address)) history.pushState(null, "", address);
      here = location.search;
    });
    addEventListener("popstate", async () => {
      if (location.search === here) return;
      here = location.search;
      const form = await show(location.href);
      for (const input of form ? live.elements : []) {
        const old = form.elements[input.name];
        if (!old || input.type === "hidden") continue;
        if (input.type === "checkbox") input.checked = old.checked;
        else input.value = old.value;
      }
    });
  }

  // The item that is being read is marked in the agenda.
  const links = new Map(all(".agenda a").map((link) => [link.hash.slice(1), link]));
  if (links.size && "IntersectionObserver" in window) {
    const seen = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        for (const link of links.values()) link.removeAttribute("aria-current");
        links.get(target.id)?.setAttribute("aria-current", "location");
      }
    }, { rootMargin: "0px 0px -75% 0px" });
    for (const id of links.keys()) {
      const heading = document.getElementById(id);
      if (heading) seen.observe(heading);
    }
  }
})();
