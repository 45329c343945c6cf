export const css = `
.search-box-row { display: flex; max-width: 36rem; }
.search-box { min-width: 0; position: relative; }
.search-box-row input { flex: 1; width: 100%; min-width: 0; min-height: var(--target); padding: 0 var(--space-3); border: 1px solid var(--edge); border-right: 0; border-radius: var(--radius) 0 0 var(--radius); background: var(--sheet); color: var(--ink); appearance: none; }
.search-box-row input::placeholder { color: var(--muted); opacity: 1; }
.search-box-row input:focus-visible { position: relative; z-index: 1; }
.search-box-row button { flex: none; min-height: var(--target); padding: 0 var(--space-4); border: 1px solid var(--primary); border-radius: 0 var(--radius) var(--radius) 0; background: var(--primary); color: var(--on-primary); cursor: pointer; }
.search-box-row button:hover { background: var(--primary-deep); }
.search-box-small { flex: 1 1 100%; padding-bottom: var(--space-3); }
.search-box-small .search-box-row { max-width: none; }
.search-box-large .search-box-label { display: block; font-size: var(--size-lead); font-weight: 700; line-height: var(--line-heading); margin-bottom: var(--space-2); }
.search-box-large .search-box-row { margin-top: var(--space-4); }
.search-box-large input { min-height: 3.5rem; font-size: var(--size-large); border-width: 2px; border-color: var(--primary); }
.search-box-large button { min-height: 3.5rem; padding: 0 var(--space-5); font-size: var(--size-large); font-weight: 700; }
.search-box-list { position: absolute; inset-inline: 0; top: 100%; z-index: 3; max-width: 36rem; max-height: min(28rem, 60vh); overflow-y: auto; margin-top: var(--space-1); background: var(--sheet); color: var(--ink); border: 1px solid var(--edge); border-radius: var(--radius); box-shadow: var(--elevation-floating); }
.search-box-list[hidden] { display: none; }
.search-box-small .search-box-list { margin-top: calc(-1 * var(--space-2)); min-width: min(100%, 22rem); }
.search-box-list li { display: grid; align-content: center; min-height: var(--target); padding: var(--space-2) var(--space-3); line-height: 1.4; cursor: pointer; }
.search-box-list li + li { border-top: 1px solid var(--line); }
.search-box-list li:hover { background: var(--primary-wash); }
.search-box-list li[aria-selected='true'] { background: var(--primary-wash); outline: 3px solid var(--primary); outline-offset: -3px; }
.search-box-list span { color: var(--muted); font-size: var(--size-small); }
@media (min-width: 48rem) {
  .search-box-small { flex: 0 1 18rem; padding: var(--space-2) 0; }
}
@media print { .search-box { display: none; } }
`
