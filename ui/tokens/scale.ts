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
  radius: '0.375rem',
  /** GB/T 37668-2019 and WCAG 2.5.8: what a finger has to hit. */
  target: '44px',
  pageWidth: '68rem',
  textWidth: '42rem',
} as const
