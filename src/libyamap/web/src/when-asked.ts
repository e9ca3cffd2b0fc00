/** What takes time to make, made when it is first asked for, and once. */

export function whenAsked<T>(make: () => T): () => T {
  let made: { readonly one: T } | undefined;
  return () => (made ??= { one: make() }).one;
}
