// Shows how far a long work is. Without this module, or where events do not get through, the page
// is asked again every few seconds; it can also be left alone.

type Step = { done: number; total: number; label?: string; finished?: boolean; location?: string };

const AGAIN_AFTER_MS = 5000;

// Never leave this site, whatever an event says.
function go(address: string | undefined): void {
  const target = new URL(address ?? location.href, location.href);
  if (target.origin === location.origin) location.assign(target);
}

for (const box of document.querySelectorAll<HTMLElement>("[data-ereignisse]")) {
  const bar = box.querySelector("progress");
  const words = box.querySelector<HTMLElement>("[data-stand]");
  const address = box.dataset.ereignisse;
  if (!bar || !address) continue;

  const show = (step: Step): void => {
    if (step.total > 0) {
      bar.max = step.total;
      bar.value = step.done;
    }
    if (words && step.label) words.textContent = step.label;
  };

  const events = new EventSource(address);
  events.addEventListener("message", (event) => {
    const step: Step = JSON.parse(event.data);
    show(step);
    if (step.finished) {
      events.close();
      go(step.location);
    }
  });
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => go(undefined), AGAIN_AFTER_MS);
  });
}
