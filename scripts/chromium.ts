import { existsSync } from 'node:fs';

/** Where Chromium usually is. */
export const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
] as const;

/** Keeps Chromium off the network and out of the user's profile; it may run as root in CI. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The first of some paths that exists, or null. */
export function findChromium(places: readonly string[] = CHROMIUM_PLACES): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}
