export const css = `
.file-choice > * + * { margin-top: var(--space-2); }
.file-ways { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: end; }
.file-way { flex: 1 1 14rem; max-width: 26rem; min-width: 0; }
.file-way > label { display: block; }
.file-way input { display: block; width: 100%; min-height: 3rem; padding: 0.375rem; border: 1px dashed var(--edge); border-radius: var(--radius); background: var(--sheet); }
.file-ways .button { min-height: 3rem; }
@media (hover: hover) and (pointer: fine) { .file-ways > .file-camera.file-way { display: none; } }
html.uploads .plain-only { display: none; }
html:not(.uploads) .script-only { display: none; }
html.uploads .file-way { position: relative; flex: 0 1 auto; display: flex; border: 1px solid var(--primary); border-radius: var(--radius); background: var(--sheet); color: var(--primary); }
html.uploads .file-way:hover { background: var(--sand); }
html.uploads .file-way > label { display: flex; align-items: center; min-height: max(3rem, var(--target)); padding: 0 var(--space-4); font-weight: 600; }
html.uploads .file-way > input { position: absolute; inset: 0; height: 100%; opacity: 0; cursor: pointer; }
html.uploads .file-way:has(input:focus-visible) { outline: 3px solid var(--focus); box-shadow: 0 0 0 5px var(--ink); }
.upload-line { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; gap: 0 var(--space-3); padding: var(--space-1) var(--space-3); background: var(--leaf-wash); border-radius: var(--radius); }
.upload-line + .upload-line { margin-top: var(--space-2); }
.upload-words { display: flex; flex-wrap: wrap; gap: 0 var(--space-3); align-items: baseline; min-width: 0; }
.upload-name { display: flex; gap: var(--space-3); align-items: center; min-height: var(--target); }
.upload-acts { display: flex; flex-wrap: wrap; gap: 0 var(--space-4); align-items: center; justify-content: flex-end; }
.upload-acts > .disclosure > summary, .upload-acts .plain-button { display: flex; align-items: center; min-height: var(--target); padding: 0; white-space: nowrap; }
.upload-acts > .disclosure > summary { list-style: none; text-indent: 0; font-weight: 400; text-decoration: underline; text-underline-offset: 0.22em; }
.upload-acts > .disclosure > summary::-webkit-details-marker { display: none; }
.upload-acts .disclosure { border: 0; }
.upload-acts .disclosure[open] { flex-basis: 100%; }
.upload-line:has(.disclosure[open]) { grid-template-columns: minmax(0, 1fr); }
.upload-thumb { width: 4rem; max-height: 5rem; flex: none; object-fit: cover; border-radius: var(--radius); border: 1px solid var(--line); }
.upload-sending { background: var(--sand); }
.upload-sending progress { grid-column: 1 / -1; width: 100%; accent-color: var(--primary); }
.upload-state { grid-column: 1; }
.upload-sending .upload-acts { grid-column: 2; grid-row: 1 / 3; }
.upload-stopped { grid-template-columns: minmax(0, 1fr); }
.upload-stopped .upload-acts { grid-column: 1; grid-row: auto; justify-content: flex-start; }
.upload-stopped { background: var(--sheet); border: 1px solid var(--brick); }
.upload-stopped .upload-state { color: var(--brick); font-weight: 600; }
.upload-gone { background: var(--sand); color: var(--muted); }
.upload-status { min-height: 1.75em; margin-top: var(--space-3); font-weight: 600; }
.upload-status + .button-row { margin-top: var(--space-2); }
`
