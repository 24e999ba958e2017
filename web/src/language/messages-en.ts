import type { ErrorCode } from '../../../src/core/errors.ts';

const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** The interface in English; its shape is the interface in every language. */
export const messagesEn = {
  // Frame
  productTagline: 'Ask the news. See the evidence.',
  views: 'Views',
  ask: 'Ask',
  search: 'Search',
  events: 'Events',
  timeline: 'Timeline',
  switchLanguage: '中文',
  switchLanguageLabel: '切换到中文',
  themes: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  shortcuts: 'Keyboard shortcuts',
  close: 'Close',
  skipToContent: 'Skip to content',
  loading: 'Loading…',
  tryAgain: 'Try again',

  // Announcements and server
  answering: 'Answering',
  done: (sentences: number, quotes: number) =>
    `Done: ${plural(sentences, 'sentence', 'sentences')}, ${plural(quotes, 'quote', 'quotes')}.`,
  doneRefused: 'Done: the articles do not hold the answer.',
  stopped: 'Stopped',
  answerFailed: 'The answer did not finish.',
  serverLost: 'The server does not answer. What you see is kept; trying again…',
  serverBack: 'The server is back.',
  historyRefused:
    'This browser keeps no more history: its storage is full or switched off. Remove older conversations to go on keeping new ones.',
  historyCleared: 'History cleared.',
  copied: 'Copied.',
  copyFailed: 'The browser did not allow copying.',

  // Conversations
  conversations: 'Conversations',
  showConversations: 'Show conversations',
  newConversation: 'New conversation',
  noConversations: 'Conversations are kept in this browser, and nowhere else.',
  removeConversation: (title: string) => `Remove “${title}”`,
  clearHistory: 'Clear history',
  clearHistoryQuestion: 'Remove every conversation from this browser? This cannot be undone.',
  clearHistoryConfirm: 'Remove all',
  cancel: 'Cancel',
  conversationMenu: 'This conversation',
  copyLink: 'Copy link',
  exportMarkdown: 'Export as Markdown',
  exportJson: 'Export as JSON',
  unknownConversation: 'This conversation is not in this browser.',
  replayQuestions: (count: number) =>
    count === 1 ? 'Ask its question again' : `Ask its ${count} questions again`,

  // Start page
  startHeading: 'What do you want to know?',
  startNote:
    'Every sentence of an answer shows the words it rests on. What the articles do not say is not answered.',
  collection: (articles: number, outlets: number) =>
    `${plural(articles, 'article', 'articles')} from ${plural(outlets, 'outlet', 'outlets')}`,
  newest: 'Newest articles',
  openArticle: (title: string) => `Open article: ${title}`,
  noIndex: 'There is no index yet. Run: npm run index',

  // Question box
  question: 'Question',
  questionPlaceholder: 'Ask in English or Chinese',
  followUpPlaceholder: 'Ask a follow-up question',
  send: 'Ask',
  stop: 'Stop',
  filters: 'Filters',
  filtersSet: (count: number) => `Filters (${count})`,
  from: 'From',
  to: 'To',
  outlet: 'Outlet',
  anyOutlet: 'Any outlet',
  articleLanguage: 'Language of articles',
  anyLanguage: 'Either',
  languages: { zh: 'Chinese', en: 'English' },
  clearFilters: 'Clear filters',

  // Answers
  you: 'You asked',
  reading: 'Reading the articles…',
  readingPassages: (count: number) => `Reading ${plural(count, 'passage', 'passages')}…`,
  answeredFrom: (articles: number, outlets: number) =>
    `From ${plural(articles, 'article', 'articles')}, ${plural(outlets, 'outlet', 'outlets')}`,
  composers: {
    extractive: 'Quoted from the articles',
    model: 'Written by a language model, then checked',
  },
  possible: 'A possible answer',
  notFound: 'Not in these articles',
  stoppedNote: 'Stopped. What had arrived is kept.',
  interruptedNote: 'The connection broke before the answer was whole. What had arrived is kept.',
  editQuestion: 'Edit question',
  saveAndAsk: 'Ask this instead',
  askAgain: 'Ask again',
  copyAnswer: 'Copy',
  copyText: 'Copy with footnotes',
  copyMarkdown: 'Copy as Markdown',
  sources: (count: number) => `Passages read (${count})`,
  copiesOf: (outlets: string) => `Also carried by ${outlets}`,
  suggestions: 'You could ask next',
  suggestionsInstead: 'These articles could answer',
  conflicts: 'Where sources differ',
  missing: 'Looked for and not found',
  covers: (from: string, to: string) => `The collection covers ${from} to ${to}.`,
  rewritten: (question: string) => `Understood as: ${question}`,

  // Citations and support
  citation: (marker: number, source: string, date: string | null) =>
    date === null ? `Quote ${marker}: ${source}` : `Quote ${marker}: ${source}, ${date}`,
  quote: 'Quote',
  quoteOf: (position: number, total: number) => `${position} of ${total}`,
  previousQuote: 'Previous quote',
  nextQuote: 'Next quote',
  openInArticle: 'Open in the article',
  undated: 'No date',
  support: { supported: 'Supported', partly: 'Partly supported', unsupported: 'Not supported' },
  supportOf: (verdict: string) => `${verdict}: why?`,
  supportRules: {
    quoted: 'The sentence is a quote.',
    citation: 'Checked: its citation.',
    number: 'Checked: numbers.',
    date: 'Checked: dates.',
    quotation: 'Checked: words in quotation marks.',
    name: 'Checked: names.',
    negation: 'Checked: yes and no.',
    relation: 'Checked: who holds a role, and who says it.',
    scope: 'Checked: how much is meant (all, most, only).',
    'second-reading': 'Checked: read again by the model.',
    coverage: 'Checked: how much of the sentence the quote covers.',
  },
  failedPiece: (piece: string) => `Not found in the quote: ${piece}`,
  resolvedDate: (expression: string, day: string) => `“${expression}” is ${day}`,
  corroboration: (sources: number) => plural(sources, 'outlet', 'outlets'),
  corroborationLabel: (sources: number) =>
    `${plural(sources, 'outlet', 'outlets')}, independent of each other, say this`,

  // Reader
  article: 'Article',
  closeArticle: 'Close article',
  excerpt: 'Excerpt',
  excerptNote: 'The source text was cut off here.',
  reprint: 'Reprint of an earlier article',
  originalArticle: 'Open the earlier one',
  quotesHere: 'Quotes from this article',
  goToQuote: (marker: number) => `Go to quote ${marker}`,
  highlightOf: (marker: number) => `Quote ${marker}`,
  wordHelp: 'Point at a Chinese word for its meaning; with the keyboard, use ← and → in the text.',
  noGloss: 'Not in the dictionary',
  sourcePage: 'Source page',
  articleText: 'Text of the article',
  answerText: 'Text of the answer',

  // Search
  searchHeading: 'Search the articles',
  searchPlaceholder: 'Words, names, dates…',
  searchButton: 'Search',
  searchStart: 'Search finds passages by words and by meaning, across both languages.',
  results: (count: number) => plural(count, 'passage', 'passages'),
  noResults: 'No passage matches. Try other words, or fewer filters.',
  nearestDates: (days: string) => `Nothing in that time. Nearest dates: ${days}.`,
  dateRangeApplied: (expression: string, range: string) => `“${expression}” read as ${range}`,
  whyThisRank: 'Why this rank',
  rankOf: (position: number) => `Rank ${position}`,
  signals: {
    words: 'Words',
    concepts: 'Meaning across languages',
    names: 'Names',
    title: 'Title',
    vectors: 'Vectors',
  },
  signal: 'Signal',
  signalRank: 'Rank',
  signalScore: 'Score',
  contribution: 'Adds',
  adjustments: {
    coverage: 'Covers the question',
    proximity: 'Words close together',
    answerForm: 'Kind of answer asked for',
  } as Partial<Record<string, string>>,
  total: 'Total',
  matchedWords: 'Words found',

  // Lists
  pages: 'Pages',
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previousPage: 'Previous',
  nextPage: 'Next',

  // Events
  eventsHeading: 'Events',
  eventsPlaceholder: 'Names, places, titles…',
  eventCount: (count: number) => plural(count, 'event', 'events'),
  noEvents: 'No event matches.',
  eventAxis: 'Events in time',
  sort: 'Order',
  sorts: { newest: 'Newest first', oldest: 'Oldest first', 'most-reported': 'Most reported' },
  reports: (articles: number, outlets: number) =>
    `${plural(articles, 'article', 'articles')}, ${plural(outlets, 'outlet', 'outlets')}`,
  undatedEvent: 'Date unknown',
  allEvents: 'All events',
  participants: 'Took part',
  places: 'Where',
  reportedBy: 'Reported by',
  eventParts: {
    summary: 'Summary',
    timeline: 'Timeline',
    presses: 'Two presses',
    changes: 'What changed',
  },
  summaryLength: 'Length',
  summaryLengths: { brief: 'Brief', standard: 'Standard', full: 'Full' },
  leftPress: 'One side',
  rightPress: 'Other side',
  languagePress: { zh: 'Chinese-language press', en: 'English-language press' },
  onlySays: (press: string) => `Only in: ${press}`,
  bothSay: 'Both say',
  nothingOnly: 'Nothing that the other side does not say.',
  nothingShared: 'No statement that both make.',
  onePress: 'Only one press reports this event.',
  noArticlesOfPress: 'No article of this press.',
  since: 'Since',
  changeKinds: { adds: 'Added', alters: 'Altered' },
  earlierSaid: 'Earlier',
  laterSays: 'Later',
  noChanges: 'Later articles add nothing to the earlier ones.',

  // Timeline
  timelineHeading: 'Timeline',
  timelinePlaceholder: 'A topic, or nothing for everything',
  statements: (count: number) => plural(count, 'dated statement', 'dated statements'),
  noStatements: 'No dated statement matches.',
  undatedArticles: (count: number) =>
    `${plural(count, 'article has', 'articles have')} no publication date, so relative dates in them stay open.`,
  timelineChart: 'Statements by date',
  chartBar: (when: string, count: number) => `${when}: ${plural(count, 'statement', 'statements')}`,
  goToDate: (when: string) => `Go to ${when}`,
  uncertainDate: 'uncertain',

  // Shortcuts
  singleKeys: 'Keys without a modifier are shortcuts',
  shortcutList: {
    ask: 'Go to the question',
    newConversation: 'New conversation',
    nextQuote: 'Next quote in the answer',
    previousQuote: 'Previous quote in the answer',
    stop: 'Stop the answer, or close what is open',
    open: 'Open the quote in its article',
    search: 'Search',
    list: 'This list',
    newLine: 'New line in the question',
  },

  // Errors
  errorTitle: 'That did not work',
  errors: {} as Partial<Record<ErrorCode, string>>,
  details: 'Details',
};

export type Messages = typeof messagesEn;
