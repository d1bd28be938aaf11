import type { VNode } from "preact";
import { Actions } from "./button.tsx";
import { Copy } from "./copy.tsx";
import { OpenAddress } from "./open-address.tsx";
import { LinkText } from "./text.tsx";

/** An address of the directory as text: copying is the default, opening asks first. */
export const KnownAddress = ({ address, label }: { readonly address: string; readonly label: string }): VNode => {
  return (
    <>
      <p>
        <LinkText text={address} />
      </p>
      <Actions>
        <Copy text={address} />
        <OpenAddress address={address} label={label} />
      </Actions>
    </>
  );
};
