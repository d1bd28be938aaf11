import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { signFacts, type SignFacts, type SignPiece } from "../../app/messages-signs.ts";
import { ContentText } from "../parts/content-text.tsx";
import { useApp, useT } from "../parts/context.tsx";
import { UserText } from "../parts/text.tsx";

/** What is known of these signs; empty until it has been fetched. `ids` are compared by what they are. */
export const useSignFacts = (ids: readonly string[]): readonly SignFacts[] => {
  const app = useApp();
  const [facts, setFacts] = useState<readonly SignFacts[]>([]);
  const key = ids.join(" ");
  useEffect(() => {
    let left = false;
    void signFacts(key === "" ? [] : key.split(" ")).then(
      (found) => {
        if (!left) setFacts(found);
      },
      () => app.say({ tone: "problem", key: "error.unexpected" }),
    );
    return () => {
      left = true;
    };
  }, [key, app]);
  return facts;
};

/** One sign in words. */
export const SignWords = ({ facts }: { readonly facts: SignFacts }): VNode => (
  <>
    <ContentText text={{ key: `sign.${facts.id}.sign`, english: facts.sign }} />
  </>
);

/** The signs found, named one below the other. */
export const SignList = ({ ids }: { readonly ids: readonly string[] }): VNode => (
  <ul class="bullets sign-list">
    {useSignFacts(ids).map((facts) => (
      <li key={facts.id}>
        <SignWords facts={facts} />
      </li>
    ))}
  </ul>
);

/** Somebody's words with the odd parts underlined and numbered; below, why. The number is read out where the underlined part ends. */
export const SignedText = ({ pieces }: { readonly pieces: readonly SignPiece[] }): VNode => {
  const t = useT();
  const ids = [...new Set(pieces.flatMap(({ signs }) => signs))];
  const facts = useSignFacts(ids);
  const numberOf = (id: string): number => ids.indexOf(id) + 1;
  /** A sign's number stands once, where its stretch ends. */
  const endingAt = (at: number): readonly string[] => (pieces[at]?.signs ?? []).filter((id) => !(pieces[at + 1]?.signs ?? []).includes(id));
  if (ids.length === 0) return <UserText text={pieces.map(({ text }) => text).join("")} />;
  return (
    <div class="signed">
      <div class="user-text">
        {pieces.map((piece, i) =>
          piece.signs.length === 0 ? (
            <UserText key={i} text={piece.text} />
          ) : (
            <mark key={i} class="sign">
              <UserText text={piece.text} />
              {endingAt(i).map((id) => (
                <sup key={id}>
                  <span aria-hidden="true">{numberOf(id)}</span>
                  <span class="visually-hidden"> ({t("messages.sign-number", { n: numberOf(id) })}) </span>
                </sup>
              ))}
            </mark>
          ),
        )}
      </div>
      <ol class="sign-reasons" aria-label={t("messages.reason")}>
        {ids.map((id) => {
          const known = facts.find((one) => one.id === id);
          return known === undefined ? null : (
            <li key={id} value={numberOf(id)}>
              <SignWords facts={known} />
            </li>
          );
        })}
      </ol>
    </div>
  );
};
