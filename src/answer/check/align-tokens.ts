import type { Token } from '../../language/terms/text-analyzer.ts';

/** Tokens between two aligned ones, on either side; either may be empty. */
export interface Gap {
  readonly claim: readonly Token[];
  readonly evidence: readonly Token[];
}

export interface Alignment {
  /** Number of tokens aligned. */
  readonly matched: number;
  /** Where the two differ, in order, without what stands outside the aligned stretch in evidence. */
  readonly gaps: readonly Gap[];
}

/** Aligns two token sequences by a longest common subsequence of their normal forms. */
export function alignTokens(claim: readonly Token[], evidence: readonly Token[]): Alignment {
  const width = evidence.length + 1;
  const lengths = new Uint16Array((claim.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = claim.length - 1; i >= 0; i--) {
    for (let j = evidence.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        claim[i]?.normal === evidence[j]?.normal
          ? at(i + 1, j + 1) + 1
          : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const gaps: Gap[] = [];
  let i = 0;
  let j = 0;
  let claimFrom = 0;
  let evidenceFrom = 0;
  const close = (reachesEnd: boolean) => {
    const opens = claimFrom === 0 && gaps.length === 0;
    if (i > claimFrom || j > evidenceFrom) {
      gaps.push({
        claim: claim.slice(claimFrom, i),
        // Before the first and after the last aligned token only what faces the claim's own words.
        evidence: opens
          ? lastTokens(evidence.slice(evidenceFrom, j), i - claimFrom)
          : reachesEnd
            ? evidence.slice(evidenceFrom, evidenceFrom + (i - claimFrom))
            : evidence.slice(evidenceFrom, j),
      });
    } else if (opens) gaps.push({ claim: [], evidence: [] });
  };
  while (i < claim.length && j < evidence.length) {
    if (claim[i]?.normal === evidence[j]?.normal) {
      close(false);
      i++;
      j++;
      claimFrom = i;
      evidenceFrom = j;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  i = claim.length;
  j = evidence.length;
  close(true);
  return {
    matched: at(0, 0),
    gaps: gaps.filter((gap) => gap.claim.length + gap.evidence.length > 0),
  };
}

function lastTokens(tokens: readonly Token[], count: number): readonly Token[] {
  return count === 0 ? [] : tokens.slice(-count);
}
