/** Names between braces: `{{ title }}`. The API says which there are, and refuses the others; this tells it while one types. */

const NAMED = /\{\{([^{}]*)\}\}|\{%-?\s*(?:if|elif)\s+([^{}%]*?)-?%\}/g;
const WORD = /[A-Za-z_]\w*/g;
const GRAMMAR = new Set(["and", "or", "not", "is", "in", "none", "None", "true", "false"]);

/** What a text names beyond `known`, each once, in order. What is not closed yet is not judged: one may be typing it. */
export function unknownNames(text: string, known: readonly string[]): string[] {
  const found = new Set<string>();
  for (const [, value, condition] of text.matchAll(NAMED)) {
    // Quoted texts are compared with, they name nothing.
    const names = (value ?? condition ?? "").replace(/"[^"]*"|'[^']*'/g, "").match(WORD) ?? [];
    for (const name of names) if (!known.includes(name) && !GRAMMAR.has(name)) found.add(name);
  }
  return [...found];
}

export const braced = (name: string) => `{{ ${name} }}`;
