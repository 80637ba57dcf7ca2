// Calling the API, with a token where it asks for one.

const TOKEN = "darkroom-token";

/** What the API, or the way to it, has against a call. */
class Trouble extends Error {
  constructor(message, status = 0) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, body, headers = {}) {
  const token = sessionStorage.getItem(TOKEN);
  if (token) {
    headers = { ...headers, Authorization: `Bearer ${token}` };
  }
  let answer;
  try {
    answer = await fetch(path, { method, headers, body });
  } catch {
    throw new Trouble("Darkroom cannot be reached. Is the connection up?");
  }
  if (answer.status === 401) {
    await signIn(token);
    return call(method, path, body, headers);
  }
  const text = await answer.text();
  const json = text && answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null;
  if (!answer.ok) {
    // API Gateway's own refusals are no problem documents.
    throw new Trouble(json?.detail ?? json?.message ?? `The answer was ${answer.status}.`, answer.status);
  }
  return json;
}

function callJson(method, path, value) {
  return call(method, path, JSON.stringify(value), { "Content-Type": "application/json" });
}

let signingIn;

/** Asks for a token, once for all calls that wait for one. */
function signIn(refused) {
  if (sessionStorage.getItem(TOKEN) !== refused) {
    return Promise.resolve();
  }
  signingIn ??= new Promise((resolve) => {
    if (refused) {
      $("sign-in-text").textContent = "That token was not accepted; it may have expired. Paste a new one.";
    }
    $("sign-in").showModal();
    $("sign-in-form").onsubmit = (event) => {
      event.preventDefault();
      sessionStorage.setItem(TOKEN, $("token").value.trim().replace(/^Bearer\s+/i, ""));
      $("token").value = "";
      $("sign-in").close();
      $("sign-out").hidden = false;
      signingIn = undefined;
      resolve();
    };
  });
  return signingIn;
}

// Without a token there is nothing to see behind the dialog.
$("sign-in").oncancel = (event) => event.preventDefault();
$("sign-out").hidden = !sessionStorage.getItem(TOKEN);
$("sign-out").onclick = () => {
  sessionStorage.removeItem(TOKEN);
  location.reload();
};
