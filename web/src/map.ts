// Offers an interactive map in place of the drawn one. The engine is fetched when it is asked for.
//
// <figure data-karte="/musterstadt/atlas/karte.geojson" data-karte-label="Interaktive Karte"
//         data-karte-fehler="Die Karte konnte nicht geladen werden." data-karte-naeher="Näher heran"
//         data-karte-weiter="Weiter weg"> <svg …> </figure>

import type { Engine } from "./map-engine.js";

declare const MAP_ENGINE: string;
declare const MAP_STYLE: string;

function styleSheet(): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = MAP_STYLE;
  return new Promise((done, failed) => {
    link.addEventListener("load", () => done());
    link.addEventListener("error", () => failed(new Error(`cannot load ${MAP_STYLE}`)));
    document.head.append(link);
  });
}

async function open(figure: HTMLElement, button: HTMLButtonElement, status: HTMLElement): Promise<void> {
  const drawn = figure.querySelector("svg");
  const address = figure.dataset.karte;
  if (!drawn || !address) return;
  button.disabled = true;
  try {
    const [engine, answer] = await Promise.all([
      import(/* @vite-ignore */ MAP_ENGINE) as Promise<Engine>,
      fetch(address, { headers: { accept: "application/geo+json" } }),
      styleSheet(),
    ]);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const box = document.createElement("div");
    box.className = "karte-bewegt";
    drawn.before(box);
    const { karteNaeher = "", karteWeiter = "" } = figure.dataset;
    await engine.show(box, drawn, await answer.json(), { nearer: karteNaeher, farther: karteWeiter });
    drawn.setAttribute("hidden", "");
    button.hidden = true;
    status.textContent = "";
  } catch (error) {
    console.error(error);
    figure.querySelector(".karte-bewegt")?.remove();
    drawn.removeAttribute("hidden");
    button.disabled = false;
    status.textContent = figure.dataset.karteFehler ?? "";
  }
}

for (const figure of document.querySelectorAll<HTMLElement>("[data-karte]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "merken";
  button.textContent = figure.dataset.karteLabel ?? "";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  status.className = "leise";
  const line = document.createElement("p");
  line.append(button, " ", status);
  figure.append(line);
  button.addEventListener("click", () => void open(figure, button, status));
}
