/** How much a browser loads before a page is live. */
const LIMIT = 4_096;

const NAME = "update-listener.js";
const built = new URL("../../../target/classes/META-INF/resources/updatable/", import.meta.url);

// Not by name, or the compiler would ask for the types of Node, which would have to be fetched.
const zlib = "node:zlib";
const { gzipSync } = await import(zlib);

const script = Deno.readFileSync(new URL(NAME, built));
const size = gzipSync(script, { level: 9 }).length + NAME.length + 1; // as `gzip -9` does it
console.log(`${NAME}: ${size} bytes, compressed`);
if (size >= LIMIT) throw new Error(`It must stay below ${LIMIT} bytes.`);
