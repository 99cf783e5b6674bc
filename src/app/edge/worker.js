// A worker of the page: loads the page's own program, then performs one task a message.
//
// Every answer is an array; a text is "ready" or the sentence of an error. A trap inside an asynchronous handler raises no
// error event in any browser, so it is caught here and reported.
let program;
onmessage = async ({ data }) => {
  try {
    if (!program) {
      const [glueUrl, wasmModule] = data;
      const glue = await import(glueUrl);
      await glue.default({ module_or_path: wasmModule });
      program = glue;
      postMessage("ready");
      return;
    }
    const reply = program.work(data);
    const numbers = reply.filter((part) => part instanceof Float64Array);
    postMessage(reply, numbers.map((part) => part.buffer));
  } catch (error) {
    postMessage(String(error));
  }
};
