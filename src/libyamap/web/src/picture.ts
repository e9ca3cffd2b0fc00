/** The browser's pictures of the page, which it paints between our tasks. */

/** Milliseconds that a page waits for its picture where none is painted, as in a tab that nobody looks at. */
const PATIENCE = 250;

/** Once the next picture is painted: what is on the page by now is seen before more is done. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    const after = () => port2.postMessage(null);
    requestAnimationFrame(after);
    setTimeout(after, PATIENCE);
  });
}
