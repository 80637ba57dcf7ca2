// Sending files: straight into the bucket, or through the API where that fails and the file is small.

const AT_ONCE = 3;
const SMALL = 4_000_000;
const TYPES = {
  jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", gif: "image/gif", webp: "image/webp",
  tif: "image/tiff", tiff: "image/tiff", bmp: "image/bmp", heic: "image/heic", heif: "image/heic", avif: "image/avif",
  mp4: "video/mp4", m4v: "video/mp4", mov: "video/quicktime", "3gp": "video/3gpp", mkv: "video/x-matroska",
  webm: "video/webm", ts: "video/mp2t", mts: "video/mp2t", m2ts: "video/mp2t", avi: "video/x-msvideo",
  mpg: "video/mpeg", mpeg: "video/mpeg", vob: "video/mpeg", m2v: "video/mpeg", m1v: "video/mpeg", mod: "video/mpeg",
  flv: "video/x-flv", wmv: "video/x-ms-asf", asf: "video/x-ms-asf", ogv: "video/ogg", ogg: "video/ogg",
  divx: "video/x-msvideo", m2t: "video/mp2t", tod: "video/mp2t", "3g2": "video/3gpp",
};

const waiting = [];
let running = 0;

function addFiles(files) {
  for (const file of files) {
    waiting.push({ file, row: uploadRow(file) });
  }
  startUploads();
}

function startUploads() {
  while (running < AT_ONCE && waiting.length) {
    running++;
    upload(waiting.shift()).finally(() => {
      running--;
      startUploads();
    });
  }
}

/** Browsers do not know every type, and call some by other names. */
function typeOf(file) {
  const known = TYPES[file.name.split(".").pop().toLowerCase()];
  return known ?? file.type;
}

function uploadRow(file) {
  const progress = element("progress", { max: 1, value: 0, ariaLabel: `Upload of ${file.name}` });
  const state = element("span", { className: "state", textContent: "waiting" });
  const item = element("li", {}, element("span", { className: "name", textContent: file.name }), state, progress);
  $("uploads").append(item);
  return { item, progress, state };
}

async function upload(job) {
  const { file, row } = job;
  try {
    if (!/^(image|video)\//.test(typeOf(file))) {
      throw new Trouble("This is no photo or video.");
    }
    row.state.textContent = "starting";
    const ticket = await callJson("POST", "/uploads", { fileName: file.name, contentType: typeOf(file), size: file.size });
    try {
      await put(ticket, file, row);
    } catch (trouble) {
      const now = await call("GET", `/media/${ticket.id}`);
      if (now.status === "awaiting-upload") {
        if (file.size > SMALL) {
          throw trouble;
        }
        await sendThroughApi(file, row);
      }
    }
    row.item.remove();
    announce(`${file.name} is uploaded.`);
    refreshSoon();
  } catch (trouble) {
    failed(job, trouble.message);
  }
}

/** For small files, where the way to the bucket is barred. */
function sendThroughApi(file, row) {
  row.state.textContent = "trying another way";
  return call("POST", "/media", file, { "Content-Type": typeOf(file), "Content-Disposition": disposition(file.name) });
}

function disposition(name) {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => "%" + c.charCodeAt(0).toString(16))}`;
}

/** XMLHttpRequest, since fetch does not tell how far an upload is. */
function put(ticket, file, row) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(ticket.method, ticket.url);
    Object.entries(ticket.headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => {
      row.progress.value = event.loaded / file.size;
      row.state.textContent = `${bytes(event.loaded)} of ${bytes(file.size)}`;
    };
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Trouble(`The bucket refused the file (${request.status}).`));
    request.onerror = () =>
      reject(new Trouble("The way to the bucket broke off. Either the connection is down, or the bucket does not allow uploads from this page."));
    request.send(file);
  });
}

function failed(job, message) {
  const { item, progress, state } = job.row;
  const again = element("button", { textContent: "Try again" });
  const drop = element("button", { className: "quiet", textContent: "Dismiss", onclick: () => item.remove() });
  again.onclick = () => {
    item.remove();
    addFiles([job.file]);
  };
  state.replaceWith(element("span", {}, again, drop));
  progress.replaceWith(element("span", { className: "wrong", role: "alert", textContent: message }));
}

$("files").onchange = (event) => {
  addFiles(event.target.files);
  event.target.value = "";
};
document.ondragover = (event) => {
  event.preventDefault();
  $("drop").classList.add("over");
};
document.ondragleave = (event) => {
  if (!event.relatedTarget) {
    $("drop").classList.remove("over");
  }
};
document.ondrop = (event) => {
  event.preventDefault();
  $("drop").classList.remove("over");
  addFiles(event.dataTransfer.files);
};
