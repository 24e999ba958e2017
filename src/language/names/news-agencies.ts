/** Agencies, broadcasters and papers by what their names end in; they report and take no part. */
const NEWS_OUTLET =
  /(?:通讯社|新华社|法新社|路透社|美联社|塔斯社|韩联社|共同社|彭博社|德新社|俄新社|埃菲社|安莎社|合众国际社|中新社|朝中社|时事社|广播公司|电视台|广播电台|电视网|新闻网|新闻社|通讯网|日报|晚报|晨报|早报|时报|快报|周刊|邮报|卫报|导报|客户端|公众号|澎湃|财联社|News|Times|Post|Journal|Herald|Tribune|Reuters|Bloomberg|Xinhua|AFP|TASS|CNN|BBC|NBC|CBS|CCTV|Agency|Daily)$/u;

/** Whether a name is that of a news agency, a paper or a broadcaster. */
export function isNewsOutletName(name: string): boolean {
  return NEWS_OUTLET.test(name.trim());
}
