/**
 * A stopwatch inside the page. Every stamp is of the page's own clock, in milliseconds since its navigation began,
 * also for what happens in a frame of it.
 *
 * What is waited for is looked at as each picture is begun and again once it is painted, so that what is drawn for a
 * picture is seen in it; the stamp is that of the painted picture.
 */
(() => {
  const PATIENCE = 60_000;
  const sinceTop = performance.timeOrigin - top.performance.timeOrigin;
  for (const action of ['keydown', 'click']) {
    addEventListener(action, (event) => (top.stopwatch.acted = event.timeStamp + sinceTop), { capture: true, passive: true });
  }
  if (window !== top) return;

  /** A message sent while a picture is made arrives once it is painted. */
  const afterPainting = (run) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      run();
    };
    port2.postMessage(null);
  };

  const look = (isSeen, deadline, stamp, giveUp) => {
    requestAnimationFrame(() => {
      const seenBefore = isSeen();
      afterPainting(() => {
        const now = performance.now();
        if (seenBefore || isSeen()) stamp(now);
        else if (now > deadline) giveUp(new Error(`Not seen: ${isSeen}`));
        else look(isSeen, deadline, stamp, giveUp);
      });
    });
  };

  window.stopwatch = {
    /** When the last key or click came in. */
    acted: null,
    /** When what is waited for was first painted. */
    until: (isSeen) => new Promise((stamp, giveUp) => look(isSeen, performance.now() + PATIENCE, stamp, giveUp)),
    /** Milliseconds from the next key or click to the picture in which its effect is seen. */
    fromAction(isSeen) {
      this.acted = null;
      return this.until(() => this.acted !== null && isSeen()).then((stamp) => stamp - this.acted);
    },
  };
})();
