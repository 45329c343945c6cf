export const css = `
.field { margin-bottom: var(--space-5); max-width: var(--text-width); }
.field-label { display: block; padding: 0; font-weight: 600; }
.field-optional { font-weight: 400; color: var(--muted); }
.field-hint { color: var(--muted); }
.field-error { color: var(--brick); font-weight: 600; white-space: pre-line; }
.field-line { display: flex; align-items: center; gap: var(--space-2); }
.field-line .plain-button { white-space: nowrap; }
.field-input { display: block; width: 100%; min-height: 3rem; margin-top: var(--space-1); padding: var(--space-2) var(--space-3); border: 1px solid var(--edge); border-radius: var(--radius); background: var(--sheet); color: var(--ink); line-height: 1.5; }
textarea.field-input { resize: vertical; min-height: 8rem; }
.field-input:focus-visible { border-color: var(--ink); }
input[type='file']::file-selector-button { min-height: 2.125rem; margin-right: var(--space-3); padding: 0 var(--space-3); border: 1px solid var(--edge); border-radius: var(--radius); background: var(--sand); color: var(--ink); font: inherit; }
.field-said { margin-top: var(--space-1); color: var(--muted); letter-spacing: 0.02em; }
.field-said:empty { display: none; }
.field-day { display: flex; flex-wrap: wrap; gap: var(--space-2) var(--space-4); }
.field-day > label { display: flex; align-items: center; gap: var(--space-2); }
.field-day .field-input { width: 4rem; padding: var(--space-2); text-align: center; }
.field-day-year .field-input { width: 5.5rem; }
.field-short { max-width: 12rem; }
.field-middle { max-width: 22rem; }
.field-select { max-width: 30rem; }
.field-wrong { padding-left: var(--space-4); box-shadow: inset 0.3rem 0 0 var(--brick); }
.field-wrong .field-input { border: 2px solid var(--brick); }
.field:focus-visible { outline: none; box-shadow: 0 0 0 3px var(--focus); }
.choices { margin-top: var(--space-1); }
.choices-inline { display: flex; flex-wrap: wrap; gap: 0 var(--space-6); }
.choice { display: grid; grid-template-columns: auto 1fr; align-items: start; column-gap: var(--space-3); }
.choice > input { width: 1.5rem; height: 1.5rem; margin: 0.625rem 0 0; accent-color: var(--primary); cursor: pointer; }
.choice > label { display: flex; align-items: center; min-height: 2.75rem; padding: var(--space-2) 0; cursor: pointer; }
.choices-inline .choice > label { min-width: 3rem; }
.choice-hint { grid-column: 2; color: var(--muted); margin-top: calc(-1 * var(--space-2)); padding-bottom: var(--space-2); }
.conditional { grid-column: 1 / -1; margin: var(--space-2) 0 var(--space-3) 0.6875rem; padding-left: var(--space-5); border-left: 0.125rem solid var(--edge); }
.conditional > .field:last-child { margin-bottom: var(--space-2); }
@supports selector(:has(*)) {
  .choice:not(:has(> input:checked)) > .conditional { display: none; }
}
.field-folded { margin-bottom: var(--space-5); max-width: var(--text-width); }
.form-section { margin-top: var(--space-6); }
.form-section > legend { width: 100%; padding: 0 0 var(--space-2); margin-bottom: var(--space-4); border-bottom: 1px solid var(--line); }
`
