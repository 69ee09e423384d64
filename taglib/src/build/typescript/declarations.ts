/**
 * Writes the declarations of the npm package: of what it exports, and of whatever that names. Each
 * is made of one file alone, so that the compiler needs none of its libraries.
 */
const sources = new URL("../../main/typescript/", import.meta.url);
const tools = new URL("../../../target/typescript/", import.meta.url);
const declarations = new URL("../../../target/npm/types/", import.meta.url);

const { default: typescript } = await import(new URL("typescript.cjs", tools).href);
const written = new Set<string>();

Deno.mkdirSync(declarations, { recursive: true });
declare("index");
declare("model-observer");

function declare(name: string): void {
  if (written.has(name)) return;
  written.add(name);
  const declaration = declarationOf(name);
  Deno.writeTextFileSync(new URL(`${name}.d.ts`, declarations), declaration);
  for (const [, other] of declaration.matchAll(/from "\.\/([\w-]+)\.js"/g)) declare(other!);
}

function declarationOf(name: string): string {
  const { outputText, diagnostics } = typescript.transpileDeclaration(
    Deno.readTextFileSync(new URL(`${name}.ts`, sources)),
    { fileName: `${name}.ts`, reportDiagnostics: true },
  );
  for (const { messageText } of diagnostics) throw new Error(`${name}.ts: ${messageText}`);
  return outputText.replace(/(from "\.\/[\w-]+)\.ts"/g, '$1.js"');
}
