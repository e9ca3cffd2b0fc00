/** Icons, drawn from Lucide's node lists. */

import {
  ArrowDown,
  ArrowLeft,
  ArrowUp,
  BookOpen,
  Check,
  ChevronDown,
  ChevronUp,
  Columns3,
  Copy,
  Crosshair,
  Expand,
  EyeOff,
  Globe,
  GripVertical,
  House,
  Info,
  Keyboard,
  Layers,
  Link2,
  List,
  LocateFixed,
  Minus,
  Moon,
  PanelLeftClose,
  PanelLeftOpen,
  PanelRightClose,
  PanelRightOpen,
  Plus,
  RotateCcw,
  Search,
  Share2,
  Shrink,
  SlidersHorizontal,
  Sun,
  TriangleAlert,
  X,
  type IconNode,
} from 'lucide';
import { h, type VNode } from 'preact';

const ICONS = {
  back: ArrowLeft,
  lower: ArrowDown,
  raise: ArrowUp,
  method: BookOpen,
  check: Check,
  columns: Columns3,
  down: ChevronDown,
  copy: Copy,
  goTo: Crosshair,
  expand: Expand,
  hidden: EyeOff,
  world: Globe,
  grip: GripVertical,
  home: House,
  about: Info,
  keyboard: Keyboard,
  layers: Layers,
  link: Link2,
  list: List,
  locate: LocateFixed,
  minus: Minus,
  moon: Moon,
  startClose: PanelLeftClose,
  startOpen: PanelLeftOpen,
  endClose: PanelRightClose,
  endOpen: PanelRightOpen,
  plus: Plus,
  reset: RotateCcw,
  search: Search,
  up: ChevronUp,
  share: Share2,
  shrink: Shrink,
  sliders: SlidersHorizontal,
  sun: Sun,
  warning: TriangleAlert,
  close: X,
} satisfies Record<string, IconNode>;

export type IconName = keyof typeof ICONS;

/** Icons that point along the line of reading, and so turn round in Arabic. */
const DIRECTED: ReadonlySet<IconName> = new Set(['back', 'startClose', 'startOpen', 'endClose', 'endOpen', 'list']);

export function Icon({ name }: { readonly name: IconName }): VNode {
  const nodes = ICONS[name].map(([tag, attributes]) => h(tag, attributes));
  const className = DIRECTED.has(name) ? 'ly-icon ly-directed' : 'ly-icon';
  return h('svg', { class: className, viewBox: '0 0 24 24', 'aria-hidden': 'true' }, nodes);
}
