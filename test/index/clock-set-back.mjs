// Loaded before a program: its clock is 400 days behind the one that it would have.
const BEHIND_MS = 400 * 86_400_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() - BEHIND_MS);
    else super(...given);
  }

  static now() {
    return RealDate.now() - BEHIND_MS;
  }
};
