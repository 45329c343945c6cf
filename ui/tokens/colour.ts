/**
 * Colour by meaning. The paper is a warm white, the ink a soft black and the one strong colour the blue of the
 * hall's signs; brick red is kept for the office's own mark and for what is overdue or wrong.
 * Every pair that carries text is listed in `textPairs` and measured in `contrast.test.ts`.
 */
export const light = {
  paper: '#fbf9f5',
  sheet: '#ffffff',
  sand: '#f4eee3',
  line: '#ddd5c7',
  /** Borders of fields and buttons: 3:1 against paper, sheet and sand (WCAG 1.4.11). */
  edge: '#857b6b',
  ink: '#22252b',
  muted: '#585a61',
  primary: '#0b57b7',
  primaryDeep: '#083f86',
  primaryWash: '#e8f1fd',
  onPrimary: '#ffffff',
  brick: '#a3281c',
  brickWash: '#fcefec',
  leaf: '#255f0a',
  leafWash: '#eef6e6',
  amber: '#7a4a00',
  amberWash: '#fdf3de',
  focus: '#ffbf47',
  focusInk: '#22252b',
} as const

export type ColourName = keyof typeof light

export const dark: Record<ColourName, string> = {
  paper: '#16181c',
  sheet: '#1e2127',
  sand: '#262522',
  line: '#3b3c40',
  edge: '#8f8a80',
  ink: '#ecebe7',
  muted: '#b7b6b2',
  primary: '#8fbcf8',
  primaryDeep: '#b5d3fb',
  primaryWash: '#1a2c45',
  onPrimary: '#10213a',
  brick: '#f2a196',
  brickWash: '#3a201c',
  leaf: '#a9d68c',
  leafWash: '#1f2f16',
  amber: '#f0c377',
  amberWash: '#352a15',
  focus: '#ffbf47',
  focusInk: '#22252b',
}

/** Ink on ground, as used by the stylesheets; each must reach 4.5:1 in both themes. */
export const textPairs: readonly (readonly [ColourName, ColourName])[] = [
  ['ink', 'paper'],
  ['ink', 'sheet'],
  ['ink', 'sand'],
  ['muted', 'paper'],
  ['muted', 'sheet'],
  ['muted', 'sand'],
  ['primary', 'paper'],
  ['primary', 'sheet'],
  ['primary', 'sand'],
  ['primary', 'primaryWash'],
  ['primaryDeep', 'sheet'],
  ['ink', 'primaryWash'],
  ['muted', 'primaryWash'],
  ['onPrimary', 'primary'],
  ['onPrimary', 'primaryDeep'],
  ['brick', 'paper'],
  ['brick', 'sheet'],
  ['brick', 'brickWash'],
  ['ink', 'brickWash'],
  ['leaf', 'paper'],
  ['leaf', 'sheet'],
  ['leaf', 'leafWash'],
  ['ink', 'leafWash'],
  ['amber', 'paper'],
  ['amber', 'sheet'],
  ['amber', 'amberWash'],
  ['ink', 'amberWash'],
  ['focusInk', 'focus'],
]

/** Borders and marks that carry meaning without being text; each must reach 3:1. */
export const markPairs: readonly (readonly [ColourName, ColourName])[] = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['edge', 'sand'],
  ['primary', 'line'],
]
