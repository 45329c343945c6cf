export const css = `
.step-list li { position: relative; padding: 0 0 var(--space-4) 2.25rem; display: grid; }
.step-list li::before { content: ''; content: '' / ''; position: absolute; left: 0.125rem; top: 0.25rem; width: 1.25rem; height: 1.25rem; border: 2px solid var(--edge); border-radius: 50%; background: var(--sheet); z-index: 1; }
.step-list li:not(:last-child)::after { content: ''; content: '' / ''; position: absolute; left: 0.6875rem; top: 1.25rem; bottom: -0.5rem; width: 0.125rem; background: var(--line); }
.step-list .step-done::before { content: '✓'; content: '✓' / ''; background: var(--leaf); border-color: var(--leaf); color: var(--sheet); font-size: 0.875rem; line-height: 1.1; text-align: center; font-weight: 700; }
.step-list .step-done:not(:last-child)::after { background: var(--leaf); }
.step-list .step-current::before { border: 0.375rem solid var(--primary); }
.step-current .step-title { font-weight: 700; }
.step-coming .step-title { color: var(--muted); }
.step-state, .step-note { font-size: var(--size-small); color: var(--muted); }
.step-current .step-state { color: var(--primary); }
`
