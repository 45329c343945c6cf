export const css = `
.signature { display: none; }
html.signs .signature { display: block; max-width: 26rem; }
.signature > * + * { margin-top: var(--space-2); }
.signature-paper { display: block; width: 100%; height: 10rem; border: 1px dashed var(--edge); border-radius: var(--radius); touch-action: none; cursor: crosshair; }
.signature-acts { display: flex; flex-wrap: wrap; gap: var(--space-3); }
.signature-said:empty { display: none; }
`
