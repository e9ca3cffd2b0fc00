/** How an overlay looks. */

export interface Style {
  readonly colour: string;
  /** Diameter of a point, in pixels; lines are a third as wide. */
  readonly size: number;
  /** In percent. */
  readonly opacity: number;
  /** Column whose text is written beside what is shown; "" for none. */
  readonly label: string;
}

/** Those first that the curated layers do not have. Told apart under the common deficiencies of colour vision (Okabe and Ito), and on a light and a dark ground. */
export const COLOURS = ['#cc79a7', '#56b4e9', '#e69f00', '#7d5fc4', '#009e73', '#0072b2', '#d55e00', '#6b6b6b'] as const;

export const SIZES = { least: 4, most: 20 } as const;

/** The look of the next overlay: a colour that none of the others has, if there is one. */
export function nextStyle(taken: readonly Style[]): Style {
  const free = COLOURS.find((colour) => taken.every((style) => style.colour !== colour));
  return { colour: free ?? COLOURS[taken.length % COLOURS.length] ?? COLOURS[0], size: 8, opacity: 100, label: '' };
}
