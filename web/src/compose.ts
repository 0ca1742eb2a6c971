// Areas are chosen on the drawn map. Without this module an area leads to its box in the list.
//
// <figure data-auswahl><svg …><a href="#feld-gebiet-7"><title>Nord</title><path …/></a></svg></figure>
// <input type="checkbox" id="feld-gebiet-7" …> <p data-stand="Gewählt:"></p>

const figure = document.querySelector<HTMLElement>("[data-auswahl]");
const said = document.querySelector<HTMLElement>("[data-stand]");
const boxes = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox][name=gebiet]")];
const hint = document.querySelector<HTMLElement>("[data-hinweis]");
const areas = new Map<string, SVGAElement>();
const outlines = new Map<SVGAElement, SVGPathElement>();

// Above all areas, so that no neighbour covers half of an outline.
function outline(area: SVGAElement, isChosen: boolean): void {
  const drawn = outlines.get(area);
  if (isChosen === (drawn !== undefined)) return;
  if (drawn) {
    drawn.remove();
    outlines.delete(area);
    return;
  }
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("class", "gewaehlt");
  path.setAttribute("d", area.querySelector("path")?.getAttribute("d") ?? "");
  area.ownerSVGElement?.append(path);
  outlines.set(area, path);
}

function show(): void {
  const names = boxes.filter((box) => box.checked).map((box) => box.labels?.[0]?.textContent ?? "");
  if (said) said.textContent = names.length > 0 ? `${said.dataset.stand ?? ""} ${names.join(", ")}` : "";
  for (const box of boxes) {
    const area = areas.get(box.id);
    if (!area) continue;
    area.setAttribute("aria-checked", String(box.checked));
    outline(area, box.checked);
  }
}

function toggle(box: HTMLInputElement, event: Event): void {
  event.preventDefault();
  box.checked = !box.checked;
  show();
}

if (figure) {
  // The outlines that came with the page would stay where a choice is taken back.
  for (const drawn of figure.querySelectorAll("path.gewaehlt")) drawn.remove();
  for (const box of boxes) {
    const area = figure.querySelector<SVGAElement>(`a[href="#${box.id}"]`);
    if (!area) continue;
    areas.set(box.id, area);
    area.setAttribute("role", "checkbox");
    area.addEventListener("click", (event) => toggle(box, event));
    area.addEventListener("keydown", (event) => {
      if (event.key === " ") toggle(box, event);
    });
  }
}
if (hint?.dataset.hinweis) hint.textContent = hint.dataset.hinweis;
for (const box of boxes) box.addEventListener("change", show);
show();
