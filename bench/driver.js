// What node and the browser do alike around the Wasm: a line in, a line out. It follows the glue that wasm-bindgen writes.
function driver(bytes) {
  const { memory } = wasm_bindgen.initSync({ module: bytes });
  return (line) => {
    if (line !== "run") return wasm_bindgen.prepare(line) ?? "ready";
    const start = performance.now();
    const value = wasm_bindgen.run();
    const milliseconds = performance.now() - start;
    return `${1000 * milliseconds} ${memory.buffer.byteLength} ${value}`;
  };
}
