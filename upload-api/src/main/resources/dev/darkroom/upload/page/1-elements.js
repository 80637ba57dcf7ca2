// Making and finding elements, and saying figures the way people do.

const $ = (id) => document.getElementById(id);

/** An element with properties and children; text is always text, never markup. */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function announce(text) {
  $("announce").textContent = text;
}

let troubleEnds;
function showTrouble(text) {
  $("trouble").textContent = text;
  $("trouble").hidden = false;
  clearTimeout(troubleEnds);
  troubleEnds = setTimeout(() => ($("trouble").hidden = true), 8000);
}

function bytes(count) {
  const units = ["bytes", "KB", "MB", "GB"];
  const power = Math.min(Math.floor(Math.log10(Math.max(count, 1)) / 3), units.length - 1);
  const value = count / 1000 ** power;
  return `${power && value < 10 ? value.toFixed(1) : Math.round(value)} ${units[power]}`;
}

function clock(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, i) => (i ? String(part).padStart(2, "0") : part)).join(":");
}

/** How far a stream is, as a bar and in words. */
function progressBar(progress) {
  const bar = element("progress", { ariaLabel: "Parts of the video that are done" });
  const box = element("span", { className: "progress" }, bar, element("span", { className: "parts" }));
  tellProgress(box, progress);
  return box;
}

function tellProgress(box, { done, total }) {
  const bar = box.querySelector("progress");
  bar.max = total;
  bar.value = done;
  box.querySelector(".parts").textContent = `${done} of ${total} parts done`;
}

function moment(iso) {
  return new Date(iso).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" });
}
