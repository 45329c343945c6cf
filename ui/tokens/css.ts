import { dark, light, type ColourName } from './colour.ts'
import { fonts, lineHeights, shape, space, type } from './scale.ts'

/** The tokens as CSS custom properties: `--ink`, `--space-4`, `--size-heading1` … */
export const tokenCss = `
:root {
  color-scheme: light dark;
${declarations('', light)}
${declarations('space-', space)}
${declarations('size-', type)}
${declarations('line-', lineHeights)}
${declarations('font-', fonts)}
${declarations('', shape)}
}
@media (prefers-color-scheme: dark) {
  :root {
${declarations('', dark)}
  }
}
`

/** One colour as a reference for use in a stylesheet: `var(--primary-wash)`. */
export function colour(name: ColourName): string {
  return `var(--${kebab(name)})`
}

function declarations(prefix: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `  --${prefix}${kebab(name)}: ${value};`)
    .join('\n')
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
