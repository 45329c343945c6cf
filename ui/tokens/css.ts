import { themes, type ColourName, type ThemeName } from './colour.ts'
import {
  durations,
  easings,
  elderSizes,
  elevation,
  focus,
  fonts,
  lineHeights,
  print,
  shape,
  space,
  type,
} from './scale.ts'

/**
 * The tokens as CSS custom properties: `--ink`, `--space-4`, `--size-heading1` … What a reader chose stands in `data-theme` of the
 * root and comes before what the machine says. All rules weigh the same, so that the later one counts.
 */
export const tokenCss = `
:root {
${theme('light')}
${declarations('space-', space)}
${declarations('size-', type)}
${declarations('line-', lineHeights)}
${declarations('font-', fonts)}
${declarations('', shape)}
${declarations('elevation-', elevation)}
${declarations('duration-', durations)}
${declarations('ease-', easings)}
${declarations('focus-', focus)}
}
@media (prefers-color-scheme: dark) { :root { ${theme('dark')} } }
@media (prefers-contrast: more) { :root { ${theme('contrast-light')} } }
@media (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${theme('contrast-dark')} } }
${(Object.keys(themes) as ThemeName[]).map((name) => `[data-theme='${name}'] { ${theme(name)} }`).join('\n')}
.elder { ${declarations('', elderSizes)} }
@media (prefers-reduced-motion: reduce) { :root { --duration-quick: 0s; --duration-calm: 0s; } }
@media print { :root, [data-theme] { color-scheme: light; ${declarations('', print)} } }
`

/** One colour as a reference for use in a stylesheet: `var(--primary-wash)`. */
export function colour(name: ColourName): string {
  return `var(--${kebab(name)})`
}

function theme(name: ThemeName): string {
  const { dark, colours, shades } = themes[name]
  return `color-scheme: ${dark ? 'dark' : 'light'}; ${declarations('', colours)} ${declarations('', shades)}`
}

function declarations(prefix: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `--${prefix}${kebab(name)}: ${value};`)
    .join(' ')
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
