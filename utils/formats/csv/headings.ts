/** What the headings of tables mean: those of programs and databases, and those that people write. */
import type { ColumnField } from '../parts/columns';

/** By field: headings without anything but letters and digits, in lower case. */
const NAMES: Partial<Record<ColumnField, string>> = {
  title: `title articletitle papertitle documenttitle itemtitle worktitle publicationname displayname primarytitle ti
    titel titre título titulo titolo 标题 题名 论文题目 篇名 タイトル 論文名 제목 название заглавие`,
  authors: `author authors authorfullnames authorsfullnames authornames authorname authorlist firstauthor creator creators by
    writers authorships au af autor autoren autorin auteur auteurs autores autore autori 作者 著者 저자 автор авторы`,
  date: `date year publicationyear publicationdate pubyear pubdate yearpublished datepublished published publishedon publishedat
    dateofpublication issued issuedate coverdate releasedate submitted py jahr datum erscheinungsjahr année annee año ano anno
    fecha data 年 年份 出版年 发表时间 год 연도`,
  month: 'month pubmonth publicationmonth',
  day: 'day pubday',
  type: `type itemtype documenttype publicationtype worktype entrytype referencetype bibliographytype contenttype pubtype dt
    kind`,
  abstract: `abstract abstractnote abstracttext summary description ab zusammenfassung résumé resume resumen riassunto resumo
    摘要 要約 초록 аннотация`,
  venue: `venue journal journaltitle journalname journalbook fulljournal publicationtitle publication sourcetitle source
    containertitle booktitle conference conferencename conferencetitle proceedings proceedingstitle event so zeitschrift revue
    revista rivista 期刊 刊名 来源 会议 雑誌名 журнал`,
  doi: 'doi dois itemdoi doilink digitalobjectidentifier di',
  arxiv: 'arxiv arxivid arxivnumber eprint',
  pmid: 'pmid pubmedid pm',
  pmcid: 'pmcid pmc',
  url: `url urls link links address web website webpage articleurl paperurl pdfurl pdflink sourceurl sourceurls externalurl
    fulltexturl uri 链接 网址`,
  code: 'code codelink codeurl github repository repo',
  volume: 'volume vol journalvolume vl band tome 卷',
  issue: 'issue issueno issuenumber number no num journalissue is nummer 期',
  pages: 'pages page pagerange pagination artno articlenumber articleno seiten páginas paginas 页码',
  firstPage: 'firstpage startpage pagestart beginningpage pagefrom bp sp',
  lastPage: 'lastpage endpage pageend endingpage pageto ep',
  publisher: 'publisher publishername pu verlag éditeur editorial 出版社',
  editors: 'editor editors herausgeber',
  isbn: 'isbn isbns isbn13 isbn10 bn',
  issn: 'issn issns eissn electronicissn printissn sn ei',
  tags: `tags tag keywords keyword authorkeywords indexkeywords manualtags automatictags labels label labelsfiledin topics
    subjects ieeeterms meshterms keywordsplus de id schlagwörter schlagworte motsclés palabrasclave 关键词 标签 キーワード`,
  collections:
    'collections collection folders folder foldersfiledin groups group lists list category categories',
  note: 'note notes mynotes comment comments remarks annotation annotations notizen 备注 笔记',
  status: 'status readingstatus readstatus state read progress',
  starred: 'starred star favorite favourite favorites favourites important',
  savedAt: `saved savedat savedon dateadded added addedat addedon adddate dateofentry createdat created createdtime creationdate
    timestamp`,
  key: 'citationkey citekey citekeys bibtexkey bibkey bibtexcitationkey',
};
/** Two letters are tags of Web of Science, which writes them in capitals. */
const SHORT = /^\p{Ll}{2}$/u;
/** Zotero calls some things otherwise. */
const ZOTERO: Record<string, ColumnField> = {
  key: 'none',
  type: 'none',
  number: 'none',
  notes: 'childNotes',
  extra: 'extra',
  archivelocation: 'none',
};
const ZOTERO_HAS = ['itemtype', 'manualtags', 'automatictags'];

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split(/\s+/).map((name): [string, ColumnField] => [squashed(name), field as ColumnField]),
  ),
);

/** The field of each heading; `none` where it is not known. */
export function fieldsOf(headings: readonly string[]): ColumnField[] {
  const names = headings.map(squashed);
  const isZotero = ZOTERO_HAS.every((name) => names.includes(name));
  return headings.map((heading, index) => {
    const name = names[index] ?? '';
    if (isZotero && Object.hasOwn(ZOTERO, name)) return ZOTERO[name] ?? 'none';
    return fieldOf(heading, name);
  });
}

function fieldOf(heading: string, name: string): ColumnField {
  // `{"title"`, `<title>` and sentences are none.
  if (heading.length > 60 || !/^[\p{L}\p{N}#][^{}<>"=]*$/u.test(heading.trim())) return 'none';
  if (SHORT.test(name) && heading.trim() !== name.toUpperCase() && name !== 'by' && name !== 'no')
    return 'none';
  return BY_NAME.get(name) ?? 'none';
}

/** Letters and digits only, in lower case. Marks stay: `año` is no `ano`. */
function squashed(heading: string): string {
  return heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}
