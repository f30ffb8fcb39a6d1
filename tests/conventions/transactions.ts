/** Finds transactions that lose track of what they wait for; the head of storage/database.ts tells how. */
import ts from 'typescript';

/** `line: text` of each call of `.transaction` whose body is no `async` function, however it is laid out. */
export function badTransactions(code: string): string[] {
  if (!/\btransaction\b/.test(code)) return []; // to parse all that is shipped takes seconds
  const source = ts.createSourceFile('code.tsx', code, ts.ScriptTarget.Latest);
  const lines = code.split('\n');
  const found: string[] = [];
  function look(node: ts.Node): void {
    if (ts.isCallExpression(node) && isTransaction(node.expression) && !isSafe(node.arguments)) {
      const { line } = source.getLineAndCharacterOfPosition(node.expression.getEnd());
      found.push(`${line + 1}: ${lines[line]?.trim()}`);
    }
    ts.forEachChild(node, look);
  }
  look(source);
  return found;
}

function isTransaction(called: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(called) && called.name.text === 'transaction';
}

/** Dexie's transactions begin with a mode and end with a body, the browser's own have none. */
function isSafe(given: readonly ts.Expression[]): boolean {
  const [mode] = given;
  const body = given.at(-1);
  if (mode && body && ts.isStringLiteral(mode) && /^rw?[!?]?$/.test(mode.text)) return isAsync(body);
  return given.every((one) => !isFunction(one) || isAsync(one));
}

function isFunction(given: ts.Expression): given is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(given) || ts.isFunctionExpression(given);
}

/** Whether it can be seen here: a mere name may stand for any function. */
function isAsync(given: ts.Expression): boolean {
  return (
    isFunction(given) && (given.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false)
  );
}
