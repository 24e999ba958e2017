/**
 * Words that carry no content of their own: function words, and the words that make a question.
 * They stay out of every keyword field, since nearly every sentence holds some.
 */
const CHINESE = `
的 了 和 是 在 与 及 或 也 都 就 而 并 但 但是 不过 然而 因为 由于 所以 因此 如果 虽然 尽管 以及 还 还是 还有 又 再 更 最 很 太
非常 比较 被 把 将 让 使 令 给 对 对于 关于 向 从 自 由 于 为 为了 以 用 按 按照 根据 通过 随着 之 其 其中 其他 该 此 这 那
这个 那个 这些 那些 这样 那样 这种 那种 这里 那里 我 你 您 他 她 它 我们 你们 他们 她们 它们 自己 本 各 每 某 一个 一种 一些
上 下 中 内 外 里 间 前 后 时 时候 等 等等 所 着 过 地 得 吗 呢 吧 啊 呀 嘛 么 不 没 没有 无 有 会 能 能够 可以 可 要 应
应该 想 来 去 到 说 称 表示 认为 指出 是否 能否 有没有 是不是
谁 什么 啥 哪 哪个 哪些 哪里 哪儿 哪位 哪座 哪种 哪年 哪一 哪一年 何 何时 何处 何地 为何 如何 怎么 怎样 怎么样 为什么 几 几个 多少 多久 多大
多长 多远 多高 请问 请 告诉 一下 第几 几次 几名 几位 哪一位 哪一个 哪一种 哪一项 哪一类 哪项 哪家 哪所 哪支 哪部 哪类 哪组
哪本 哪首 哪场 哪届 哪次 何为 这项 这所 这座 这家 这位 这次 这部 一项 一位 一名
`;

const ENGLISH = `
a an the and or but if then else so as at by for from in into of off on onto out over to up with without within about above
after again against all also am any are aren't be because been before being below between both can can't cannot could
couldn't did didn't do does doesn't doing don't down during each few further had hadn't has hasn't have haven't having he
her here hers herself him himself his i i'm is isn't it it's its itself just me more most my myself no nor not now only other our
ours ourselves own same she should shouldn't some such than that that's their theirs them themselves us there these they
this those through too under until very was wasn't we were weren't what what's when where which while who who's whom whose why
will with won't would wouldn't you your yours yourself how many much long often old ever tell please give say says said
according upon via per among towards toward whether either neither nor yet may might must shall
`;

const words = (list: string) => list.split(/\s+/u).filter((word) => word !== '');

const STOP_WORDS: ReadonlySet<string> = new Set([...words(CHINESE), ...words(ENGLISH)]);

/** Whether a folded, simplified, unstemmed word is a stop word, in either language. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word.replace('’', "'"));
}
