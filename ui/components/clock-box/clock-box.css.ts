export const css = `
.clock-box { background: var(--sheet); border: 1px solid var(--line); border-top: 0.5rem solid var(--primary); border-radius: var(--radius); padding: var(--space-4); }
.clock-box.clock-soon { border-top-color: var(--amber); }
.clock-box.clock-late { border-top-color: var(--brick); }
.clock-box.clock-stopped, .clock-box.clock-ended { border-top-color: var(--edge); }
.clock-title { color: var(--muted); }
.clock-day { word-break: keep-all; font-size: var(--size-heading2); font-weight: 700; line-height: var(--line-heading); }
.clock-note { font-weight: 600; }
.clock-soon .clock-note { color: var(--amber); }
.clock-late .clock-note { color: var(--brick); }
.clock-sentence { margin-top: var(--space-3); padding-top: var(--space-3); border-top: 1px dashed var(--edge); }
.clock-sentence + .clock-sentence { margin-top: var(--space-2); padding-top: 0; border-top: 0; }
`
