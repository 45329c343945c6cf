import { light } from '#ui/tokens/colour.ts'
import { fonts, shape, space, type } from '#ui/tokens/scale.ts'

/** Puts the shared tokens on the root as custom properties: `--ink`, `--space-4`, `--size-small` … */
export function layOutTokens(root: HTMLElement): void {
  const groups = { '': light, 'space-': space, 'size-': type, 'font-': fonts, 'shape-': shape }
  for (const [prefix, values] of Object.entries(groups)) {
    for (const [name, value] of Object.entries(values))
      root.style.setProperty(`--${prefix}${kebab(name)}`, value)
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
