import type { Language } from '../../../src/core/article.ts';
import { type Block, citationsOf, isStatement } from '../../../src/core/block.ts';
import type { Citation } from '../../../src/core/citation.ts';
import type { ArticleView, CollectionState } from '../../../src/core/http-views.ts';
import { languageTag } from '../language/browser-language.ts';
import type { Messages } from '../language/messages-en.ts';
import { outcomeOf, type Turn } from '../state/turn.ts';
import { formatPublished } from '../text/published-date.ts';
import { checkProof, type ProofRecord } from './check-proof.ts';
import { PROOF_STYLE } from './proof-style.ts';
import { sha256 } from './sha256.ts';

/** What a proof is made of. */
export interface ProofParts {
  readonly turn: Turn;
  /** Every cited article, by id. */
  readonly articles: ReadonlyMap<string, ArticleView>;
  readonly collection: CollectionState;
  readonly language: Language;
  readonly messages: Messages;
  readonly madeAt: Date;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);

/**
 * An answer with its evidence as one HTML file: each quote in its paragraph, with outlet, date and
 * the hashes of the words, the whole article and the index. It loads nothing, and says when what it
 * shows is not what was exported.
 */
export function makeProof(parts: ProofParts): string {
  const { turn, articles, collection, language, messages, madeAt } = parts;
  const { proof } = messages;
  const shown = new Set(turn.blocks.flatMap(citationsOf));
  const cited = turn.citations.filter(({ marker }) => shown.has(marker));
  const quotes = cited.map((citation) => {
    const article = articles.get(citation.articleId);
    return { citation, article, paragraph: paragraphOf(citation, article?.body ?? citation.quote) };
  });
  const lines = turn.blocks.map((block) => blockHtml(block, cited, messages));
  const record: ProofRecord = {
    question: sha256(turn.question),
    answer: lines.map(({ text }) => sha256(text)),
    quotes: quotes.map(({ citation, paragraph }) => ({
      marker: citation.marker,
      quote: sha256(citation.quote),
      paragraph: sha256(paragraph.before + citation.quote + paragraph.after),
    })),
    articles: quotes.map(({ article }) => (article === undefined ? null : sha256(article.body))),
    index: collection.sha256,
    madeAt: madeAt.toISOString(),
  };
  const written = JSON.stringify(record);
  const facts = [
    [proof.madeAt, madeAt.toISOString().replace('T', ' ').slice(0, 16).concat(' UTC')],
    [
      proof.index,
      `${collection.generation ?? '–'} · ${messages.articleCount(collection.articles)}`,
    ],
    [proof.indexHash, collection.sha256 ?? '–'],
    [proof.composer, messages.composers[turn.answer?.composer ?? 'extractive']],
    [proof.seal, sha256(written)],
  ];
  const verdicts = JSON.stringify({
    whole: proof.whole,
    altered: proof.altered,
    quoteWhole: proof.quoteWhole,
    quoteAltered: proof.quoteAltered,
  });
  return `<!doctype html>
<html lang="${languageTag(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${escapeHtml(turn.question)} · 引证 Yinzheng</title>
<style>${PROOF_STYLE}</style>
</head>
<body>
<main>
<p class="verdict" role="status">${escapeHtml(proof.unchecked)}</p>
<h1 id="question">${escapeHtml(turn.question)}</h1>
<p class="outcome">${escapeHtml(messages.outcomes[outcomeOf(turn)])}</p>
<section class="answer" lang="${languageTag(turn.language ?? language)}">
${lines.map(({ html }) => html).join('\n')}
</section>
<h2>${escapeHtml(proof.evidence)}</h2>
${quotes.map((quote) => quoteHtml(quote, parts)).join('\n')}
<h2>${escapeHtml(proof.record)}</h2>
<dl>${facts.map(([name = '', value = '']) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>
<p class="note">${escapeHtml(proof.note)}</p>
</main>
<script type="application/json" id="record">${written.replaceAll('<', '\\u003c')}</script>
<script>
const sha256 = ${sha256.toString()};
const checkProof = ${checkProof.toString()};
checkProof(document, sha256, ${verdicts.replaceAll('<', '\\u003c')});
</script>
</body>
</html>
`;
}

