// Scrubbing: a bar below a video shows the storyboard's tile of the time that the pointer is at.

/** The storyboard's bar; null where there is none. */
function scrubber(media, player) {
  const part = (type) => media.renditions.find((it) => it.name === "storyboard" && it.contentType === type);
  const sheet = part("image/jpeg");
  const cues = part("text/vtt");
  const seconds = (media.media?.video?.durationMillis ?? 0) / 1000;
  if (!sheet || !cues || !seconds) {
    return null;
  }
  const picture = element("span", { className: "tile" });
  const time = element("span", { className: "time" });
  const tip = element("span", { className: "tip", hidden: true }, picture, time);
  const range = element("input", { type: "range", min: 0, max: seconds, step: "any", value: 0, ariaLabel: "Scrub through the video" });
  const bar = element("div", { className: "scrub" }, tip, range);

  let scenes;
  async function show(at) {
    try {
      scenes ??= await tiles(cues.url);
    } catch {
      return;
    }
    const scene = scenes.find((it) => at < it.to) ?? scenes.at(-1);
    if (!scene) {
      return;
    }
    picture.style.width = `${scene.width}px`;
    picture.style.height = `${scene.height}px`;
    // The cue names the sheet by its file name; the link to it is the API's, which is signed.
    picture.style.backgroundImage = `url("${sheet.url}")`;
    picture.style.backgroundPosition = `${-scene.x}px ${-scene.y}px`;
    time.textContent = clock(at * 1000);
    tip.hidden = false;
    const room = bar.clientWidth - tip.offsetWidth;
    tip.style.left = `${Math.max(0, Math.min(room, (at / seconds) * bar.clientWidth - tip.offsetWidth / 2))}px`;
  }

  range.onpointermove = (event) => {
    const box = range.getBoundingClientRect();
    show(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * seconds);
  };
  range.oninput = () => {
    if (player) {
      // Until then nothing of it is loaded, and no frame could be shown.
      player.preload = "auto";
      player.currentTime = range.valueAsNumber;
    }
    show(range.valueAsNumber);
  };
  range.onpointerleave = range.onblur = () => {
    tip.hidden = true;
  };
  player?.addEventListener("timeupdate", () => {
    range.value = player.currentTime;
  });
  return bar;
}

const CUE = /([\d:.]+) --> ([\d:.]+)\s+\S*#xywh=(\d+),(\d+),(\d+),(\d+)/g;

async function tiles(url) {
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`The storyboard answers ${answer.status}.`);
  }
  const inSeconds = (text) => text.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
  return [...(await answer.text()).matchAll(CUE)].map(([, , to, x, y, width, height]) => (
    { to: inSeconds(to), x: +x, y: +y, width: +width, height: +height }));
}
