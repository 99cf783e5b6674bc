// Starts the program, and says so in words when it does not start.
//
// Two links in the head name the parts of the program and have them on their way: #glue and #wasm, the compiled code.
// A shipped page also names the parts of the code that are fetched when something first asks for them, and the style
// sheets that come with them: #part-later, #part-later-style and so on.
// The page reports success by setting data-started="true" on the root element.

// Scripts are started from here and by nobody else: the page's workers, whose code stands in the program, and its service worker.
globalThis.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => (/^blob:|\/service-worker\.js$/.test(address) ? address : null),
});

// A program that has not started after this time is called slow. It may still start.
const SLOW_AFTER_MS = 15_000;

// What is for times without a network is fetched this long after the page has loaded.
const KEEP_AFTER_MS = 2000;

// The calculator inside another page: a part of its own starts instead of the page's. What is the page's is hidden at once;
// the example in the reader's language comes in its place, without its numbers where another plan will be shown.
const root = document.documentElement;
root.dataset.boots = "true";
const query = new URLSearchParams(location.search);
const isEmbedded = query.get("embed") === "1";
const still = document.getElementById(`embedded-${query.get("lang")?.startsWith("en") ? "en" : "ja"}`);
const isExample = isEmbedded && (!/[#&]p=/.test(location.hash) || location.hash === still.dataset.plan);
if (isEmbedded) {
  root.dataset.embed = "";
  const theme = query.get("theme");
  if (theme === "light" || theme === "dark") {
    root.dataset.theme = theme;
  }
}

// Each step of the history is marked: true where the page wrote its own plan into the address, false where a link was
// followed. A browser that loads the page anew while its address is being written forgets the mark.
if (history.state === null && !isEmbedded) {
  history.replaceState(performance.getEntriesByType("navigation")[0]?.type === "reload", "");
}

// The example is of the first view; where another one is asked for, it would only jump away.
if ((query.get("view") ?? "plan") !== "plan") {
  root.dataset.comes = "true";
}

const panel = document.getElementById("start-failed");

// Shows the sentence that fits, and leaves the example above it as it is. A calculator with a plan of its own has no example.
function show(reason) {
  for (const text of panel.querySelectorAll("[data-reason]")) {
    text.hidden = text.dataset.reason !== reason;
  }
  for (const text of panel.querySelectorAll("[data-example]")) {
    text.hidden = isEmbedded && !isExample;
  }
  if (reason !== "slow") {
    document.querySelector(".embed-waits")?.remove();
  }
  // A frame that is at home nowhere is refused what other origins are.
  document.getElementById("sandboxed").hidden = self.origin !== "null";
  panel.hidden = false;
  delete root.dataset.comes;
}

// The link alone would drop the fragment of the address, and with it the plan it holds.
document.getElementById("again").addEventListener("click", (event) => {
  event.preventDefault();
  location.reload();
});

function hasStarted() {
  return document.documentElement.dataset.started === "true";
}

// Compiling while the bytes arrive needs the right MIME type. A server that sends another one gets a second chance
// with the whole file; a missing or cut-off file fails there too, and is reported.
async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${response.statusText}`);
  }
  try {
    return await WebAssembly.compileStreaming(response.clone());
  } catch {
    return WebAssembly.compile(await response.arrayBuffer());
  }
}

// What the opening part of the program exports, as a promise; by name, what each part exports that is there, and a promise
// for each that is on its way.
let opening;
const exportsOf = {};
const onTheirWay = {};
const styles = {};

// Puts a part's style sheet before the page's own, which prints it too; one that failed is fetched anew with its part.
function style(name) {
  styles[name] ??= fetchStyle(name)?.catch((error) => {
    styles[name] = undefined;
    throw error;
  });
  return styles[name];
}

function fetchStyle(name) {
  const address = document.getElementById(`part-${name}-style`)?.content;
  if (!address) {
    return undefined;
  }
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = address;
  // What is first painted wears it.
  sheet.blocking = "render";
  const loaded = new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = () => reject(new Error(`${sheet.href} did not load`));
  });
  document.head.prepend(sheet);
  return loaded;
}

async function fetchPart(name) {
  const link = document.getElementById(`part-${name}`);
  if (!link) {
    exportsOf.opening = await opening;
    // A page that is being developed has its program in one piece.
    exportsOf[name] = exportsOf.opening;
    return;
  }
  const [wasmModule] = await Promise.all([
    compile(new URL(link.content, document.baseURI).href),
    style(name),
    ...(link.dataset.base?.split(" ").map(part) ?? []),
  ]);
  exportsOf.opening = await opening;
  globalThis.gyakusanBoot.modules[name] = wasmModule;
  const instance = await WebAssembly.instantiate(wasmModule, exportsOf);
  exportsOf[name] = instance.exports;
}

// A promise that a part is there; one that was broken is given anew.
function part(name) {
  onTheirWay[name] ??= fetchPart(name).catch((error) => {
    onTheirWay[name] = undefined;
    throw error;
  });
  return onTheirWay[name];
}

// Calls a way into a part that is there. Who called does not look at what is thrown.
function call(name, way) {
  try {
    exportsOf[name][way]();
  } catch (error) {
    fail(error);
    throw error;
  }
}

async function start() {
  const glueUrl = document.getElementById("glue").href;
  const wasmUrl = document.getElementById("wasm").href;
  const [glue, wasmModule] = await Promise.all([import(glueUrl), compile(wasmUrl)]);
  // The page hands both on to its workers, so that nothing is loaded or compiled twice.
  globalThis.gyakusanBoot = { glueUrl, wasmModule, modules: {}, part, call };
  return glue.default({ module_or_path: wasmModule });
}

const slow = setTimeout(() => show("slow"), SLOW_AFTER_MS);

// A start that succeeds late takes the panel away again.
const watch = new MutationObserver(() => {
  if (hasStarted()) {
    watch.disconnect();
    clearTimeout(slow);
    panel.hidden = true;
  }
});
watch.observe(document.documentElement, { attributeFilter: ["data-started"] });

// What is saved is offered as link and file. Nothing more is typed into a program that stopped: its memory may be in any state.
// A start without the plan that was open is safe where the plan itself stopped it; the plan stays saved.
function stop() {
  document.getElementById("app").inert = true;
  const [link, file, fresh] = ["kept-link", "kept-file", "fresh"].map((id) => document.getElementById(id));
  link.href = location.href;
  try {
    const name = "gyakusan.current";
    const saved = localStorage.getItem(sessionStorage.getItem(name) ?? localStorage.getItem(name));
    file.href = URL.createObjectURL(new Blob([JSON.parse(saved).file]));
    fresh.addEventListener("click", () => sessionStorage.setItem(name, ""));
  } catch {
    // Nothing is saved: the link alone holds the plan.
    file.hidden = true;
  }
  show("stopped");
}

function fail(error) {
  // A trap is the program's own end, before the start or after it.
  if (error instanceof WebAssembly.RuntimeError) {
    clearTimeout(slow);
    return stop();
  }
  if (hasStarted()) {
    return;
  }
  clearTimeout(slow);
  console.error(error);
  show("failed");
}

// A panic may surface outside of the promise below, in a task the program has queued.
addEventListener("error", (event) => fail(event.error ?? event.message));
addEventListener("unhandledrejection", (event) => fail(event.reason));

opening = start();
const [first, way] = isEmbedded ? ["embed", "light_embed_start"] : ["page", "page_start"];
part(first).then(() => call(first, way)).catch(fail);

// Title, width and the way to the whole plan are known before the program is there.
async function showStill() {
  await style("embed");
  if (hasStarted()) {
    return;
  }
  const calculator = still.content.firstElementChild;
  const find = (selector) => calculator.querySelector(selector);
  find("h1").textContent = query.get("title")?.slice(0, 120) || find("h1").textContent;
  calculator.style.setProperty("--width", /^\d+$/.test(query.get("width")) ? `${query.get("width")}px` : "none");
  if (!isExample) {
    find(".embed-head p").remove();
    find(".embed-odds").remove();
    find(".embed-evidence").textContent = "";
    find(".embed-open").href += location.hash;
    const rows = find(".embed-rows");
    rows.className = "embed-waits";
    rows.textContent = still.dataset.words;
  }
  document.getElementById("app").replaceChildren(calculator);
}
if (isEmbedded) {
  // Without its style it stays away; the part that starts says what is missing.
  showStill().catch(() => {});
}

// Keeps the page for times without a network. A page that is being developed has no service worker.
async function keepOffline() {
  const address = document.querySelector("link[rel=manifest]");
  if (!address || !("serviceWorker" in navigator)) {
    return;
  }
  const found = await navigator.serviceWorker.register(new URL("service-worker.js", address.href));
  const announce = () => {
    // The first edition takes over by itself: there was none before it.
    if (found.waiting && navigator.serviceWorker.controller) {
      document.getElementById("newer-edition").hidden = false;
    }
  };
  announce();
  found.addEventListener("updatefound", () => {
    found.installing?.addEventListener("statechange", announce);
  });
  document.querySelector("#newer-edition button").addEventListener("click", () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    found.waiting?.postMessage("take-over");
  });
}

// Once the page has loaded, started and answered: what is fetched and kept until then takes its processor and its line. A
// browser that refuses keeps nothing, and the page works. Inside another page nothing is kept, nor does a timer hold a
// frame that is taken away.
if (!isEmbedded && window.top === window) {
  addEventListener("load", () => setTimeout(() => keepOffline().catch(() => {}), KEEP_AFTER_MS));
}
