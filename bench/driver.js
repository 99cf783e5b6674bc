// What node and the browser do alike around the Wasm: a request in, a line with its figures out. It follows the glue that
// wasm-bindgen writes.
function driver(bytes) {
  const { memory } = wasm_bindgen.initSync({ module: bytes });
  return (line) => {
    const refusal = wasm_bindgen.prepare(line);
    if (refusal) return `error: ${refusal}`;
    const start = performance.now();
    const value = wasm_bindgen.run();
    const milliseconds = performance.now() - start;
    return `${1000 * milliseconds} ${memory.buffer.byteLength} ${value}`;
  };
}
