/** Finds transactions that lose track of what they wait for; the head of storage/database.ts tells how. */
import {
  type Argument,
  type ArrowFunctionExpression,
  type CallExpression,
  type Function as FunctionNode,
  parseSync,
  Visitor,
} from 'oxc-parser';

/** `line: text` of each call of `.transaction` whose body is no `async` function, however it is laid out. */
export function badTransactions(code: string): string[] {
  if (!/\btransaction\b/.test(code)) return []; // to parse all that is shipped takes seconds
  const lines = code.split('\n');
  const found: string[] = [];
  new Visitor({
    CallExpression(call) {
      if (!isTransaction(call.callee) || isSafe(call.arguments)) return;
      const line = code.slice(0, call.callee.end).split('\n').length;
      found.push(`${line}: ${lines[line - 1]?.trim()}`);
    },
  }).visit(parseSync('code.tsx', code).program);
  return found;
}

function isTransaction(called: CallExpression['callee']): boolean {
  return called.type === 'MemberExpression' && !called.computed && called.property.name === 'transaction';
}

/** Dexie's transactions begin with a mode and end with a body, the browser's own have none. */
function isSafe(given: readonly Argument[]): boolean {
  const [mode] = given;
  const body = given.at(-1);
  if (mode?.type === 'Literal' && body && /^rw?[!?]?$/.test(String(mode.value))) return isAsync(body);
  return given.every((one) => !isFunction(one) || isAsync(one));
}

function isFunction(given: Argument): given is ArrowFunctionExpression | FunctionNode {
  return given.type === 'ArrowFunctionExpression' || given.type === 'FunctionExpression';
}

/** Whether it can be seen here: a mere name may stand for any function. */
function isAsync(given: Argument): boolean {
  return isFunction(given) && given.async;
}
