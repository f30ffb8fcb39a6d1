/** The formats that Offprint writes, in the order of the menu. */
import type { Format } from './format';
import { json } from './json';

export const FORMATS: readonly Format[] = [json];
