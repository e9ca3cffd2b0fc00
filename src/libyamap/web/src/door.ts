/** Something that the first screen does without: fetched when it is first asked for, and again where it did not come. */

export function door<T>(fetch: () => Promise<T>, failed: () => void): () => Promise<T | null> {
  let asked: Promise<T> | null = null;
  return async () => {
    try {
      return await (asked ??= fetch());
    } catch (problem) {
      asked = null;
      console.warn(problem);
      failed();
      return null;
    }
  };
}
