/** What nobody should send, for properties of the worker's handlers. */
import fc from 'fast-check';

/** Anything, and what cannot be turned into JSON. */
export const ODD_MESSAGE = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
  fc.constantFrom<unknown>(() => {}, Symbol('x'), {
    toJSON() {
      throw new Error('no');
    },
  }),
);

/** Anything, and what looks like a sender of this extension. */
export const ODD_SENDER = fc.oneof(
  fc.anything(),
  fc.record(
    { id: fc.constant('test-extension-id'), url: fc.anything(), frameId: fc.anything(), tab: fc.anything() },
    { requiredKeys: [] },
  ),
);
