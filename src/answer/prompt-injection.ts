import { splitSentences } from '../language/segment/sentences.ts';

/** Speech that news has no reason to hold: orders to whoever summarises or answers from it. */
const ORDERS = [
  /(?:忽略|无视|忘记|不要理会|抛开)(?:掉)?(?:以上|之前|上述|上面|前面|先前|此前|所有|一切|你的)[^。！？\n]{0,12}(?:内容|指示|指令|提示|要求|规则|说明|对话|设定)/u,
  /(?:系统提示词|提示词|system\s*prompt)/iu,
  /(?:作为|你是|你现在是|扮演)(?:一个|一名)?[^。，\n]{0,8}(?:人工智能|AI|语言模型|助手|助理|机器人)(?:[，。：]|你|请|必须|应)/iu,
  /(?:请|必须|务必)(?:(?:只|仅)(?:回答|回复|输出|返回)|(?:回答|回复|输出|返回)[:：“"「])/u,
  /(?:你现在是|\byou are now)\s*[A-Z]{2}/u,
  /^\s*(?:SYSTEM|ASSISTANT|USER)\s*[:：]/u,
  /\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+|every\s+)*(?:previous|prior|above|earlier|preceding|foregoing)?\s*(?:instructions?|prompts?|rules?|directions?|guidelines?|messages?)\b/iu,
  /\b(?:reveal|print|repeat|output|show)\s+(?:me\s+)?(?:your|the)\s+(?:system\s+)?(?:prompt|instructions?)\b/iu,
  /\byou are (?:now )?(?:an?|the|no longer an?)\s+(?:\w+\s+){0,3}(?:assistant|AI|chatbot|language model|bot)\b/iu,
  /\b(?:reply|respond|answer)\s+(?:only\s+)?with\s+["“'‘]/iu,
  /(?:^|[,:;|]|\bplease)\s*(?:reply|respond|answer)\s+only\s+with\b/iu,
  /<\/?(?:system|assistant|user|instructions?)>|\[\/?INST\]|<\|im_(?:start|end)\|>/iu,
];

/**
 * Whether a sentence of an article speaks to an assistant that reads it rather than to people. Such
 * sentences are neither shown to a model nor taken as evidence for what it writes.
 */
export function containsInjection(sentence: string): boolean {
  return ORDERS.some((pattern) => pattern.test(sentence));
}

/** A text with spaces in the place of sentences that give orders; offsets hold on both. */
export function maskInjection(text: string): string {
  let blanked = '';
  let from = 0;
  for (const { start, end } of splitSentences(text)) {
    if (!containsInjection(text.slice(start, end))) continue;
    blanked += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return from === 0 ? text : blanked + text.slice(from);
}
