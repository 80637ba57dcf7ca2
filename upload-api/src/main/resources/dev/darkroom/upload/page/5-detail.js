// One upload: what it looks like, what is known of it, what came out.

let opened = null;
let shown = "";
let detailTimer;

async function openDetail(id, title) {
  opened = id;
  shown = "";
  $("detail-title").textContent = title;
  $("detail-body").replaceChildren(element("p", { textContent: "Loading …" }));
  $("detail").showModal();
  await renderDetail(id);
}

/** Again and again while it is in work, or until a result newer than the outdated one is there. */
async function renderDetail(id, outdated) {
  clearTimeout(detailTimer);
  try {
    const media = await call("GET", `/media/${id}`);
    if (opened !== id) {
      return;
    }
    const finished = media.processing?.finishedAt ?? "";
    const latest = media.status + finished;
    // What somebody is watching is not taken away.
    const player = $("detail-body").querySelector("video");
    const watched = player && player.currentTime > 0 && !player.ended;
    if (shown !== latest && !watched) {
      if (shown && cards.has(id)) {
        cards.get(id).status = "outdated";
      }
      shown = latest;
      $("detail-body").replaceChildren(...detail(media));
    } else if (media.progress) {
      const bar = $("detail-body").querySelector(".progress");
      if (bar) {
        tellProgress(bar, media.progress);
      }
    }
    if (inWork(media) || finished === outdated || shown !== latest) {
      detailTimer = setTimeout(() => renderDetail(id, outdated), LIVE);
    }
  } catch (trouble) {
    $("detail-body").replaceChildren(element("p", { className: "wrong", textContent: trouble.message }));
  }
}

function detail(media) {
  const picture = hero(media);
  return [
    picture,
    media.progress ? element("p", { className: "coding" }, "A copy that plays everywhere is in work.", progressBar(media.progress)) : null,
    scrubber(media, picture.querySelector("video")),
    media.error ? element("p", { className: "wrong", textContent: media.error.message }) : null,
    ...media.missing.map((gap) => element("p", { textContent: `No ${gap.name}: ${gap.message}` })),
    actions(media),
    element("div", { className: "columns" }, facts(media), outputs(media)),
  ].filter(Boolean);
}

function hero(media) {
  const box = element("div", { className: "hero" });
  if (media.placeholder?.color) {
    box.style.backgroundColor = media.placeholder.color;
  }
  const pictures = media.renditions.filter((it) => it.contentType.startsWith("image/") && !["storyboard", "preview"].includes(it.name));
  // Of one size the WebP: it is lighter, and moves if the original does.
  const isWebp = (it) => it.contentType === "image/webp";
  const largest = pictures.sort((a, b) => b.width - a.width || isWebp(b) - isWebp(a))[0];
  const player = playerOf(media, largest?.url ?? "");
  if (player) {
    box.append(player);
  } else if (largest) {
    box.append(element("img", { src: largest.url, alt: media.original.fileName, width: largest.width, height: largest.height }));
  } else {
    const text = { queued: "In work …", processing: "In work …", failed: "No preview", unreadable: "Its result cannot be read: process it again", completed: "No preview" };
    box.append(element("span", { className: "note", textContent: text[media.status] ?? media.status }));
  }
  return box;
}