/** A block as its words, which are hashed, and as HTML, whose only words are those. */
function blockHtml(block: Block, cited: readonly Citation[], messages: Messages) {
  const text = textOf(block, cited);
  const tag = block.kind === 'heading' ? 'h3' : 'p';
  const lang = languageOf(block, cited);
  const markers = citationsOf(block)
    .map((marker) => `<a href="#quote-${marker}">${marker}</a>`)
    .join(' ');
  const label =
    block.kind === 'quote' ? ` <small>${escapeHtml(messages.originalWords)}</small>` : '';
  const html = `<${tag} class="${block.kind}"><span class="words"${lang}>${escapeHtml(text)}</span>${label} <span class="markers">${markers}</span></${tag}>`;
  return { text, html };
}

function languageOf(block: Block, cited: readonly Citation[]): string {
  if (!isStatement(block) || block.kind === 'sentence') return '';
  const citation = cited.find(({ marker }) => marker === block.citations[0]);
  return citation === undefined ? '' : ` lang="${languageTag(citation.language)}"`;
}

function textOf(block: Block, cited: readonly Citation[]): string {
  const who = (marker: number) => cited.find((each) => each.marker === marker)?.source ?? '';
  switch (block.kind) {
    case 'short-answer':
      return block.original === null ? block.text : `${block.text} (${block.original})`;
    case 'timeline-entry':
      return `${block.days}: ${block.text}`;
    case 'conflict':
      return `${block.about}: ${block.statements.map(({ value, citation }) => `${value} (${who(citation)})`).join('; ')}`;
    case 'ledger':
      return `${block.about}: ${block.rows.map((row) => `${row.value} (${row.who}${row.asOf === null ? '' : `, ${row.asOf}`})`).join('; ')}`;
    case 'quote':
      return block.lead === null ? block.text : `${block.lead.text} ${block.text}`;
    default:
      return block.text;
  }
}

/** What stands before and behind a quote in its paragraph. */
function paragraphOf({ start, end }: Citation, body: string) {
  const from = body.lastIndexOf('\n', start - 1) + 1;
  const to = body.indexOf('\n', end);
  return { before: body.slice(from, start), after: body.slice(end, to < 0 ? body.length : to) };
}

interface ProvenQuote {
  readonly citation: Citation;
  readonly article: ArticleView | undefined;
  readonly paragraph: { readonly before: string; readonly after: string };
}

function quoteHtml({ citation, article, paragraph }: ProvenQuote, parts: ProofParts): string {
  const { language, messages } = parts;
  const { proof } = messages;
  const url = article?.url;
  const origin = [
    citation.source,
    formatPublished(citation.publishedAt, language) ?? messages.undated,
    citation.title,
  ];
  const link =
    url != null && /^https?:/u.test(url)
      ? `<br><a href="${escapeHtml(url)}" rel="noreferrer">${escapeHtml(url)}</a>`
      : '';
  const place = `${proof.place} ${citation.start}–${citation.end}`;
  const hash = article === undefined ? '–' : sha256(article.body);
  return `<article class="evidence" id="quote-${citation.marker}">
<p class="origin"><b>${citation.marker}</b> ${escapeHtml(origin.join(' · '))}${link}</p>
<blockquote lang="${languageTag(citation.language)}">${escapeHtml(paragraph.before)}<mark>${escapeHtml(citation.quote)}</mark>${escapeHtml(paragraph.after)}</blockquote>
<p class="state">${escapeHtml(proof.unchecked)}</p>
<p class="hash">${escapeHtml(place)} · ${escapeHtml(proof.articleHash)} <code>${hash}</code></p>
</article>`;
}
