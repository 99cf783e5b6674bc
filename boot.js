// Starts the program, and says so in words when it does not start.
//
// Two links in the head name the parts of the program and have them on their way: #glue and #wasm, the compiled code.
// A shipped page also names #later, the part of the code that is fetched when something first asks for it.
// The page reports success by setting data-started="true" on the root element.

// A program that has not started after this time is called slow. It may still start.
const SLOW_AFTER_MS = 15_000;

const panel = document.getElementById("start-failed");

// Shows the sentence that fits, and leaves the example above it as it is.
function show(reason) {
  for (const text of panel.querySelectorAll("[data-reason]")) {
    text.hidden = text.dataset.reason !== reason;
  }
  panel.hidden = false;
}

// The link alone would drop the fragment of the address, and with it the plan it holds.
panel.querySelector("a").addEventListener("click", (event) => {
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

// What the opening part of the program exports, as a promise, and what the one with the ways in named later_* does.
let opening;
let laterExports;
let laterOnItsWay;

// Puts the later part's style sheet before the page's own, which prints it too.
function fetchLaterStyle() {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = document.getElementById("later-style").content;
  const loaded = new Promise((resolve, reject) => {
    sheet.onload = resolve;
    sheet.onerror = () => reject(new Error(`${sheet.href} did not load`));
  });
  document.head.prepend(sheet);
  return loaded;
}

async function fetchLater() {
  const address = document.getElementById("later")?.content;
  const exports = await opening;
  if (!address) {
    // A page that is being developed has its program in one piece.
    laterExports = exports;
    return;
  }
  const [laterModule] = await Promise.all([compile(new URL(address, document.baseURI).href), fetchLaterStyle()]);
  const instance = await WebAssembly.instantiate(laterModule, { opening: exports });
  globalThis.gyakusanBoot.laterModule = laterModule;
  laterExports = instance.exports;
}

// A promise that the later part is there; one that was broken is given anew.
function later() {
  laterOnItsWay ??= fetchLater().catch((error) => {
    laterOnItsWay = undefined;
    throw error;
  });
  return laterOnItsWay;
}

// Calls a way into the later part, once it is there.
function call(name) {
  laterExports[name]();
}

async function start() {
  const glueUrl = document.getElementById("glue").href;
  const wasmUrl = document.getElementById("wasm").href;
  const [glue, wasmModule] = await Promise.all([import(glueUrl), compile(wasmUrl)]);
  // The page hands both on to its workers, so that nothing is loaded or compiled twice.
  globalThis.gyakusanBoot = { glueUrl, wasmModule, later, call };
  opening = glue.default({ module_or_path: wasmModule });
  await opening;
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

function fail(error) {
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

start().catch(fail);
