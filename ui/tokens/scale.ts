/** Fonts that Chinese phones and office machines already have; nothing is downloaded. */
export const fonts = {
  body: `'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', system-ui, sans-serif`,
  figures: `'SF Mono', Menlo, Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', monospace`,
} as const

/** Sizes in rem, so that the elder mode and the reader's own browser setting carry everything along. */
export const type = {
  small: '0.875rem',
  body: '1rem',
  large: '1.125rem',
  heading3: '1.125rem',
  heading2: '1.375rem',
  heading1: '1.75rem',
  lead: '2rem',
} as const

/** GB/T 37668-2019 asks for at least 1.3; Chinese running text needs more air than Latin. */
export const lineHeights = { text: '1.75', heading: '1.35' } as const

export const space = {
  1: '0.25rem',
  2: '0.5rem',
  3: '0.75rem',
  4: '1rem',
  5: '1.5rem',
  6: '2rem',
  7: '3rem',
  8: '4rem',
} as const

export const shape = {
  /** Tags and marks; fields, buttons and sheets; what floats; what is as round as it is high. */
  radiusSmall: '0.1875rem',
  radius: '0.375rem',
  radiusLarge: '0.75rem',
  radiusRound: '999px',
  /** GB/T 37668-2019 and WCAG 2.5.8: what a finger has to hit. */
  target: '44px',
  pageWidth: '68rem',
  textWidth: '42rem',
} as const

/** 大字版: larger targets and no faint text; lengths that would only push the text off the screen stay moderate. */
export const elderSizes = {
  target: '52px',
  muted: 'var(--ink)',
  'space-5': '1.25rem',
  'space-6': '1.5rem',
  'space-7': '2rem',
  'size-heading1': '1.5rem',
  'size-lead': '1.5rem',
} as const

/** What lies on the page, what floats over it, what stands before everything. A border tells the same where shadows are not drawn. */
export const elevation = {
  raised: '0 1px 3px var(--shade)',
  floating: '0 0.25rem 1rem var(--shade)',
  over: '0 0.75rem 2.5rem var(--shade)',
} as const

/** Short enough never to be waited for; both are nothing for a reader who wants no motion. */
export const durations = { quick: '120ms', calm: '240ms' } as const
export const easings = { arrive: 'cubic-bezier(0.2, 0, 0, 1)', leave: 'cubic-bezier(0.4, 0, 1, 1)' } as const

/** A wide bright line with a dark rim: seen on paper, on blue and on black. */
export const focus = {
  width: '3px',
  ring: '0 0 0 5px var(--ink)',
} as const

/** Paper: black on white, 11 pt, no shadow. */
export const print = {
  paper: '#fff',
  sheet: '#fff',
  sand: '#fff',
  primaryWash: '#fff',
  brickWash: '#fff',
  leafWash: '#fff',
  amberWash: '#fff',
  ink: '#000',
  muted: '#333',
  line: '#999',
  edge: '#000',
  primary: '#000',
  primaryDeep: '#000',
  brick: '#000',
  leaf: '#000',
  amber: '#000',
  shade: 'transparent',
  rim: 'currentColor',
} as const
