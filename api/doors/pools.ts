// What all bodies that are being read may hold together, and what those of one network may: a slow or greedy one
// starves neither its neighbours nor the other pool.

type Bounds = { bodies: number; bytes: number; bodiesOfOne: number; bytesOfOne: number };

/** Small bodies are held in memory, large ones on disk. */
const bounds: Record<'small' | 'large', Bounds> = {
  small: { bodies: 4_000, bytes: 32 << 20, bodiesOfOne: 400, bytesOfOne: 8 << 20 },
  large: { bodies: 500, bytes: 2 ** 31, bodiesOfOne: 60, bytesOfOne: 640 << 20 },
};

export type Seat = {
  /** Whether so many bytes more may be held. */
  hold(bytes: number): boolean;
  /** Gives everything back; a second time does nothing. */
  leave(): void;
};
export type Pools = ReturnType<typeof openPools>;

/** The pools of one process. */
export function openPools(limits: Record<'small' | 'large', Bounds> = bounds) {
  const held = { small: empty(), large: empty() };
  return {
    /** A place for one body of a network; undefined while the pool or the network's share of it is full. */
    enter(pool: 'small' | 'large', network: string): Seat | undefined {
      const [all, most] = [held[pool], limits[pool]];
      const one = all.ofOne.get(network) ?? { bodies: 0, bytes: 0 };
      if (all.bodies >= most.bodies || one.bodies >= most.bodiesOfOne) return undefined;
      all.ofOne.set(network, one);
      all.bodies += 1;
      one.bodies += 1;
      let mine = 0;
      let isOver = false;
      return {
        hold(bytes) {
          if (all.bytes + bytes > most.bytes || one.bytes + bytes > most.bytesOfOne) return false;
          mine += bytes;
          all.bytes += bytes;
          one.bytes += bytes;
          return true;
        },
        leave() {
          if (isOver) return;
          isOver = true;
          all.bodies -= 1;
          all.bytes -= mine;
          one.bodies -= 1;
          one.bytes -= mine;
          if (one.bodies === 0) all.ofOne.delete(network);
        },
      };
    },
  };
}

const empty = () => ({ bodies: 0, bytes: 0, ofOne: new Map<string, { bodies: number; bytes: number }>() });
