/** The formats that Offprint reads and writes; files are tried in this order, and the menu shows it. */
import { copiedText } from './copied-text';
import type { ExportFormat, Format } from './format';
import { json } from './json';

export const FORMATS: readonly Format[] = [json, copiedText];

export const EXPORT_FORMATS = FORMATS.filter((format): format is ExportFormat => format.write !== undefined);
