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
      parts[data[1]] = new WebAssembly.Instance(data[2], parts).exports;
      return;
    }
    let reply = program.work(data);
    if (!reply) {
      (parts.later ?? parts.opening).later_answer();
      reply = program.reply();
    }
    const numbers = reply.filter((part) => part instanceof Float64Array);
    postMessage(reply, numbers.map((part) => part.buffer));
  } catch (error) {
    postMessage(String(error));
  }
};
