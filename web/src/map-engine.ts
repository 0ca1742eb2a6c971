// MapLibre on GeoJSON of our own: no tiles, no glyphs; names stand in HTML.
//
// Each feature has `properties.klasse` (`0`–`4`, `x` for "not shown"), `name`, `text` (the value
// in words) and `href`. Colours are read from the page's stylesheet, so both themes fit.

import { LngLatBounds, Map, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";

declare const MAP_WORKER: string;

type Properties = { klasse: string; name: string; text?: string; href?: string };
type Collection = GeoJSON.FeatureCollection<GeoJSON.Geometry, Properties>;

export type Engine = typeof import("./map-engine.js");

// MapLibre reads neither oklch() nor light-dark(): the browser settles the variable on an element,
// paints one pixel of it and we read the bytes.
function colour(beside: Element, name: string): string {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.backgroundColor = `var(${name})`;
  beside.after(probe);
  const settled = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return settled;
  context.fillStyle = settled;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

// "Not shown" is hatched, as in the drawing.
function hatching(ground: string, stroke: string): ImageData {
  const size = 12;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const context = canvas.getContext("2d");
  if (!context) return new ImageData(size, size);
  context.fillStyle = ground;
  context.fillRect(0, 0, size, size);
  context.strokeStyle = stroke;
  context.lineWidth = 3;
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 2, size + 2);
    context.lineTo(shift + size + 2, -2);
  }
  context.stroke();
  return context.getImageData(0, 0, size, size);
}

function bounds(collection: Collection): LngLatBounds {
  const box = new LngLatBounds();
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "number") box.extend(part as [number, number]);
    else part.forEach(walk);
  };
  for (const feature of collection.features) {
    if ("coordinates" in feature.geometry) walk(feature.geometry.coordinates);
  }
  return box;
}

// Name and value as elements, never as markup: names come from files.
function words({ name, text, href }: Properties): HTMLElement {
  const box = document.createElement("p");
  const title = document.createElement(href?.startsWith("/") && !href.startsWith("//") ? "a" : "b");
  if (title instanceof HTMLAnchorElement && href) title.href = href;
  title.textContent = name;
  box.append(title);
  if (text) box.append(document.createElement("br"), text);
  return box;
}

/** Shows the map in `box`; resolves when it is drawn. */
export async function show(
  box: HTMLElement,
  drawn: SVGElement,
  collection: Collection,
  label: { nearer: string; farther: string },
): Promise<void> {
  setWorkerUrl(new URL(MAP_WORKER, location.href).href);
  const classes = ["0", "1", "2", "3", "4"].flatMap((it) => [it, colour(drawn, `--k${it}`)]);
  const map = new Map({
    container: box,
    style: { version: 8, sources: {}, layers: [] },
    bounds: bounds(collection),
    fitBoundsOptions: { padding: 16 },
    attributionControl: false,
    locale: {
      "NavigationControl.ZoomIn": label.nearer,
      "NavigationControl.ZoomOut": label.farther,
      "Map.Title": drawn.getAttribute("aria-label") ?? "",
    },
    cooperativeGestures: false,
    dragRotate: false,
    pitchWithRotate: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  await map.once("load");

  map.addSource("gebiete", { type: "geojson", data: collection });
  map.addLayer({
    id: "flaechen",
    type: "fill",
    source: "gebiete",
    paint: {
      "fill-color": ["match", ["to-string", ["get", "klasse"]], ...classes, colour(drawn, "--k-ohne")] as never,
    },
  });
  map.addImage("schraffur", hatching(colour(drawn, "--k-ohne"), colour(drawn, "--k-ohne-strich")));
  map.addLayer({
    id: "ohne",
    type: "fill",
    source: "gebiete",
    filter: ["==", ["get", "klasse"], "x"],
    paint: { "fill-pattern": "schraffur" },
  });
  map.addLayer({
    id: "grenzen",
    type: "line",
    source: "gebiete",
    paint: { "line-color": colour(drawn, "--papier"), "line-width": 1.2 },
  });

  const popup = new Popup({ closeButton: false, maxWidth: "18rem" });
  map.on("click", "flaechen", (event) => {
    const feature = event.features?.[0];
    if (feature) popup.setLngLat(event.lngLat).setDOMContent(words(feature.properties as Properties)).addTo(map);
  });
  map.on("mouseenter", "flaechen", () => map.getCanvas().classList.add("zeigend"));
  map.on("mouseleave", "flaechen", () => map.getCanvas().classList.remove("zeigend"));
}
