// The worker of an import: loads the page's own program with the parts that read files, and reads them once.
//
// What it says are arrays that begin with a word: "progress", "done", "missed", "lost". A trap raises no error event once
// something was awaited, so it is caught here.
const lost = () => postMessage(["lost"]);
onunhandledrejection = lost;
onmessage = async ({ data: [glueUrl, opening, modules, order, files] }) => {
  try {
    const glue = await import(glueUrl);
    const parts = { opening: await glue.default({ module_or_path: opening }) };
    for (const name of ["page", "shared", "later", "reader"]) {
      if (modules[name]) {
        parts[name] = (await WebAssembly.instantiate(modules[name], parts)).exports;
      }
    }
    globalThis.gyakusanImport = [order, files];
    // A program in one piece has the ways into its parts itself.
    (parts.reader ?? parts.opening).part_reader_work();
  } catch {
    lost();
  }
};
