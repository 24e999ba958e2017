/** The look of a proof, which brings it along. */
export const PROOF_STYLE = `:root {
  color-scheme: light dark;
  font:
    1rem / 1.7 system-ui,
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    sans-serif;
}

body {
  margin: 0;
  background: light-dark(#fdfdfb, #16171a);
  color: light-dark(#1d1c1a, #e7e5e0);
}

main {
  max-width: 44rem;
  margin: 0 auto;
  padding: 1.5rem 1rem 3rem;
  overflow-wrap: anywhere;
}

h1,
blockquote {
  font-family: Georgia, "Songti SC", "Noto Serif CJK SC", SimSun, serif;
}

h2 {
  margin-top: 2.5rem;
  border-bottom: 2px solid;
  font-size: 1rem;
}

.verdict {
  padding: 0.5rem 1rem;
  border-left: 4px solid light-dark(#2f6b3c, #84c492);
  background: light-dark(#f4f3ef, #101114);
  font-weight: 600;
}

[data-altered="true"] .verdict,
.evidence[data-altered="true"] {
  border-left: 4px solid light-dark(#a3241b, #f2968a);
}

.short-answer .words {
  font-size: 1.4rem;
  font-weight: 600;
}

.evidence {
  margin: 1.5rem 0;
  padding-left: 1rem;
  border-left: 4px solid light-dark(#dedbd3, #34363b);
}

blockquote {
  margin: 0.5rem 0;
}

mark {
  background: light-dark(#f8d861, #6b5912);
  color: inherit;
}

a {
  color: light-dark(#1f4d7a, #8fbbe6);
}

.origin,
.state,
.hash,
.note,
small,
dl {
  margin: 0.25rem 0;
  color: light-dark(#5a5750, #a9a69f);
  font-size: 0.8125rem;
}

.words[data-altered="true"],
.evidence[data-altered="true"] .state {
  color: light-dark(#a3241b, #f2968a);
}

dt {
  float: left;
  margin-right: 0.75rem;
}

dd {
  margin: 0;
}
`;
