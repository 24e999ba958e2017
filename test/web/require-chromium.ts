import { CHROMIUM_PLACES, findChromium } from '../../scripts/chromium.ts';

/**
 * Path of the Chromium for the browser tests, from CHROMIUM_PATH or a usual place. Where there is
 * none it is null, and said loudly.
 * @throws when there is none and REQUIRE_BROWSER is 1
 */
export function requireChromium(
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const { CHROMIUM_PATH: chosen, REQUIRE_BROWSER: required } = environment;
  const places = chosen === undefined || chosen === '' ? CHROMIUM_PLACES : [chosen];
  const found = findChromium(places);
  if (found !== null) return found;
  const looked = `No Chromium was found; looked at ${places.join(', ')}. Set CHROMIUM_PATH.`;
  if (required === '1') throw new Error(looked);
  console.warn(`\n!!! THE BROWSER TESTS ARE SKIPPED. ${looked}\n`);
  return null;
}
