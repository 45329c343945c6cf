/**
 * Colour by meaning. The paper is a warm white, the ink a soft black and the one strong colour the blue of the
 * hall's signs; brick red is kept for the office's own mark and for what is overdue or wrong.
 * Every pair that carries text is listed in `pairs.ts` and measured in `contrast.test.ts`.
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

/** 高对比，白底黑字: nothing is faint; every text reaches 7:1 (WCAG 1.4.6). */
export const contrastLight: Record<ColourName, string> = {
  paper: '#ffffff',
  sheet: '#ffffff',
  sand: '#f2f2f2',
  line: '#808080',
  edge: '#000000',
  ink: '#000000',
  muted: '#2b2b2b',
  primary: '#00307a',
  primaryDeep: '#001f52',
  primaryWash: '#e6efff',
  onPrimary: '#ffffff',
  brick: '#7d0000',
  brickWash: '#fff0ee',
  leaf: '#0f4000',
  leafWash: '#eefbe6',
  amber: '#4d2e00',
  amberWash: '#fff4dc',
  focus: '#ffbf47',
  focusInk: '#000000',
}

/** 高对比，黑底亮字: for eyes that a white page dazzles; links are yellow, as readers of such pages expect. */
export const contrastDark: Record<ColourName, string> = {
  paper: '#000000',
  sheet: '#000000',
  sand: '#121212',
  line: '#6b6b6b',
  edge: '#ffffff',
  ink: '#ffffff',
  muted: '#eaeaea',
  primary: '#ffdf3d',
  primaryDeep: '#fff0a3',
  primaryWash: '#1f1b00',
  onPrimary: '#000000',
  brick: '#ffb3a8',
  brickWash: '#2b0a06',
  leaf: '#b8f58f',
  leafWash: '#0c2202',
  amber: '#ffcf70',
  amberWash: '#2b1d00',
  focus: '#5cd6ff',
  focusInk: '#000000',
}

/** What lies over a page: the shadow of what floats, the veil behind a dialog; and the rim of tags and boxes, drawn where washes are too faint. */
export type Shade = Record<'shade' | 'veil' | 'rim', string>

const overPaper: Shade = { shade: 'rgb(34 37 43 / 0.18)', veil: 'rgb(34 37 43 / 0.5)', rim: 'transparent' }
const overNight: Shade = { shade: 'rgb(0 0 0 / 0.6)', veil: 'rgb(0 0 0 / 0.7)', rim: 'transparent' }
const rimmed = { rim: 'currentColor' }

export const themes = {
  light: { dark: false, colours: light, shades: overPaper },
  dark: { dark: true, colours: dark, shades: overNight },
  'contrast-light': { dark: false, colours: contrastLight, shades: { ...overPaper, ...rimmed } },
  'contrast-dark': { dark: true, colours: contrastDark, shades: { ...overNight, ...rimmed } },
} as const satisfies Record<string, Theme>

export type ThemeName = keyof typeof themes

export function isThemeName(text: string | undefined): text is ThemeName {
  return text !== undefined && Object.hasOwn(themes, text)
}

export interface Theme {
  dark: boolean
  colours: Record<ColourName, string>
  shades: Shade
}
