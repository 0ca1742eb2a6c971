// Physical sides become logical ones, so that right-to-left languages mirror by themselves.
import postcss from "postcss";

const PROPERTIES = {
  left: "inset-inline-start",
  right: "inset-inline-end",
  "border-top-left-radius": "border-start-start-radius",
  "border-top-right-radius": "border-start-end-radius",
  "border-bottom-right-radius": "border-end-end-radius",
  "border-bottom-left-radius": "border-end-start-radius",
};
for (const family of ["margin", "padding", "scroll-margin", "scroll-padding"]) {
  PROPERTIES[`${family}-left`] = `${family}-inline-start`;
  PROPERTIES[`${family}-right`] = `${family}-inline-end`;
}
for (const part of ["", "-color", "-style", "-width"]) {
  PROPERTIES[`border-left${part}`] = `border-inline-start${part}`;
  PROPERTIES[`border-right${part}`] = `border-inline-end${part}`;
}

const SIDED_VALUES = ["text-align", "float", "clear"];
const FOUR_SIDES = ["margin", "padding", "scroll-margin", "scroll-padding", "inset"];
const FOUR_BORDERS = ["border-color", "border-style", "border-width"];

function sidedValue(property, value) {
  if (property === "text-align") return { left: "start", right: "end" }[value] ?? value;
  return { left: "inline-start", right: "inline-end" }[value] ?? value;
}

// Values of a shorthand without breaking functions such as var(--a, 1px) apart.
function values(text) {
  return postcss.list.space(text);
}

function turnDeclaration(node) {
  const { prop, value, important } = node;
  if (PROPERTIES[prop]) {
    node.prop = PROPERTIES[prop];
  } else if (SIDED_VALUES.includes(prop)) {
    node.value = sidedValue(prop, value);
  } else if (FOUR_SIDES.includes(prop) && values(value).length === 4) {
    const [top, end, bottom, start] = values(value);
    node.replaceWith(
      { prop: `${prop}-block`, value: `${top} ${bottom}`, important },
      { prop: `${prop}-inline`, value: `${start} ${end}`, important },
    );
  } else if (FOUR_BORDERS.includes(prop) && values(value).length === 4) {
    const [top, end, bottom, start] = values(value);
    const part = prop.slice("border-".length);
    node.replaceWith(
      { prop: `border-block-${part}`, value: `${top} ${bottom}`, important },
      { prop: `border-inline-${part}`, value: `${start} ${end}`, important },
    );
  } else if (prop === "border-radius" && values(value).length > 1) {
    const [a, b, c = a, d = b] = values(value);
    node.replaceWith(
      { prop: "border-start-start-radius", value: a, important },
      { prop: "border-start-end-radius", value: b, important },
      { prop: "border-end-end-radius", value: c, important },
      { prop: "border-end-start-radius", value: d, important },
    );
  }
}

/** Rewrites every declaration of a stylesheet that names a physical side. */
export function turnSides(css) {
  const root = postcss.parse(css);
  const declarations = [];
  root.walkDecls((node) => declarations.push(node));
  declarations.forEach(turnDeclaration);
  return root.toString();
}

/** The declarations of a stylesheet that still name a physical side. */
export function physicalSides(css) {
  const found = [];
  postcss.parse(css).walkDecls(({ prop, value, parent }) => {
    const parts = values(value);
    const uneven = parts.length === 4 && parts[1] !== parts[3];
    const [a, b = a, c = a, d = b] = parts;
    const unevenCorners = prop === "border-radius" && !value.includes("/") && (a !== b || c !== d);
    const sided =
      PROPERTIES[prop] ||
      (SIDED_VALUES.includes(prop) && /\b(left|right)\b/.test(value.replace(/inline-\w+/g, ""))) ||
      ([...FOUR_SIDES, ...FOUR_BORDERS].includes(prop) && uneven) ||
      unevenCorners;
    if (sided) found.push(`${parent.selector ?? parent.name} { ${prop}: ${value} }`);
  });
  return found;
}

/** Stops the build if a physical side is left. */
export function assertLogical(name, css) {
  const found = physicalSides(css);
  if (found.length > 0) {
    throw new Error(`${name}.css names physical sides; write logical ones:\n${found.join("\n")}`);
  }
}
