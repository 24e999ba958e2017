/** One story as two newsrooms would tell it; each file of the folder tells it in its own form. */
export const ENGLISH = {
  title: 'Thames Barrier closed a record twelve times',
  source: 'River Gazette',
  date: '2025-07-07',
  paragraphs: [
    'The Thames Barrier was closed twelve times this year, the Environment Agency said on Monday, more often than in any year since it opened in 1982.',
    'Spokeswoman Mary Smith said that the closures protected about 1.25 million people who live in the flood plain east of London.',
    'The agency spends 8 million pounds a year on the gates, and expects to replace them by 2070.',
  ],
};

export const CHINESE = {
  title: '泰晤士河水闸今年关闭次数创纪录',
  source: '新华社',
  date: '2025-07-07',
  paragraphs: [
    '英国环境署7月7日说，泰晤士河水闸今年已经关闭十二次，为1982年启用以来最多的一年。',
    '环境署发言人玛丽·史密斯表示，关闭水闸保护了伦敦以东洪泛区约一百二十五万居民的生活用水和安全。',
    '环境署每年为闸门花费八百万英镑，预计2070年以前更换全部闸门。',
  ],
};

export type Story = typeof ENGLISH;

export const bodyOf = ({ paragraphs }: Story) => paragraphs.join('\n');

export const htmlOf = ({ paragraphs }: Story) =>
  paragraphs.map((text) => `<p>${text}</p>`).join('\n');

export const recordOf = (story: Story) => ({
  title: story.title,
  source: story.source,
  publishedAt: story.date,
  text: bodyOf(story),
});
