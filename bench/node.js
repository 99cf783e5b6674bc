// Around the driver in node: lines come by standard input; the Wasm is the file that the command line names.
const answer = driver(require("node:fs").readFileSync(process.argv[2]));
require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => console.log(answer(line)));
