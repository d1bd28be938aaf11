import type { SealOnly } from "../crypto/seal-only.ts";
import { concat, hex } from "../lib/bytes.ts";
import {
  encodeNote,
  inboxLimits,
  nameOfNote,
  nameOfPiece,
  nextState,
  paddedPiece,
  pieceBytes,
  pieceData,
  type Note,
} from "./inbox-format.ts";
import { openInboxStore, type InboxStore } from "./inbox-store.ts";
import type { NotKept } from "./inbox-types.ts";
import { leavesHalf } from "./room.ts";

export { inboxLimits } from "./inbox-format.ts";
export type { NotKept } from "./inbox-types.ts";

/** What is known of an item before its bytes come. */
export interface Arriving {
  readonly name: string;
  readonly type: string;
  readonly words: boolean;
}

/** One item on its way in. Nothing of it is in the clear anywhere but in memory, and no more than some pieces of it. */
export interface InboxItem {
  /** Answers why it is not kept, once that is so; its pieces are then gone, and what else comes is ignored. */
  readonly add: (bytes: Uint8Array) => Promise<NotKept | undefined>;
  /** Whole, and on disk; or why not. */
  readonly end: () => Promise<NotKept | undefined>;
  /** Leaves word of it, and none of its bytes. */
  readonly refuse: (why: NotKept) => Promise<void>;
}

/** The inbox while one share comes in. */
export interface Inbox {
  readonly begin: (arriving: Arriving) => InboxItem;
  readonly close: () => void;
}

/** Pieces that go into one transaction. */
const batch = 4;
const random = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** Less than half may be in use: the record itself needs room as well. */
const hasRoom = (): Promise<boolean> => leavesHalf(batch * pieceBytes);

/**
 * The service worker's half of the inbox: seals to the public key in the clear row, and cannot open anything. undefined: no vault here takes what is
 * shared, or not just now. `sealer` is asked for only when one does. Call it under the inbox's lock (`inboxLock`).
 */
export const openInbox = async (name: string, sealer: () => Promise<SealOnly>): Promise<Inbox | undefined> => {
  const store = await openInboxStore(name);
  if (store === undefined) return undefined;
  return receiver(store, await sealer(), hex(random(16)));
};

/** Web Lock under which a share comes in; whoever removes leftovers holds it too. */
export const inboxLock = (name: string): string => `${name}-inbox`;

const receiver = (store: InboxStore, sealer: SealOnly, share: string): Inbox => {
  const { publicKey } = store.address;
  let { state } = store.address;
  let room: number = inboxLimits.share;

  /** Notes and pieces in one transaction. */
  const write = async (
    notes: readonly Note[],
    pieces: readonly (readonly [string, Uint8Array<ArrayBuffer>])[],
    remove: readonly string[] = [],
  ): Promise<boolean> => {
    let to = state;
    const put = notes.map((note) => {
      const row = [nameOfNote(sealer, to), sealer.sealTo(publicKey, encodeNote(note))] as const;
      to = nextState(sealer, to);
      return row;
    });
    const isWritten = await store.write({ put: [...put, ...pieces], remove, from: state, to });
    if (isWritten) state = to;
    return isWritten;
  };

  const begin = (arriving: Arriving): InboxItem => {
    const key = random(32);
    const item = hex(random(16));
    const limit = arriving.words ? inboxLimits.words : inboxLimits.file;
    const noteOf = (is: Note["is"], size: number): Note => ({ ...arriving, is, item, share, at: Date.now(), size, key });
    let size = 0;
    let index = 0;
    let held: Uint8Array[] = [];
    let heldBytes = 0;
    let ready: (readonly [string, Uint8Array<ArrayBuffer>])[] = [];
    let isBegun = false;
    let failed: NotKept | undefined;

    const sealNext = (piece: Uint8Array, isLast: boolean): void => {
      ready.push([
        nameOfPiece(sealer, key, index),
        sealer.sealPiece(key, index, isLast, pieceData(item, index), isLast ? paddedPiece(piece) : piece),
      ]);
      index += 1;
    };
    const fail = async (why: NotKept): Promise<NotKept> => {
      failed = why;
      held = [];
      ready = [];
      const names = Array.from({ length: isBegun ? index : 0 }, (_, i) => nameOfPiece(sealer, key, i));
      await write([noteOf(why, 0)], [], names);
      return why;
    };
    const flush = async (): Promise<NotKept | undefined> => {
      if (!(await hasRoom())) return fail("no-room");
      if (!(await write(isBegun ? [] : [noteOf("begun", 0)], ready))) return fail("no-room");
      isBegun = true;
      ready = [];
      return undefined;
    };
    return {
      add: async (bytes) => {
        if (failed !== undefined) return failed;
        size += bytes.length;
        room -= bytes.length;
        if (size > limit) return fail("too-large");
        if (room < 0) return fail("too-many");
        held.push(bytes.slice());
        heldBytes += bytes.length;
        // The last piece is sealed as such, so one is always held back.
        while (heldBytes > pieceBytes) {
          const all = concat(...held);
          sealNext(all.subarray(0, pieceBytes), false);
          held = [all.slice(pieceBytes)];
          heldBytes -= pieceBytes;
          if (ready.length >= batch && (await flush()) !== undefined) return failed;
        }
        return undefined;
      },
      end: async () => {
        if (failed !== undefined) return failed;
        if (!(await hasRoom())) return fail("no-room");
        sealNext(concat(...held), true);
        return (await write([noteOf("whole", size)], ready)) ? undefined : fail("no-room");
      },
      refuse: async (why) => {
        if (failed === undefined) await fail(why);
      },
    };
  };
  return { begin, close: store.close };
};
