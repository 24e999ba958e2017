import type { Article } from '../../core/article.ts';
import type { Annotator, Sentence, SentencesOf } from '../../core/sentence.ts';
import { saysSomething } from '../reported-sentence.ts';

/** The first sentences of an article that say something: no headline, dateline or furniture. */
export type LeadReader = (article: Article) => readonly Sentence[];

/** News puts what happened first (the inverted pyramid); what comes later belongs to other events. */
const MAX_LEAD_LENGTH = 480;
/** UTF-16 units of a body that hold its lead, with headlines and advertisements before it. */
const LEAD_REACH = 1_000;

export function createLeadReader(sentencesOf: SentencesOf): LeadReader {
  return (article) => {
    const lead: Sentence[] = [];
    let length = 0;
    for (const sentence of sentencesOf(article)) {
      if (length >= MAX_LEAD_LENGTH) break;
      if (!saysSomething(sentence)) continue;
      lead.push(sentence);
      length += sentence.text.length;
    }
    return lead;
  };
}

/** Reads the beginnings of articles, where no index holds their sentences. */
export function annotateBeginnings(annotator: Annotator): SentencesOf {
  return ({ body, language, publishedAt, title }) =>
    annotator.annotate({
      text: body.slice(0, LEAD_REACH),
      language,
      reference: publishedAt,
      title,
    });
}
