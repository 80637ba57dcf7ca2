// The library: newest first, kept up to date while something is in work.

const PAGE = 24;
const LIVE = 2000;
const IDLE = 15000;

const cards = new Map();
let older = null;
let timer;

function inWork(item) {
  return ["queued", "processing"].includes(item.status);
}

/** What a card shows, apart from the signature of its link. */
function looks(item) {
  return [item.status, item.uploadedAt, item.preview?.url.split("?")[0]].join();
}

/** The card of an upload; a picture that is there stays there, though its link was signed anew. */
function show(item) {
  const known = cards.get(item.id);
  if (known && looks(known) === looks(item)) {
    if (item.progress) {
      tellProgress(known.card.querySelector(".progress"), item.progress);
    }
    return;
  }
  const card = element("li", {}, cardButton(item));
  if (known) {
    const focused = known.card.contains(document.activeElement);
    known.card.replaceWith(card);
    if (focused) {
      card.firstChild.focus();
    }
    if (known.status !== item.status) {
      announce(`${item.fileName ?? item.id} is ${item.status}.`);
    }
  } else {
    // Ids of newer uploads sort first.
    const next = [...$("gallery").children].find((other) => other.dataset.id > item.id);
    $("gallery").insertBefore(card, next ?? null);
  }
  card.dataset.id = item.id;
  cards.set(item.id, { ...item, card });
}

function cardButton(item) {
  return element(
    "button",
    { className: `card ${item.status}`, onclick: () => openDetail(item.id, item.fileName ?? item.id) },
    frame(item),
    element("span", { className: "caption", textContent: item.fileName ?? item.id, title: item.fileName ?? item.id }));
}

function frame(item) {
  const frame = element("span", { className: "frame" });
  if (item.placeholder?.color) {
    frame.style.backgroundColor = item.placeholder.color;
  }
  if (item.preview) {
    const image = element("img", { alt: "", loading: "lazy", decoding: "async" });
    image.onload = () => image.classList.add("there");
    image.src = item.preview.url;
    frame.append(image);
  } else {
    const text = { queued: "In work …", processing: "In work …", failed: "Failed", unreadable: "Unreadable", completed: item.kind === "video" ? "Video" : "Picture" };
    const quiet = inWork(item) ? "note waiting" : "note";
    frame.append(element("span", { className: quiet, textContent: text[item.status] }));
  }
  if (item.progress) {
    frame.append(progressBar(item.progress));
  }
  if (item.durationMillis) {
    frame.append(element("span", { className: "length", textContent: clock(item.durationMillis) }));
  }
  return frame;
}

function forget(id) {
  cards.get(id)?.card.remove();
  cards.delete(id);
  tellEmpty();
}

function tellEmpty() {
  $("empty").hidden = cards.size > 0;
}

/** A page of uploads, from the first on that has any: deleted ones still take up pages for a while. */
async function list(cursor) {
  let page;
  do {
    page = await call("GET", `/media?limit=${PAGE}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);
    cursor = page.next;
  } while (!page.items.length && cursor);
  return page;
}

/** Asks for the newest again: what is new or changed is shown, what is gone from among them goes. */
async function refresh() {
  clearTimeout(timer);
  try {
    const page = await list();
    page.items.forEach(show);
    const listed = new Set(page.items.map((item) => item.id));
    const last = page.next ? page.items.at(-1)?.id : undefined;
    for (const id of [...cards.keys()]) {
      if (!listed.has(id) && (last === undefined || id < last)) {
        forget(id);
      }
    }
    if (older === null) {
      showMore(page.next);
    }
    tellEmpty();
  } catch (trouble) {
    showTrouble(trouble.message);
  }
  plan();
}

function plan() {
  clearTimeout(timer);
  const live = [...cards.values()].some(inWork);
  timer = setTimeout(() => (document.hidden ? plan() : refresh()), live ? LIVE : IDLE);
}

function refreshSoon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, 300);
}

function showMore(next) {
  older = next ?? "";
  $("more").hidden = !older;
}

$("more").onclick = async () => {
  $("more").disabled = true;
  try {
    const page = await list(older);
    page.items.forEach(show);
    showMore(page.next);
  } catch (trouble) {
    showTrouble(trouble.message);
  }
  $("more").disabled = false;
};
