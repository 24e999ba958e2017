import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

const MAX_SCRIPT_BYTES = 140_000;

/** What the first visit brings into the browser. */
export function describeFirstLoad(stage: Stage): void {
  describe('the first load', () => {
    it('is under 140 KB of script as it is sent, all of it from the server and none inline', async () => {
      const page = await stage.browser.newPage();
      const sent: Promise<number>[] = [];
      page.on('response', (response) => {
        expect(new URL(response.url()).origin).toBe(stage.server.url);
        const request = response.request();
        if (request.resourceType() !== 'script') return;
        sent.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      });
      const document = await page.goto(stage.server.url, { waitUntil: 'networkidle' });
      const policy = document?.headers()['content-security-policy'] ?? '';
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(await page.locator('script:not([src]), [onclick], [onload], [onerror]').count()).toBe(
        0,
      );
      const sizes = await Promise.all(sent);
      expect(sizes.length).toBeGreaterThan(0);
      expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(MAX_SCRIPT_BYTES);
      await page.close();
    });
  });
}
