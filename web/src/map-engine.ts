// MapLibre on GeoJSON of our own: no tiles, no glyphs; names stand in HTML.
//
// Each feature has `properties.klasse` (`0`–`6`, `x` for "not shown"), `name`, `text` (the value
// in words) and `href`. Fills are read from the drawn map beside it, so shades and patterns are
// those of its legend in every theme.

import { LngLatBounds, Map, NavigationControl, Popup, setWorkerUrl } from "maplibre-gl";

declare const MAP_WORKER: string;

type Properties = { klasse: string; name: string; text?: string; href?: string };
type Collection = GeoJSON.FeatureCollection<GeoJSON.Geometry, Properties>;

export type Engine = typeof import("./map-engine.js");

/** A tile of the drawing is as wide; turned by 45° its pattern repeats after √2 times that. */
const TILE = 12;
const RATIO = 2;

// MapLibre reads neither oklch() nor light-dark(): the browser paints one pixel of a settled
// colour and we read the bytes.
function bytes(settled: string): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return settled;
  context.fillStyle = settled;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

// A pattern of the drawing as an image that can stand side by side with itself.
function fill(pattern: SVGPatternElement): ImageData {
  const width = Math.round(TILE * Math.SQRT2 * RATIO);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = width;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  const [ground, marks] = [pattern.querySelector("rect"), pattern.querySelector("path")];
  if (!context || !ground || !marks) return new ImageData(width, width);
  context.fillStyle = getComputedStyle(ground).fill;
  context.fillRect(0, 0, width, width);
  const style = getComputedStyle(marks);
  const drawn = new Path2D();
  const mark = new Path2D(marks.getAttribute("d") ?? "");
  for (let row = -2; row <= 2; row += 1) {
    for (let column = -2; column <= 2; column += 1) {
      drawn.addPath(mark, new DOMMatrix().translate(column * TILE, row * TILE));
    }
  }
  const scale = width / (TILE * Math.SQRT2);
  context.scale(scale, scale);
  context.rotate((pattern.id.endsWith("-x") ? -1 : 1) * (Math.PI / 4));
  context.strokeStyle = style.stroke;
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.lineCap = style.strokeLinecap as CanvasLineCap;
  context.stroke(drawn);
  return context.getImageData(0, 0, width, width);
}

function bounds(collection: Collection): LngLatBounds {
  const box = new LngLatBounds();
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "number") box.extend(part as [number, number]);
    else part.forEach(walk);
  };
  for (const feature of collection.features) {
    if (feature.geometry && "coordinates" in feature.geometry) walk(feature.geometry.coordinates);
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
  const map = new Map({
    container: box,
    style: { version: 8, sources: {}, layers: [] },
    bounds: bounds(collection),
    fitBoundsOptions: { padding: 16 },
    attributionControl: false,
    locale: {
      "NavigationControl.ZoomIn": label.nearer,
      "NavigationControl.ZoomOut": label.farther,
      "Map.Title": drawn.querySelector("title")?.textContent ?? "",
    },
    cooperativeGestures: false,
    dragRotate: false,
    pitchWithRotate: false,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  await map.once("load");

  const fills: string[] = [];
  for (const pattern of drawn.querySelectorAll<SVGPatternElement>("defs pattern")) {
    const shade = pattern.id.split("-").at(-1) ?? "x";
    map.addImage(`k-${shade}`, fill(pattern), { pixelRatio: RATIO });
    if (shade !== "x") fills.push(shade, `k-${shade}`);
  }
  const border = bytes(getComputedStyle(drawn.querySelector(".k") ?? drawn).stroke);
  map.addSource("gebiete", { type: "geojson", data: collection });
  map.addLayer({
    id: "flaechen",
    type: "fill",
    source: "gebiete",
    paint: { "fill-pattern": ["match", ["to-string", ["get", "klasse"]], ...fills, "k-x"] as never },
  });
  map.addLayer({
    id: "grenzen",
    type: "line",
    source: "gebiete",
    paint: { "line-color": border, "line-width": 1.2 },
  });

  const popup = new Popup({ closeButton: false, maxWidth: "18rem" });
  map.on("click", "flaechen", (event) => {
    const feature = event.features?.[0];
    if (feature) popup.setLngLat(event.lngLat).setDOMContent(words(feature.properties as Properties)).addTo(map);
  });
  map.on("mouseenter", "flaechen", () => map.getCanvas().classList.add("zeigend"));
  map.on("mouseleave", "flaechen", () => map.getCanvas().classList.remove("zeigend"));
  await map.once("idle");
}
