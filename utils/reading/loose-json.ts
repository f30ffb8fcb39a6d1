/** Reads JSON of unknown shape. Anything missing or of the wrong type reads as empty, so that reading goes on. */
import { getAttribute } from './dom';

/** The value as an object; empty if it is not one. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The value as an array; empty if it is not one. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The JSON in an element's attribute; empty if it is missing or broken. */
export function attributeJson(element: Element | null, name: string): Record<string, unknown> {
  try {
    return record(JSON.parse((element && getAttribute(element, name)) ?? '{}'));
  } catch {
    return {};
  }
}
