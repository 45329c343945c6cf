import type { ColourName } from './colour.ts'

/** Ink on ground, as used by the stylesheets; each must reach 4.5:1, in high contrast 7:1. */
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
  ['brick', 'sand'],
  ['leaf', 'sand'],
  ['amber', 'sand'],
  // White on black or the reverse: the notice at the foot of the workbench, the number of what waits.
  ['paper', 'ink'],
  ['paper', 'brick'],
  ['focusInk', 'focus'],
]

/** Borders and marks that carry meaning without being text; each must reach 3:1. */
export const markPairs: readonly (readonly [ColourName, ColourName])[] = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['edge', 'sand'],
  ['primary', 'line'],
]
