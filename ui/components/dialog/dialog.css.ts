export const css = `
.dialog { width: min(100% - 2 * var(--space-4), 32rem); max-height: calc(100% - 2 * var(--space-4)); margin: auto; padding: var(--space-5); overflow-y: auto; border: 1px solid var(--edge); border-top: 0.375rem solid var(--primary); border-radius: var(--radius); background: var(--sheet); color: var(--ink); box-shadow: var(--elevation-over); }
.dialog::backdrop { background: var(--veil); }
.dialog-body { margin: var(--space-3) 0 var(--space-4); }
.dialog .button { width: 100%; }
@media (min-width: 48rem) { .dialog .button { width: auto; } }
`
