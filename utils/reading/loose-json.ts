/** Looking into data of unknown shape: whatever is missing or of another kind is empty, so that reading goes on. */

export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The JSON in an element's attribute; empty if it is missing or broken. */
export function attributeJson(element: Element | null, name: string): Record<string, unknown> {
  try {
    return record(JSON.parse(element?.getAttribute(name) ?? '{}'));
  } catch {
    return {};
  }
}
