import { daysBetween } from '../../language/dates/calendar.ts';
import type { ArticleProfile } from './article-profile.ts';

/** What agreeing on the day, or on an unusual place, adds to the similarity of two articles. */
const SAME_DAY = 0.06;
const SAME_PLACE = 0.06;
/** What contradicting takes away: reports of one kind of thing from two cities on two days. */
const OTHER_DAY = 0.06;
const OTHER_PLACE = 0.1;
/** On other days in another place: however alike the words are, it is another event. */
const OTHER_DAY_AND_PLACE = -0.6;
/** Days that a report and its follow-up may differ by without contradiction. */
const NEAR_DAYS = 1;

/** The most that agreement can add. */
export const MAX_AGREEMENT = SAME_DAY + SAME_PLACE;

/** How telling a place is, from 0 (in most articles) to 1 (in next to none). */
export type PlaceRarity = (place: string) => number;

const BACKGROUND = 1_000;
/** A place in one article of this many tells most. */
const RARE = 150;
/** Below this a place is a country or a capital that everything happens in. */
const TELLING = 0.55;

export function createPlaceRarity(profiles: readonly ArticleProfile[]): PlaceRarity {
  const counts = new Map<string, number>();
  for (const { places } of profiles) {
    for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const total = profiles.length + BACKGROUND;
  return (place) =>
    Math.min(1, Math.log(total / ((counts.get(place) ?? 0) + 0.5)) / Math.log(RARE));
}

/** What time and place say about two articles reporting one event, to add to their similarity. */
export function timeAndPlaceAgreement(
  a: ArticleProfile,
  b: ArticleProfile,
  rarity: PlaceRarity,
): number {
  const day = dayAgreement(a, b);
  const place = placeAgreement(a, b, rarity);
  return day < 0 && place < 0 ? OTHER_DAY_AND_PLACE : day + place;
}

function dayAgreement(a: ArticleProfile, b: ArticleProfile): number {
  if (a.days.length === 0 || b.days.length === 0) return 0;
  if (a.days.some((day) => b.days.includes(day))) return SAME_DAY;
  const nearest = a.days.flatMap((day) => b.days.map((other) => Math.abs(daysBetween(day, other))));
  return Math.min(...nearest) > NEAR_DAYS ? -OTHER_DAY : 0;
}

function placeAgreement(a: ArticleProfile, b: ArticleProfile, rarity: PlaceRarity): number {
  const telling = (places: readonly string[]) => places.filter((one) => rarity(one) >= TELLING);
  const [placesA, placesB] = [telling(a.places), telling(b.places)];
  const shared = placesA.filter((place) => placesB.includes(place)).map(rarity);
  if (shared.length > 0) return SAME_PLACE * Math.max(...shared);
  return placesA.length > 0 && placesB.length > 0 ? -OTHER_PLACE : 0;
}
