/** The identifiers that PaperMemory's ids hold. Those of other sources end in a hash. */
import { canonicalArxivId, canonicalIdentifiers } from '@/utils/paper/canonical-identifiers';
import { identifiersOfAddress } from '@/utils/reading/addresses';

/** What stands in an id, and the address or the identifier that it makes. */
const IDS: readonly (readonly [pattern: RegExp, namespace: string, value: string])[] = [
  [/^OR-.*?-\d{4}_([\w-]{5,40})$/, 'openreview', '$1'],
  [/^ACL-.*_((?:\d{4}\.[\w-]+\.\d+)|[a-z]\d{2}-\d{4})$/i, 'acl', '$1'],
  [/^PMC-.*_(?:PMC)?(\d+)$/, 'pmcid', 'PMC$1'],
  [/^IHEP-(\d+)$/, 'inspire', '$1'],
  [/^IEEE-.*_(\d{4,})$/, 'ieee', '$1'],
  [/^PNAS-.*_(pnas\.\d+)$/, 'doi', '10.1073/$1'],
  [/^(?:Biorxiv|bioRxiv)-.*?(\d{4}\.\d\d\.\d\d\.\d{5,8})/i, 'doi', '10.1101/$1'],
  [/^Nature-.*_([a-z\d][\w.-]+)$/, 'address', 'https://www.nature.com/articles/$1'],
  [/^IJCAI-(\d{4})_0*(\d+)$/, 'address', 'https://www.ijcai.org/proceedings/$1/$2'],
];

/** None if the id tells none. */
export function identifiersOfId(id: string): Record<string, string> {
  const short = id.slice(0, 300);
  const arxiv = canonicalArxivId(short.replace(/^arxiv-/i, '').replace('_', '/'));
  if (arxiv) return { arxiv };
  for (const [pattern, namespace, template] of IDS) {
    const found = pattern.exec(short);
    if (!found) continue;
    const value = template.replace(/\$(\d)/g, (_, group) => found[Number(group)] ?? '');
    return namespace === 'address'
      ? identifiersOfAddress(new URL(value))
      : Object.fromEntries(canonicalIdentifiers(namespace, value));
  }
  return {};
}