function facts(media) {
  const { original = {}, processing } = media;
  const picture = media.media?.picture ?? {};
  const video = media.media?.video ?? {};
  const rows = [
    ["Status", media.status],
    ["Size", original.size && bytes(original.size)],
    ["Type", original.contentType],
    ["Uploaded", original.uploadedAt && moment(original.uploadedAt)],
    ["Pixels", media.media?.width && `${media.media.width} × ${media.media.height}`],
    ["Taken", picture.takenAt?.replace("T", " ") ?? (video.createdAt && moment(video.createdAt))],
    ["Camera", picture.camera],
    ["Lens", picture.lens],
    ["Exposure", picture.exposure && exposure(picture.exposure)],
    ["Colors", picture.colorProfile],
    ["Frames", picture.frames > 1 && picture.frames],
    ["Damage", picture.damaged && "some of it could not be read"],
    ["Duration", (video.durationMillis ?? picture.durationMillis) && clock(video.durationMillis ?? picture.durationMillis)],
    ["Frames a second", video.frameRate?.toFixed(2)],
    ["Codecs", video.tracks?.map((track) => [track.codec, track.profile].filter(Boolean).join(" ")).join(", ")],
    ["Processed", processing && `${(processing.durationMillis / 1000).toFixed(2)} s, attempt ${processing.attempt}`],
    ["By", processing && processing.stage + (processing.memoryMiB ? `, ${processing.memoryMiB} MiB` : "")],
    ["Cost", processing?.estimatedCostUsd && `about $${processing.estimatedCostUsd.toFixed(6)}`],
    ["Id", media.id],
  ].filter(([, value]) => value);
  return element("section", {}, element("h3", { textContent: "Facts" }),
    element("dl", {}, ...rows.flatMap(([name, value]) =>
      [element("dt", { textContent: name }), element("dd", { textContent: value })])));
}

function exposure({ seconds, aperture, iso, focalLength }) {
  return [
    seconds && (seconds < 0.3 ? `1/${Math.round(1 / seconds)} s` : `${seconds} s`),
    aperture && `f/${aperture}`,
    iso && `ISO ${iso}`,
    focalLength && `${focalLength} mm`,
  ].filter(Boolean).join(", ");
}

function outputs(media) {
  if (!media.renditions.length) {
    return null;
  }
  const rows = media.renditions.map((it) =>
    element("li", {},
      outputName(it),
      element("span", { className: "facts", textContent: `${it.width ? `${it.width} × ${it.height}, ` : ""}${format(it)}, ${bytes(it.size)}` })));
  return element("section", {}, element("h3", { textContent: "Renditions" }), element("ul", { className: "outputs" }, ...rows));
}

/** A link, except to a playlist where the API asks for a token, which another tab does not have. */
function outputName(rendition) {
  return isPlaylist(rendition) && sessionStorage.getItem(TOKEN)
    ? element("span", { textContent: rendition.name })
    : element("a", { href: rendition.url, target: "_blank", rel: "noopener", textContent: rendition.name });
}

function format(rendition) {
  return isPlaylist(rendition) ? "HLS" : rendition.contentType.replace(/^.*\//, "").toUpperCase();
}

function actions(media) {
  const again = element("button", { textContent: "Process again" });
  again.onclick = () => act(again, async () => {
    await call("POST", `/media/${media.id}/reprocess`);
    announce("It is processed again.");
    again.textContent = "Processing …";
    renderDetail(media.id, media.processing?.finishedAt ?? "");
  });
  const remove = element("button", { className: "danger", textContent: "Delete" });
  remove.onclick = () => {
    if (!remove.classList.contains("armed")) {
      remove.classList.add("armed");
      remove.textContent = "Delete for good";
      return;
    }
    act(remove, async () => {
      await call("DELETE", `/media/${media.id}`);
      $("detail").close();
      forget(media.id);
      announce("It is deleted.");
    });
  };
  const save = media.original && element("a", { className: "button", href: media.original.url, textContent: "Download original" });
  return element("div", { className: "actions" }, ...[save, again, remove].filter(Boolean));
}

async function act(button, action) {
  button.disabled = true;
  try {
    await action();
  } catch (trouble) {
    button.disabled = false;
    showTrouble(trouble.message);
  }
}

$("detail").onclose = () => {
  clearTimeout(detailTimer);
  opened = null;
  refreshSoon();
};
// A press beside the dialog closes it, as Escape does.
$("detail").onclick = (event) => {
  if (event.target === $("detail")) {
    $("detail").close();
  }
};

refresh();
