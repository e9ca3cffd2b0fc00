/** Text as large as there is room for: `--ly-fit` is the share of its full size. */

const SHARES = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.75, 0.7, 0.65, 0.6];

export function fit(element: HTMLElement): void {
  for (const share of SHARES) {
    element.style.setProperty('--ly-fit', String(share));
    if (element.scrollHeight <= element.clientHeight + 1) return;
  }
}
