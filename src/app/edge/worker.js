// A worker of the page: loads the page's own program, then performs one task a message.
//
// Every answer is an array; a text is "ready" or the sentence of an error. A trap inside an asynchronous handler raises no
// error event in any browser, so it is caught here and reported.
let program;
const parts = {};
onmessage = async ({ data }) => {
  try {
    if (!program) {
      const [glueUrl, wasmModule] = data;
      const glue = await import(glueUrl);
      parts.opening = await glue.default({ module_or_path: wasmModule });
      program = glue;
      postMessage("ready");
      return;
    }
    if (data[0] === "part") {
      // At once, so that the next message finds it.
      parts[data[1]] = new WebAssembly.Instance(data[2], parts).exports;
      return;
    }
    let reply = program.work(data);
    if (!reply) {
      // A question: the later part answers it, and the opening part holds the answer. A program in one piece has the ways
      // into its later part itself.
      (parts.later ?? parts.opening).later_answer();
      reply = program.reply();
    }
    const numbers = reply.filter((part) => part instanceof Float64Array);
    postMessage(reply, numbers.map((part) => part.buffer));
  } catch (error) {
    postMessage(String(error));
  }
};
