export const css = `
.button { display: inline-flex; align-items: center; justify-content: center; min-height: 3rem; padding: var(--space-2) var(--space-5); border: 1px solid transparent; border-radius: var(--radius); font-weight: 600; line-height: 1.4; text-align: center; text-decoration: none; cursor: pointer; }
.button-primary { background: var(--primary); color: var(--on-primary); }
.button-primary:hover { background: var(--primary-deep); color: var(--on-primary); }
.button-normal { background: var(--sheet); border-color: var(--edge); color: var(--ink); }
.button-normal:hover { border-color: var(--primary); color: var(--primary); }
.button-danger { background: var(--sheet); border-color: var(--brick); color: var(--brick); }
.button-danger:hover { background: var(--brick-wash); color: var(--brick); }
.button:focus-visible { color: var(--focus-ink); background: var(--focus); }
.button-row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--space-3) var(--space-4); margin-top: var(--space-5); }
@media (max-width: 30rem) { .button-row > .button, .button-row > form, .button-row > form > .button { width: 100%; } }
`
