import { dateCandidates } from './date-candidates.ts';
import { enumerationCandidates } from './enumeration-candidates.ts';
import { nameCandidates, quotedCandidates, venueCandidates } from './name-candidates.ts';
import { durationCandidates, numberCandidates } from './number-candidates.ts';
import { roleCandidates } from './role-candidates.ts';
import type { CandidateSource, TypedCandidate } from './typed-candidate.ts';

/** What in a sentence has the type of answer that a question asks for, in order. */
export function readCandidates(source: CandidateSource): TypedCandidate[] {
  const { expects, many } = source.question;
  switch (expects) {
    case 'date':
      return dateCandidates(source);
    case 'duration':
      return durationCandidates(source);
    case 'count':
    case 'quantity':
    case 'money':
    case 'percentage':
    case 'ordinal':
      return numberCandidates(source);
    case 'person':
      return many ? enumerationCandidates(source) : nameCandidates(source);
    case 'place':
      return many ? enumerationCandidates(source) : nameCandidates(source);
    case 'venue':
      return venueCandidates(source);
    case 'name':
    case 'phrase':
      return many
        ? enumerationCandidates(source)
        : [...nameCandidates(source), ...quotedCandidates(source)];
    case 'enumeration':
      return enumerationCandidates(source);
    case 'role':
    case 'identity':
      return roleCandidates(source);
    default:
      return [];
  }
}
