declare const brand: unique symbol;

/** A type that says a value was checked. Minted only beside its check. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
