// Keeps the page for times without a network. `cargo xtask build` fills in the page's files and its edition, a hash of
// them all, so every new edition of the page is another text of this worker.
//
// A new edition is fetched beside the one in use and waits: it takes over when no window shows the old one any more, or
// when a reader asks for it (the message "take-over"). The edition before the newest stays, since a window that was not
// asked may still fetch a part of it.

const EDITION = "{edition}";
// Address and length: a file that was cut off on its way, or another one sent in its place, is not kept.
const FILES = ["{files}"];

const PREFIX = `gyakusan ${new URL(registration.scope).pathname} `;
const NAME = PREFIX + EDITION;
const PAGE = new URL("./", location).href;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => Promise.all(FILES.map((file) => keep(cache, ...file)))));
});

async function keep(cache, address, length) {
  // Past the browser's own memory, which may still hold an old index.html.
  const response = await fetch(new Request(address, { cache: "no-cache" }));
  const { byteLength } = await response.clone().arrayBuffer();
  if (!response.ok || byteLength !== length) {
    throw new Error(`${address}: ${response.status}, ${byteLength} bytes of ${length}`);
  }
  await cache.put(address, response);
}

addEventListener("message", (event) => {
  if (event.data === "take-over") {
    event.waitUntil(skipWaiting());
  }
});

addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      // In the order in which they were made.
      const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
      await Promise.all(own.slice(0, -2).filter((name) => name !== NAME).map((name) => caches.delete(name)));
      await clients.claim();
    })(),
  );
});

async function answer(request) {
  const cache = await caches.open(NAME);
  // The page is one document, whatever its query asks it to show.
  const isPage = request.mode === "navigate" && new URL(request.url).pathname === new URL(PAGE).pathname;
  const kept = isPage ? await cache.match(PAGE) : ((await cache.match(request)) ?? (await caches.match(request)));
  return kept ?? fetch(request);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) {
    event.respondWith(answer(request));
  }
});
