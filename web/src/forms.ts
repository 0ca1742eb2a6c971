// Small helps for forms. Without this module everything works by its buttons.

// A bar of filters (`form.leiste[data-sofort]`) is sent when a choice changes; its button is hidden.
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sofort]")) {
  for (const button of form.querySelectorAll<HTMLElement>("[data-absenden]")) button.hidden = true;
  form.addEventListener("change", () => form.requestSubmit());
}

// What was typed into a long form survives a closed tab. Passwords, files and tokens are never kept.
const keep = (field: Element): field is HTMLInputElement | HTMLTextAreaElement =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && ["text", "search", "email", "number", "date"].includes(field.type));

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-merken]")) {
  const key = `ankunft:${location.pathname}:${form.dataset.merken}`;
  const fields = [...form.elements].filter(keep);
  const stored: Record<string, string> = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  for (const field of fields) {
    const typed = stored[field.name];
    if (typed !== undefined && field.value === "") field.value = typed;
  }
  form.addEventListener("input", () => {
    const typed = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    sessionStorage.setItem(key, JSON.stringify(typed));
  });
  form.addEventListener("submit", () => sessionStorage.removeItem(key));
}

// Minutes are kept as one writes: a form with `data-selbst` sends itself when a field is left, and
// says below whether it was kept. Without script its button does the same.
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-selbst]")) {
  const state = form.querySelector<HTMLElement>("[data-stand]");
  const version = form.elements.namedItem("version");
  let running = Promise.resolve();
  const send = async () => {
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const body = new URLSearchParams([...fields, ["selbst", "1"]]);
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      const told: { version?: number; text?: string } = await answer.json();
      if (told.version && version instanceof HTMLInputElement) version.value = String(told.version);
      if (state) state.textContent = told.text ?? "";
    } catch {
      // Nothing is lost: what was typed still stands there, and the button tells what is wrong.
      if (state) state.textContent = "";
    }
  };
  form.addEventListener("change", () => (running = running.then(send)));
  form.addEventListener("submit", (event) => {
    if (event.submitter && "selbst" in form.dataset) {
      event.preventDefault();
      void running.then(() => HTMLFormElement.prototype.submit.call(form));
    }
  });
}

// Words for a paper are copied at a press; without script they are marked by hand.
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-kopieren]")) {
  const source = document.getElementById(button.dataset.kopieren ?? "");
  const label = button.textContent;
  button.hidden = !source || !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source?.textContent ?? "");
    button.textContent = button.dataset.kopiert ?? label;
    setTimeout(() => (button.textContent = label), 2000);
  });
}

// After a refused form the reader starts at the summary of what is wrong.
document.querySelector<HTMLElement>("[data-fehlerliste]")?.focus();
