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

const inputs = (part: Element) =>
  [...part.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("input, select, textarea")];

for (const part of document.querySelectorAll<HTMLElement>("[data-merken]")) {
  const key = `ankunft:${location.pathname}:${part.dataset.merken}`;
  const fields = inputs(part).filter(keep);
  const stored: Record<string, string> = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  for (const field of fields) {
    const typed = stored[field.name];
    if (typed !== undefined && field.value === "") field.value = typed;
  }
  part.addEventListener("input", () => {
    const typed = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    sessionStorage.setItem(key, JSON.stringify(typed));
  });
  part.closest("form")?.addEventListener("submit", () => sessionStorage.removeItem(key));
}

// Forms that lie on one desk (`form.tisch`) are one form: the key Enter presses the button of the part in
// which somebody types. Without script it keeps what was typed.
for (const desk of document.querySelectorAll<HTMLFormElement>("form.tisch")) {
  desk.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.isComposing || !(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    field.closest("[data-teil]")?.querySelector<HTMLButtonElement>("button[type=submit]")?.click();
  });
}

// Minutes are kept as one writes: a part with `data-selbst` sends itself when a field is left, and says
// below whether it was kept. Without script its button does the same. Another button waits for it.
let running = Promise.resolve();
let sending = 0;
for (const part of document.querySelectorAll<HTMLElement>("[data-selbst]")) {
  const state = part.querySelector<HTMLElement>("[data-stand]");
  const version = inputs(part).find((it) => it.name.endsWith("~version"));
  const token = part.closest("form")?.querySelector<HTMLInputElement>("input[name=csrf]");
  const send = async () => {
    const fields = inputs(part).map((it) => [it.name.split("~").pop() ?? "", it.value]);
    const body = new URLSearchParams([...fields, ["csrf", token?.value ?? ""], ["selbst", "1"]]);
    try {
      const answer = await fetch(part.dataset.selbst ?? "", { method: "POST", body });
      const told: { version?: number; text?: string } = await answer.json();
      if (told.version && version) version.value = String(told.version);
      if (state) state.textContent = told.text ?? "";
    } catch {
      // Nothing is lost: what was typed still stands there, and the button tells what is wrong.
      if (state) state.textContent = "";
    }
  };
  part.addEventListener("change", () => {
    sending += 1;
    running = running.then(send).finally(() => (sending -= 1));
  });
}
for (const desk of document.querySelectorAll<HTMLFormElement>("form.tisch:has([data-selbst])")) {
  desk.addEventListener("submit", (event) => {
    if (sending === 0) return;
    event.preventDefault();
    void running.then(() => desk.requestSubmit(event.submitter));
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

// A picture that is wider than its place begins at what was asked for. Without script a link leads there.
for (const frame of document.querySelectorAll<HTMLElement>("[data-mitte]")) {
  const target = document.getElementById(frame.dataset.mitte ?? "");
  if (!target) continue;
  const [outer, inner] = [frame.getBoundingClientRect(), target.getBoundingClientRect()];
  frame.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
}

// After a refused form the reader starts at the summary of what is wrong.
document.querySelector<HTMLElement>("[data-fehlerliste]")?.focus();
