/** What Hugging Face's API says of daily papers: https://huggingface.co/api/daily_papers. It is only read. */
import { toDay } from '@/utils/days';
import { canonicalArxivId } from '@/utils/paper/canonical-identifiers';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import { clip } from '@/utils/reading/dom';
import { record } from '@/utils/reading/loose-json';
import { readDailyItem } from '@/utils/reading/sites/huggingface';
import type { FileEntry } from '../parts/file-entry';
import type { FormatModule, Reading } from '../parts/format';
import type { OnShare } from '../parts/progress';
import { type JsonMember, jsonMembers } from '../parts/reading/json-members';

/** Members that are looked at to tell what a file is. */
const SAMPLE = 20;
const PAGES = 'https://huggingface.co/papers';

export const dailyPapers = {
  async read({ text }, { onShare }) {
    return isDaily(text) ? reading(text, onShare) : undefined;
  },
} satisfies FormatModule;

/** Whether most of the first members are papers there. */
function isDaily(text: string): boolean {
  const file = jsonMembers(text);
  if (file?.kind !== 'list') return false;
  const sample: JsonMember[] = [];
  for (const member of file.members) {
    sample.push(member);
    if (sample.length === SAMPLE) break;
  }
  const daily = sample.filter(({ value }) => isItem(value)).length;
  return daily > 0 && 2 * daily >= sample.length;
}

/** A listing has its papers within items, a search has them bare. */
function isItem(value: unknown): boolean {
  const item = record(value);
  const { id, title, summary, authors } = record(item.paper ?? value);
  return (
    typeof id === 'string' &&
    typeof title === 'string' &&
    (typeof summary === 'string' || Array.isArray(authors))
  );
}

function reading(text: string, onShare: OnShare | undefined): Reading | undefined {
  const members = jsonMembers(text, onShare)?.members;
  if (!members) return undefined;
  const found: Reading & { entries: FileEntry[] } = { papers: [], entries: [], refused: [] };
  for (let place = 1; ; place++) {
    const step = members.next();
    if (step.done) return step.value.truncated ? { ...found, problem: 'truncated' } : found;
    const { value, line } = step.value;
    const card = isItem(value) ? cardOf(record(value)) : undefined;
    if (card) found.entries.push({ card, place, line });
    else found.refused.push({ place, line, reason: isItem(value) ? 'unnamed' : 'notARecord' });
  }
}

function cardOf(item: Record<string, unknown>): PaperCard | undefined {
  const paper = record(item.paper ?? item);
  const id = clip(paper.id) ?? '';
  const arxiv = canonicalArxivId(id);
  const { title, ...fields } = readDailyItem({ ...item, paper });
  if (!arxiv && !title) return undefined;
  const day = toDay(clip(paper.submittedOnDailyAt) ?? '');
  return present<PaperCard>({
    ...fields,
    title,
    site: 'huggingface',
    identifiers: arxiv ? { arxiv } : {},
    url: /^[\w.-]+$/.test(id) ? `${PAGES}/${id}` : undefined,
    listing: day ? `${PAGES}/date/${day}` : /^[\w.-]+$/.test(id) ? `${PAGES}/${id}` : undefined,
    listedAt: day,
  });
}
