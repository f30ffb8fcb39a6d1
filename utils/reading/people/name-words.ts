/** Words that names have, and words that no name has. */

/** Particles within names, and the few words that stand before a family name. */
export const PARTICLE =
  /^(?:d[aeiou]s?|del|della|delle|degli|dell|dal|d|van|von|vom|zu|zum|zur|der|den|des|ten|ter|te|la|le|las|los|lo|y|bin|bint|ibn|ben|al|el|af|av|st|san|santa|e|'t)$/iu;

/** What may stand behind a name: `Jr.`, `III`, `PhD`. */
export const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?sc|esq|jnr|snr)\.?$/i;

/** Words of titles, places, programmes and shops, in lower case. A name that has one is none. */
const NO_NAME = new Set(
  `a about above abstract academic academy accepted access across action active adaptive admission advanced advances adversarial
  after agent agents ai algebra algorithm algorithmic algorithms all amazon among an analysis analytics analyzing and
  application applications applied approach approaches are architecture article artificial as aspects assessment at attention author
  authors automated automatic autonomous award awards ballroom banquet based basic bayesian behavior between beyond big bio
  biological book books break breakfast building buy by cart category causal center centre chair chairs challenge challenges
  change chapter children city class classification clinical closing cloud clustering code coffee collaborative college committee
  common communication communications community company comparative comparison complex computation computational computer
  computing conference contact context control copyright corpus cost course data database databases deep department dependent
  description design detecting detection developing development device digital dinner discovery discussion distributed diversity
  doctoral domain download dr dynamic education effect effective effects efficient emerging empirical end energy engineering
  english enhanced enhancing environment environments estimation ethics european evaluating evaluation event evidence evolution
  example experience experimental experiments explainable exploring extended extraction faculty fast fault features federated 
  first for foundation foundations framework free frequency from full function functions fundamental future game games general
  generation generative global graph graphs group guide hands health help hierarchical high history hotel how human hybrid
  identification image images imaging impact implementation improved improving in inc incremental inference influence information
  innovation institut institute institution instituto integrated integration intelligence intelligent interaction interactive
  interface interfaces international internet into introduction investigation invited is issue issues its journal keynote
  knowledge lab laboratories laboratory language languages large learning lecture lessons letters level library life like linear live local
  logic login low ltd lunch machine machines magazine making management mapping market mathematical mathematics measurement
  measuring mechanism media medical member members memory menu method methodology methods mining mobile model modeling modelling
  models modern modular monitoring more motion multi multimodal multiple music national natural nature navigation network
  networks neural new news next no noise non nonlinear novel numerical object of on online open opening optical optimal optimization
  optimizing or oral order organizers organization overview paper papers parallel part pattern performance personal perspective
  perspectives physical physics planning platform poster posters practical practice predicting prediction press 
  principles privacy probabilistic problem problems proceedings process processes processing product production program
  programme programming project projects proof protocol public publication publications quality quantum question questions random rapid
   real reality reasoning reception recognition recommendation recovery reducing registration regression reinforcement
  reliable remarks report representation representations research resource resources response results retrieval review reviews risk
  robot robotic robotics robots robust role room routing safety sale scalable scale schedule school science sciences scientific
  search secure security segmentation selection self semantic sensing sensor sensors service services session sessions shop 
  simple simulation single site smart social society software sold solution solutions solving source space sparse spatial special
  speech stability standard state statistical stochastic store strategies strategy structural structure structures student
  students studies study studying subscribe summary support supporting surface survey sustainable symposium synthesis system
  systematic systems table talk talks task tasks teaching team technical techniques technologies technology temporal test testing
  text the their theorem theoretical theory thesis things through time to today tools topic towards track tracking training transfer
  transformer transformers translation tutorial tutorials two type under understanding unified universal university unsupervised update urban usability use
  user users using validation value variational verification via video view vision visual visualization vol volume vs wave we
  web website weekly welcome what when where which why wireless with without work workshop world year
  january february april june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday usa uk germany france china india japan italy spain canada australia university's
  universität universitat università université universidad universidade universitet hochschule fachhochschule institut fakultät
  über und für mit eine einer zur im dem das die auf aus bei nach vortrag pause begrüßung keynote sitzung tagung
  les des une pour dans sur avec par aux entre étude analyse approche
  los para por con una sobre entre estudio análisis desde hacia
  uma com não sobre estudo análise
  университет институт`.split(/\s+/),
);

/** Whether a word is in titles, places and programmes rather than in names. */
export function isNoName(word: string): boolean {
  return NO_NAME.has(word.toLowerCase());
}
