// Networks of addresses, and the tally that never gives more than a budget holds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networksOf } from '../../api/allowances/networks.ts';
import { tallyHere } from '../../api/allowances/tally.ts';

test('an address belongs to the network of its line', () => {
  const cases: [string, string, string | undefined][] = [
    ['203.0.113.7', '203.0.113.7', undefined],
    ['::ffff:203.0.113.7', '203.0.113.7', undefined],
    ['::ffff:cb00:7107', '203.0.113.7', undefined],
    ['64:ff9b::cb00:7107', '203.0.113.7', undefined],
    ['2002:cb00:7107:1::1', '203.0.113.7', undefined],
    ['2001:db8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['2001:DB8:0000:0000:ffff::9', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['', 'unknown', undefined],
    ['not an address', 'unknown', undefined],
  ];
  for (const [address, own, wide] of cases)
    expect([address, networksOf(address)]).toEqual([address, { own, wide }]);
});

test('every address within a /64 belongs to the same networks', () => {
  const group = fc.integer({ min: 1, max: 0xffff }).map((value) => value.toString(16));
  fc.assert(
    fc.property(fc.tuple(group, group, group, group), group, group, (front, one, other) => {
      const line = front.join(':');
      expect(networksOf(`${line}:${one}::1`)).toEqual(networksOf(`${line}::${other}`));
    }),
  );
});

test('whenever people ask, nobody gets more than a budget, and what time has freed since', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 120 }),
      (most, pauses) => {
        let now = 0;
        const tally = tallyHere(() => now);
        const within = 600;
        const budgets = [{ key: Buffer.from('a'), cost: within / most }];
        let taken = 0;
        for (const pause of pauses) {
          now += pause;
          const wait = tally.take(budgets, within);
          if (wait === 0) taken += 1;
          else expect(wait).toBeLessThanOrEqual(within / most + 1e-6);
        }
        expect(taken).toBeLessThanOrEqual(most + (now / within) * most + 1e-6);
      },
    ),
  );
});
