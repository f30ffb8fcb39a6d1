/** Servers of preprints, by their DOIs and by what venues are called. */

/** bioRxiv and medRxiv, ChemRxiv, Preprints.org, Research Square, PsyArXiv and OSF, SSRN, TechRxiv, Authorea, EarthArXiv. */
const PREPRINT_DOI =
  /^10\.(?:1101|64898|26434|20944|21203|31234|31219|31235|2139|36227|22541|31223|33774|48550)\//;
const PREPRINT_VENUE =
  /\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|techrxiv|ssrn|research square|preprints?)\b/i;

/** Whether a DOI is one of a preprint. */
export function isPreprintDoi(doi: string): boolean {
  return PREPRINT_DOI.test(doi);
}

/** Whether a venue is a server of preprints. */
export function isPreprintServer(venue: string | undefined): boolean {
  return PREPRINT_VENUE.test(venue ?? '');
}
