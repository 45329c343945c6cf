import { type } from '#ui/tokens/scale.ts'

const typeSamples = Object.keys(type)
  .map((name) => `.gallery-type-${name} { font-size: var(--size-${name}); }`)
  .join('\n')

const radii = ['radius-small', 'radius', 'radius-large', 'radius-round']
  .map((name) => `.gallery-${name} { border-radius: var(--${name}); }`)
  .join('\n')

/** Lines of the gallery alone; the portal's stylesheet does not carry them. */
export const galleryCss = `
${typeSamples}
.gallery-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: var(--space-4); margin-top: var(--space-5); }
.gallery-list a { display: grid; align-content: start; gap: var(--space-1); height: 100%; padding: var(--space-4); background: var(--sheet); border: 1px solid var(--line); border-radius: var(--radius); color: var(--ink); text-decoration: none; }
.gallery-list a:hover { border-color: var(--primary); box-shadow: var(--elevation-raised); }
.gallery-list strong { color: var(--primary); font-size: var(--size-large); }
.gallery-when { display: grid; gap: var(--space-4) var(--space-6); margin-bottom: var(--space-6); }
.gallery-when h2 { font-size: var(--size-heading3); }
.gallery-when > div { padding-left: var(--space-4); border-left: 0.25rem solid var(--leaf); }
.gallery-when > div + div { border-color: var(--brick); }
@media (min-width: 48rem) { .gallery-when { grid-template-columns: 1fr 1fr; } }
.gallery-example { margin-top: var(--space-6); }
.gallery-example > h2 { font-size: var(--size-heading3); }
.gallery-frame { margin-top: var(--space-2); padding: var(--space-5) var(--space-4); background: var(--paper); border: 1px solid var(--edge); border-radius: var(--radius); position: relative; }
.gallery-alone { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--space-4); }
.gallery-alone a { display: inline-flex; align-items: center; min-height: var(--target); }
.gallery-markup pre { margin: 0; padding: var(--space-3); white-space: pre-wrap; background: var(--sand); border-radius: var(--radius); font-family: var(--font-figures); font-size: var(--size-small); line-height: 1.5; }
.gallery-themes { display: grid; gap: var(--space-4); }
@media (min-width: 48rem) { .gallery-themes { grid-template-columns: 1fr 1fr; } }
.gallery-theme { padding: var(--space-4); border: 1px solid var(--edge); border-radius: var(--radius); background: var(--paper); color: var(--ink); }
.gallery-swatches { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: var(--space-2) var(--space-3); margin-top: var(--space-3); }
.gallery-swatches li { display: flex; align-items: center; gap: var(--space-2); font-size: var(--size-small); }
.gallery-swatches svg { flex: none; border: 1px solid var(--edge); border-radius: var(--radius-small); }
.gallery-sizes { border-top: 1px solid var(--line); }
.gallery-sizes > li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-1) var(--space-5); padding: var(--space-3) 0; border-bottom: 1px solid var(--line); }
.gallery-sizes code { flex: 0 0 12rem; font-family: var(--font-figures); font-size: var(--size-small); color: var(--muted); }
.gallery-block { width: 6rem; height: 3rem; background: var(--sheet); border: 1px solid var(--edge); }
${radii}
.gallery-raised { box-shadow: var(--elevation-raised); }
.gallery-floating { box-shadow: var(--elevation-floating); }
.gallery-over { box-shadow: var(--elevation-over); }
`
