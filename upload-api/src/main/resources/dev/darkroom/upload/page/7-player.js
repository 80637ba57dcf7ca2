// Playing a video: the copy for browsers, else the stream where the browser has HLS of its own.

const HLS = "application/vnd.apple.mpegurl";

function isPlaylist(rendition) {
  return rendition.contentType === HLS;
}

/** A player with the video's captions; null where there is nothing to play. */
function playerOf(media, poster) {
  const source = sourceOf(media);
  if (!source) {
    return null;
  }
  const player = element("video", { controls: true, poster, preload: "none" });
  const captions = media.renditions.filter((it) => it.contentType.startsWith("text/vtt") && it.name !== "storyboard");
  if (captions.length || isPlaylist(source)) {
    // Captions and the parts of a stream are read by leave of the bucket only, which is another origin.
    player.crossOrigin = "anonymous";
  }
  player.src = source.url;
  player.append(...captions.map(track));
  const trouble = element("p", { className: "wrong", role: "alert", textContent: cannotPlay(media) });
  player.onerror = () => player.parentElement.after(trouble);
  return player;
}

function sourceOf({ renditions }) {
  const video = renditions.find((it) => it.name === "video") ?? renditions.find((it) => it.contentType === "video/mp4");
  // A player sends no token with its requests.
  const streams = document.createElement("video").canPlayType(HLS) && !sessionStorage.getItem(TOKEN);
  return video ?? (streams ? renditions.find((it) => it.name === "stream" && isPlaylist(it)) : undefined);
}

/** Captions have their language in their name if it is known, like captions-de or captions-de-2. */
function track(captions, i) {
  const language = captions.name.match(/^captions-([a-z]{2,3})(-|$)/)?.[1] ?? "";
  const label = language ? new Intl.DisplayNames(undefined, { type: "language" }).of(language) : "Captions";
  return element("track", { kind: "subtitles", src: captions.url, srclang: language, label: i ? `${label} (${i + 1})` : label });
}

function cannotPlay(media) {
  return media.status === "processing"
    ? "This browser cannot play it yet; wait for the copy that plays everywhere."
    : "This browser cannot play it. Its link may have expired: close this and open it again, or download the original.";
}
